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

// A stance can be given on a finer scale than the five buttons: same field, opened by choice, silent until it is touched.
for (const scale of document.querySelectorAll('[data-slider]')) offerScale(scale)

function offerScale(scale) {
  const { slider: name, levels, finer, coarser } = scale.dataset
  const five = [...document.getElementsByName(name)].filter(({ type }) => type === 'radio')
  const buttons = five[0]?.closest('.govuk-radios')
  const range = scale.querySelector('input')
  const output = scale.querySelector('output')
  const mode = scale.parentElement.querySelector('[name$=".mode"]')
  if (!buttons || !mode) return

  const value = Object.assign(hiddenField(name, ''), { disabled: true })
  const change = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'govuk-link polku-link-button',
    textContent: finer,
  })
  scale.append(value)
  scale.after(change)

  const show = () => {
    const tenths = Number(range.value)
    const words = wordsOf(tenths, levels.split('|'))
    value.value = String(tenths / 10)
    value.disabled = false
    output.textContent = words
    range.setAttribute('aria-valuetext', words)
  }
  const touch = () => {
    show()
    mode.value = 'slider'
  }
  range.addEventListener('input', touch)
  // The middle is a stance too: pressing where the handle stands chooses it.
  range.addEventListener('click', touch)
  range.addEventListener('keydown', (event) => {
    if (event.key === ' ') touch()
  })

  change.addEventListener('click', () => {
    const isFine = scale.hidden
    const chosen = five.find(({ checked }) => checked)
    if (isFine && chosen) {
      range.value = String(Math.round(Number(chosen.value) * 10))
      show()
    }
    if (!isFine) for (const radio of five) radio.checked = !value.disabled && radio.value === value.value
    scale.hidden = !isFine
    buttons.hidden = isFine
    for (const radio of five) radio.disabled = isFine
    value.disabled = !isFine || value.value === ''
    if (!isFine) mode.value = 'radios'
    change.textContent = isFine ? coarser : finer
    if (isFine) range.focus()
    else (five.find(({ checked }) => checked) ?? five[0]).focus()
  })
}

// The same levels as feedback/weighing/stance.ts: from 3 tenths on a side, from 5 clearly, from 9 wholly.
function wordsOf(tenths, levels) {
  const away = Math.abs(tenths)
  const strength = [3, 5, 9].filter((from) => away >= from).length
  const number = (tenths / 10).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1 })
  return `${number.replace('-', '−')}, ${levels[3 + Math.sign(tenths) * strength]}`
}
