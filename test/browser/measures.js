// What is measured inside a page. It runs in the browser, beside the page's own script and without changing the page.

const TARGETS = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
const SMALL = 24

globalThis.measures = {
  /** how wide the page is, against the window; and what sticks out */
  reflow() {
    const width = document.documentElement.clientWidth
    const out = all('body *').filter(
      (element) => isSeen(element) && right(element) > width + 1 && !isInScroller(element, width),
    )
    return { scrollWidth: document.documentElement.scrollWidth, width, out: out.slice(0, 5).map(named) }
  },

  /** WCAG 1.4.12: the reader's own spacing */
  spread() {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }',
    )
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  },

  /** boxes that cut off text they hold */
  cut() {
    return all('body *').filter(isCut).map(named)
  },

  /** everything a person can act on now, in the order of the document */
  targets() {
    return all(TARGETS).filter(isActive).map(named)
  },

  /** WCAG 2.5.8: targets under 24 px that have neither room around them nor a sentence they stand in */
  smallTargets() {
    const targets = all(TARGETS).filter(isActive)
    const places = targets.map((element) => ({ element, box: hitBox(element) }))
    return places.flatMap(({ element, box }) => {
      if (!isSmall(box) || isInSentence(element)) return []
      const near = places.filter((other) => other.box !== box && isCrowding(box, other.box))
      return near.map(
        (other) =>
          `${named(element)} ${Math.round(box.width)}×${Math.round(box.height)} beside ${named(other.element)}`,
      )
    })
  },

  /** the focused element: where it is on the page, whether it can be seen, and what shows the focus */
  focused() {
    const element = document.activeElement
    if (!element || element === document.body) return undefined
    const box = hitBox(element)
    return {
      name: named(element),
      index: all('*').indexOf(element),
      left: box.left + scrollX,
      right: box.right + scrollX,
      top: box.top + scrollY,
      bottom: box.bottom + scrollY,
      isPlaced: isPlaced(element),
      seenPoints: seenPoints(element, box),
      marks: marksOf(element),
    }
  },

  /** what marks an element, by its number in the document, when it has no focus */
  marksWithout(index) {
    const element = all('*')[index]
    document.activeElement?.blur()
    return marksOf(element)
  },

  /** choices whose words stand below the circle or square instead of beside it */
  fallen() {
    return all('input[type=radio], input[type=checkbox]')
      .filter((input) => input.labels[0]?.getBoundingClientRect().top >= input.getBoundingClientRect().bottom - 1)
      .map(named)
  },

  /** fields and buttons without a border one can see: with forced colours nothing else shows where they are */
  // A field for a file has no edge: the button within it, which the browser draws, has.
  borderless() {
    return all('button, input:not([type=hidden], [type=file]), textarea, .govuk-button')
      .filter(isActive)
      .filter((element) => !element.classList.contains('polku-link-button') && !hasEdge(element))
      .map(named)
  },

  /** how the lines of help lie in the page: the way from the body to the link, and what comes before it */
  helpPlace() {
    const help = document.querySelector('header .polku-help a')
    const before = ['.govuk-skip-link', '.polku-header__name', '.polku-languages', 'main', 'footer']
    return {
      href: help?.getAttribute('href'),
      text: help?.textContent,
      way: help && way(help),
      order: before.map((selector) => follows(help, document.querySelector(selector))),
    }
  },
}

function all(selector) {
  return [...document.querySelectorAll(selector)]
}

function named(element) {
  const mark = element.id || element.name || element.className || ''
  const text = (element.innerText || element.value || '').trim().replaceAll(/\s+/g, ' ').slice(0, 50)
  return `${element.localName}${mark && `[${mark}]`} "${text}"`
}

function isSeen(element) {
  const box = element.getBoundingClientRect()
  if (!element.checkVisibility({ visibilityProperty: true }) || box.width <= 1 || box.height <= 1) return false
  // Moved out of the page until it has the focus: a skip link.
  return right(element) > 0 && box.bottom + scrollY > 0
}

function isActive(element) {
  return isSeen(element) && !element.disabled && !element.closest('.govuk-visually-hidden, .govuk-skip-link')
}

function right(element) {
  return element.getBoundingClientRect().right + scrollX
}

/** A table may need two directions: it scrolls in a frame of its own, which fits. */
function isInScroller(element, width) {
  const frame = element.parentElement?.closest('[tabindex="0"]')
  return frame && ['auto', 'scroll'].includes(getComputedStyle(frame).overflowX) && right(frame) <= width + 1
}

function isCut(element) {
  const { overflowX, overflowY } = getComputedStyle(element)
  const isHiding = (overflow) => overflow === 'hidden' || overflow === 'clip'
  if (!isSeen(element) || !element.textContent?.trim()) return false
  const isCutX = isHiding(overflowX) && element.scrollWidth > element.clientWidth + 1
  const isCutY = isHiding(overflowY) && element.scrollHeight > element.clientHeight + 1
  return (isCutX || isCutY) && !element.closest('.govuk-visually-hidden')
}

/** A radio button or checkbox answers over its label too: together they are one target. */
function hitBox(element) {
  const own = element.getBoundingClientRect()
  const label = ['radio', 'checkbox'].includes(element.type) && element.labels?.[0]?.getBoundingClientRect()
  if (!label) return own
  const left = Math.min(own.left, label.left)
  const top = Math.min(own.top, label.top)
  return new DOMRect(left, top, Math.max(own.right, label.right) - left, Math.max(own.bottom, label.bottom) - top)
}

function isSmall({ width, height }) {
  return width < SMALL || height < SMALL
}

function isCrowding(box, other) {
  const x = box.left + box.width / 2
  const y = box.top + box.height / 2
  const away = Math.hypot(Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom))
  const between = Math.hypot(other.left + other.width / 2 - x, other.top + other.height / 2 - y)
  return away < SMALL / 2 || (isSmall(other) && between < SMALL)
}

/** WCAG excepts links inside a sentence: their height is that of the line. */
function isInSentence(element) {
  if (getComputedStyle(element).display !== 'inline') return false
  const block = element.closest('p, li, dd, td, div, span:not(a span)')
  const around = [...(block?.childNodes ?? [])].filter((node) => !node.contains(element))
  return around.some((node) => node.textContent?.trim())
}

/** Put somewhere else than where it stands in the document, by its style. */
function isPlaced(element) {
  // On a map, where a mark stands is what it says.
  if (element.ownerSVGElement) return true
  for (let each = element; each && each !== document.body; each = each.parentElement)
    if (
      ['fixed', 'absolute', 'sticky'].includes(getComputedStyle(each).position) &&
      !['radio', 'checkbox'].includes(each.type)
    )
      return true
  return false
}

/** WCAG 2.4.11: how many points of a 5 × 5 grid over the element are really its own. */
function seenPoints(element, box) {
  const parts = [10, 30, 50, 70, 90]
  const labels = [...(element.labels ?? [])]
  const isOwn = (hit) =>
    hit && (element.contains(hit) || hit.contains(element) || labels.some((label) => label.contains(hit)))
  const hits = parts.flatMap((x) =>
    parts.map((y) => document.elementFromPoint(box.left + (box.width * x) / 100, box.top + (box.height * y) / 100)),
  )
  return hits.filter((hit) => isOwn(hit) && hit !== document.body && hit !== document.documentElement).length
}

/** Everything that could show a focus, on the element and on what is drawn for it. */
function marksOf(element) {
  const label = ['radio', 'checkbox'].includes(element.type) ? element.labels?.[0] : undefined
  const styles = [
    getComputedStyle(element),
    getComputedStyle(element, '::before'),
    getComputedStyle(element, '::after'),
    ...(label ? [getComputedStyle(label), getComputedStyle(label, '::before')] : []),
  ]
  return styles
    .map((s) =>
      [
        s.outlineStyle !== 'none' && `${s.outline} ${s.outlineOffset}`,
        s.boxShadow,
        s.backgroundColor,
        s.borderWidth,
        s.color,
      ].join(' '),
    )
    .join(' | ')
}

function hasEdge(element) {
  const drawn = ['radio', 'checkbox'].includes(element.type)
    ? [getComputedStyle(element.labels?.[0] ?? element, '::before')]
    : [getComputedStyle(element), getComputedStyle(element, '::before')]
  return drawn.some((style) => {
    const isBordered = style.borderBottomStyle !== 'none' && Number.parseFloat(style.borderBottomWidth) >= 1
    return isBordered || (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1)
  })
}

function way(element) {
  const parts = []
  for (let each = element; each && each !== document.body; each = each.parentElement)
    parts.unshift(`${each.localName}.${each.classList[0] ?? ''}`)
  return parts.join(' > ')
}

function follows(one, other) {
  if (!one || !other) return undefined
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
}
