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

// Beside a form there is room only on a wide window: elsewhere its panes wait folded below it.
if (matchMedia('(width < 60em)').matches)
  for (const pane of document.querySelectorAll('details[data-pane]')) pane.open = false

function hiddenField(name, value) {
  return made('input', { type: 'hidden', name, value })
}

// The page that was left in a hurry must not be one press of the back button away.
for (const link of document.querySelectorAll('a[data-quick-exit]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    location.replace(link.href)
  })
}

// A stance can be given on a finer scale than the five buttons: same field, opened by choice, silent until it is touched.
for (const five of document.querySelectorAll('[data-scale]')) offerScale(five)

function offerScale(five) {
  const name = five.dataset.scale
  const [finer, coarser, label, untouched, ...levels] = five.dataset.words.split('|')
  const radios = [...five.querySelectorAll('input')]
  const range = made('input', {
    type: 'range',
    id: `${name}-scale`,
    className: 'polku-range',
    min: -10,
    max: 10,
    value: 0,
  })
  range.setAttribute('aria-valuetext', untouched)
  const output = made('output', { className: 'govuk-label', textContent: untouched, htmlFor: range.id })
  const stance = made('input', { type: 'hidden', name, disabled: true })
  const mode = made('input', { type: 'hidden', name: name.replace(/stance$/, 'mode'), value: 'radios' })
  const scale = made('div', { className: 'polku-scale', hidden: true })
  scale.append(
    made('label', { className: 'govuk-label', htmlFor: range.id, textContent: label }),
    range,
    output,
    stance,
  )
  const change = made('button', { type: 'button', className: 'govuk-link polku-link-button', textContent: finer })
  five.after(scale, change, mode)

  const show = () => {
    const words = wordsOf(Number(range.value), levels)
    stance.value = String(range.value / 10)
    stance.disabled = false
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
  range.addEventListener('keydown', ({ key }) => {
    if (key === ' ') touch()
  })

  change.addEventListener('click', () => {
    const isFine = scale.hidden
    const chosen = radios.find(({ checked }) => checked)
    if (isFine && chosen) {
      range.value = String(Math.round(chosen.value * 10))
      show()
    }
    if (!isFine) for (const radio of radios) radio.checked = stance.value !== '' && radio.value === stance.value
    scale.hidden = !isFine
    five.hidden = isFine
    for (const radio of radios) radio.disabled = isFine
    stance.disabled = !isFine || stance.value === ''
    if (!isFine) mode.value = 'radios'
    change.textContent = isFine ? coarser : finer
    if (isFine) range.focus()
    else (radios.find(({ checked }) => checked) ?? radios[0]).focus()
  })
}

// The same levels as feedback/weighing/stance.ts: from 3 tenths on a side, from 5 clearly, from 9 wholly.
function wordsOf(tenths, levels) {
  const strength = [3, 5, 9].filter((from) => Math.abs(tenths) >= from).length
  const number = (tenths / 10).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1 })
  return `${number.replace('-', '−')}, ${levels[3 + Math.sign(tenths) * strength]}`
}

function made(tag, properties) {
  return Object.assign(document.createElement(tag), properties)
}
