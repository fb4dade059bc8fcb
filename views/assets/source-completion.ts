/** What the service knows of the text: names that stand in it, and the keys and fixed values of its format. */
export type Known = {
  readonly names: Readonly<Record<'steps' | 'providers' | 'data' | 'documents' | 'conditions', readonly string[]>> & {
    readonly facts: Readonly<Record<string, readonly string[]>>
  }
  readonly keys: Readonly<Record<string, readonly string[]>>
  readonly values: Readonly<Record<string, readonly string[]>>
}
/** `from` counts characters of the last line; `isKey`: a colon belongs after it. */
export type Completion = { readonly from: number; readonly options: readonly string[]; readonly isKey: boolean }

/** Which keys name what stands elsewhere in the text. */
const NAMES: Readonly<Record<string, readonly (keyof Known['names'])[]>> = {
  ...{ needs: ['steps'], done: ['steps'], back_to: ['steps'], was: ['steps'] },
  ...{ fact: ['facts'], asks: ['facts'], starts_on: ['facts'], sets: ['facts'], from: ['facts', 'providers'] },
  ...{ provider: ['providers'], to: ['providers'] },
  ...{ data: ['data'], holds: ['data'], uses: ['documents', 'data'], produces: ['documents', 'data'] },
  ...{
    asks_for: ['data', 'documents'],
    when: ['conditions'],
    all: ['conditions'],
    any: ['conditions'],
    not: ['conditions'],
  },
}

/** What may stand at the end of a text: `before` is everything from its beginning up to the cursor. */
export function completionsAt(before: string, known: Known): Completion | undefined {
  const lines = before.split('\n')
  const line = lines.at(-1) ?? ''
  const typed = /[\w/-]*$/.exec(line)?.[0] ?? ''
  const from = line.length - typed.length
  const head = line.slice(0, from)
  if (/(^|\s)#/.test(head)) return undefined
  const above = keysAbove(lines)
  const [, named] = /(?:^|[\s{,-])([\w-]+):\s*(?:\[(?:[^\]]*,)?\s*)?$/.exec(head) ?? []
  if (named !== undefined) return offered(from, valuesOf(named, head, lines, known))
  const isItem = /^\s*-\s+$/.test(head)
  const inItem = isItem ? valuesOf(above.at(-1) ?? '', head, lines, known) : []
  if (inItem.length > 0) return offered(from, inItem)
  if (!isItem && !/^\s*(-\s+)*$|[{,]\s*$/.test(head)) return undefined
  const [, flow] = /([\w-]+):\s*\{[^{}]*$/.exec(head) ?? []
  return offered(from, keysUnder(flow === undefined ? above : [...above, flow], known), true)
}

function offered(from: number, options: readonly string[], isKey = false): Completion | undefined {
  return options.length > 0 ? { from, options, isKey } : undefined
}

function valuesOf(key: string, head: string, lines: readonly string[], { names, values }: Known): readonly string[] {
  if (key === 'is' || key === 'in') return names.facts[factNear(head, lines)] ?? []
  const named = (NAMES[key] ?? []).flatMap((kind) => (kind === 'facts' ? Object.keys(names.facts) : names[kind]))
  return [...named, ...(key === 'from' || key === 'to' || key === 'provider' ? ['self'] : []), ...(values[key] ?? [])]
}

/** The fact that a comparison is about, on its line or on the ones just above. */
function factNear(head: string, lines: readonly string[]): string {
  const near = [...lines.slice(-4, -1), head].join('\n')
  return [...near.matchAll(/\bfact:\s*([\w-]+)/g)].at(-1)?.[1] ?? ''
}

function keysUnder(above: readonly string[], { keys }: Known): readonly string[] {
  const [last = '', parent = ''] = above.toReversed()
  return keys[`${parent}/*`] ?? keys[last] ?? []
}

/** The keys that the last line stands under, outermost first, told by how far each line is indented. */
function keysAbove(lines: readonly string[]): readonly string[] {
  const found: string[] = []
  let depth = /^[\s-]*/.exec(lines.at(-1) ?? '')?.[0].length ?? 0
  for (const line of lines.slice(0, -1).toReversed()) {
    const [, lead = '', key] = /^((?:\s|-\s)*)([\w-]+):/.exec(line) ?? []
    if (key === undefined || lead.length >= depth) continue
    found.unshift(key)
    depth = lead.length
  }
  return found
}
