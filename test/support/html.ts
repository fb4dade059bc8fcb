export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Element | string)[]
  readonly parent: Element | undefined
}

const VOID = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
/** a comment, the doctype, an end tag, a start tag with its attributes, or text */
const TOKEN =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z][\w-]*)\s*>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+/gi
const ATTRIBUTE = /([^\s=/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** The tree of a page of ours. Throws where a tag is left open or closed by another one: a browser would guess there. */
export function readHtml(text: string): Element {
  const root: Element = { name: '#root', attributes: {}, children: [], parent: undefined }
  let open = root
  for (const [token, end, start, attributes = ''] of text.matchAll(TOKEN)) {
    if (start !== undefined) open = begun(open, start.toLowerCase(), attributes)
    else if (end !== undefined) open = closed(open, end.toLowerCase())
    else if (!token.startsWith('<')) open.children.push(decoded(token))
  }
  if (open !== root) throw new Error(`<${open.name}> is never closed`)
  return root
}

function begun(parent: Element, name: string, attributes: string): Element {
  const element: Element = { name, attributes: readAttributes(attributes), children: [], parent }
  parent.children.push(element)
  // In a drawing an element may close itself; anywhere else a browser would leave it open.
  const closesItself = attributes.endsWith('/') && isDrawn(element)
  return VOID.has(name) || closesItself ? parent : element
}

function isDrawn({ name, parent }: Element): boolean {
  return name === 'svg' || (parent !== undefined && isDrawn(parent))
}

function closed(open: Element, name: string): Element {
  if (open.name !== name || !open.parent) throw new Error(`</${name}> closes <${open.name}>`)
  return open.parent
}

function readAttributes(text: string): Record<string, string> {
  const all = [...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [
    name.toLowerCase(),
    decoded(a ?? b ?? c ?? ''),
  ])
  return Object.fromEntries(all)
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}

/** The element itself and all within it that match, in the order of the page. */
export function all(element: Element, matches: (one: Element) => boolean, found: Element[] = []): Element[] {
  if (matches(element)) found.push(element)
  for (const child of element.children) if (typeof child !== 'string') all(child, matches, found)
  return found
}

export function textOf(element: Element): string {
  const parts = element.children.map((child) => (typeof child === 'string' ? child : textOf(child)))
  return parts.join('').replace(/\s+/g, ' ')
}

export function closest(element: Element, matches: (one: Element) => boolean): Element | undefined {
  if (matches(element)) return element
  return element.parent && closest(element.parent, matches)
}
