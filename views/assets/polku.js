// Every page is complete without this file. It only saves a step or two.

const summary = document.querySelector('.govuk-error-summary')
if (summary instanceof HTMLElement) {
  summary.tabIndex = -1
  summary.focus()
}

// What is written but not yet sent would be lost on the way to another language: keep it first, then go.
const answer = document.querySelector('form[data-form="answer"]')
if (answer instanceof HTMLFormElement) keepWhenLanguageChanges(answer)

function keepWhenLanguageChanges(form) {
  let isDirty = false
  let added = []
  form.addEventListener('input', () => {
    isDirty = true
  })
  for (const link of document.querySelectorAll('.polku-languages a[hreflang]')) {
    link.addEventListener('click', (event) => {
      if (!isDirty || event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      if (added.length > 0) return
      added = [hiddenField('go', 'stay'), hiddenField('next', new URL(link.href).pathname)]
      form.append(...added)
      form.submit()
    })
  }
  // Back from the other page, the browser may show this one as it was left.
  addEventListener('pageshow', () => {
    for (const field of added) field.remove()
    added = []
  })
}

function hiddenField(name, value) {
  return Object.assign(document.createElement('input'), { type: 'hidden', name, value })
}

// The page that was left in a hurry must not be one press of the back button away.
for (const link of document.querySelectorAll('a[data-quick-exit]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(link.href)
  })
}
