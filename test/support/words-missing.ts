import { all, closest, type Element } from './html.ts'
import { type Page, visible } from './page.ts'

const NEVER_EMPTY = new Set(
  'title h1 h2 h3 h4 label legend summary button a th dt dd li caption strong blockquote p'.split(' '),
)
/** what an unwritten word looks like where a template was given nothing */
const LEAKED = /\bundefined\b|\bnull\b|\bNaN\b|\[object |\$\{/

/** Words that a page owes its reader: empty headings and labels, words left in another language, holes of a template. */
export function wordsMissing(page: Page): string[] {
  const empty = all(page.root, ({ name }) => NEVER_EMPTY.has(name)).filter((one) => visible(one) === '')
  const strange = all(page.main, (one) => isFallback(one, page.language))
  return [
    ...empty.map(({ name }) => `<${name}> is empty`),
    ...strange.map((one) => `in ${one.attributes.lang}: ${visible(one).slice(0, 80)}`),
    ...(LEAKED.test(visible(page.main)) ? [`a hole: ${LEAKED.exec(visible(page.main))?.[0]}`] : []),
    ...unlabelled(page),
  ]
}

/** The name of a law stands in its own language, and so do a walker's own words. */
function isFallback({ name, attributes, parent }: Element, language: string): boolean {
  if (attributes.lang === undefined || attributes.lang === language) return false
  const isLaw = name === 'p' && attributes.lang === 'fi' && parent !== undefined && inDetails(parent)
  return !isLaw && name !== 'blockquote'
}

function inDetails(element: Element): boolean {
  return closest(element, ({ name }) => name === 'details') !== undefined
}

/** Fields that a screen reader could not name. */
function unlabelled({ main }: Page): string[] {
  const labels = all(main, ({ name }) => name === 'label')
  const named = new Set(labels.flatMap(({ attributes }) => attributes.for ?? []))
  return all(main, ({ name, attributes }) => (name === 'input' || name === 'textarea') && attributes.type !== 'hidden')
    .filter((field) => !named.has(field.attributes.id ?? '') && !closest(field, ({ name }) => name === 'label'))
    .map(({ attributes }) => `${attributes.name} has no label`)
}
