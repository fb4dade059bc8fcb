import { PROMPT_KINDS, RATING_SUBJECTS } from '#feedback/prompt.ts'
import type { Path } from './document-tree.ts'
import type { Field, FieldKind } from './fields.ts'
import { at, isRecord, listAt, nameOfItem, namesAt, stepPlaces } from './values.ts'

/** Fields that belong together. A part with `list` may get more of its kind; one with `item` may be taken out. */
export type FormPart = {
  /** its words, and its address on the page */
  readonly id: string
  readonly label: string
  readonly fields: readonly Field[]
  readonly list?: string
  readonly item?: string
}
export type DraftForm = { readonly root: Path; readonly parts: readonly FormPart[] }

export const STEP_KINDS = ['question', 'info', 'task', 'consent', 'automatic', 'decision'] as const
const LISTS = ['shares', 'replies', 'statements', 'prompts', 'notes'] as const
export type ListName = (typeof LISTS)[number]

/** Makes the fields of one thing: their names in the form are their paths within it. */
type Maker = {
  field(path: Path, kind: FieldKind, label?: string): Field
  words(path: Path, is?: 'line' | 'text', label?: string): readonly Field[]
}

function makerAt(tree: unknown, root: Path): Maker {
  const languages = languagesOf(tree)
  const label = (path: Path) => path.filter((key) => typeof key === 'string' && !/^\d+$/.test(key)).join('.')
  const field: Maker['field'] = (path, kind, own) => ({
    ...{ name: path.join('.'), path: [...root, ...path], kind, label: own ?? label(path) },
  })
  return {
    field,
    words: (path, is = 'line', own) => {
      const plain = namesAt(tree, [...root, ...path]).includes('fi-x-selko') ? ['fi-x-selko'] : []
      return [...languages, ...plain].map((lang) => ({ ...field([...path, lang], { is }, own ?? label(path)), lang }))
    },
  }
}

export function languagesOf(tree: unknown): readonly string[] {
  const own = listAt(tree, ['languages']).filter((language) => typeof language === 'string')
  return own.length > 0 ? own : ['fi', 'sv', 'en']
}

const one = (...options: readonly string[]): FieldKind => ({ is: 'one', options })
const line: FieldKind = { is: 'line' }
const number: FieldKind = { is: 'number' }
const duration: FieldKind = { is: 'duration' }

/** What a step may name: read once for all its fields. */
function namedIn(tree: unknown) {
  const steps = stepPlaces(tree)
  const facts = namesAt(tree, ['facts'])
  const ofType = (type: string) => facts.filter((id) => at(tree, ['facts', id, 'type']) === type)
  const parties = ['self', ...namesAt(tree, ['providers'])]
  const keys = steps.map(({ track, step }) => `${track}/${step}`)
  const moments = [...ofType('date'), ...keys.map((key) => `done:${key}`)]
  const shares = steps.flatMap(({ value }) => listAt(value, ['shares']).map(nameOfItem))
  const rows = (options: readonly string[], single = false): FieldKind => ({ is: 'rows', options, single })
  return {
    ...{ facts, parties, keys, moments, shares, choices: ofType('choice'), rows },
    data: rows(namesAt(tree, ['data'])),
    documents: rows(namesAt(tree, ['documents'])),
    sources: namesAt(tree, ['sources']),
  }
}

/** Every part of a step that a form can show. Whatever else the step holds stays as it is. */
export function stepForm(tree: unknown, track: string, step: string): DraftForm {
  const root = ['tracks', track, 'steps', step]
  const value = at(tree, root)
  const make = makerAt(tree, root)
  const { field, words } = make
  const named = namedIn(tree)
  const others = named.keys.filter((key) => key !== `${track}/${step}`)
  const kind = at(value, ['kind'])
  const moment: FieldKind = { is: 'moment', options: named.moments.filter((id) => id !== `done:${track}/${step}`) }
  const ofKind = [
    ...(kind === 'question' || at(value, ['asks']) ? [field(['asks'], named.rows(named.facts))] : []),
    ...(kind === 'consent' || at(value, ['consents']) ? [field(['consents'], named.rows(named.shares))] : []),
    ...(kind === 'decision' || at(value, ['sets']) ? [field(['sets'], one(...named.choices))] : []),
  ]
  const parts: readonly FormPart[] = [
    { id: 'words', label: 'words', fields: [...words(['title']), ...words(['do'], 'text')] },
    {
      ...{ id: 'who', label: 'who' },
      fields: [field(['kind'], one(...STEP_KINDS)), field(['provider'], named.rows(named.parties, true)), ...ofKind],
    },
    { id: 'when', label: 'when', fields: [field(['when'], { is: 'condition' }), field(['needs'], named.rows(others))] },
    {
      ...{ id: 'deadline', label: 'deadline' },
      fields: [
        ...[
          field(['deadline', 'from'], moment),
          field(['deadline', 'add'], duration),
          field(['deadline', 'law'], line),
        ],
        ...words(['deadline', 'rule'], 'text'),
      ],
    },
    { id: 'waits', label: 'waits', fields: [field(['waits', 'from'], moment), field(['waits', 'add'], duration)] },
    ...(['today', 'proposed'] as const).flatMap((side) => sideParts(make, value, side, named)),
    {
      ...{ id: 'papers', label: 'papers' },
      fields: [field(['uses'], named.documents), field(['produces'], named.documents), field(['ref'], line)],
    },
    ...LISTS.flatMap((list) => listParts(make, value, list, { ...named, others: [...others, `${track}/${step}`] })),
  ]
  return { root, parts }
}

type Named = ReturnType<typeof namedIn>

function sideParts({ field, words }: Maker, step: unknown, side: 'today' | 'proposed', named: Named): FormPart[] {
  const isToday = side === 'today'
  const fields = [
    ...words([side, 'what'], 'text'),
    field([side, 'automation'], one('none', 'partial', 'full')),
    ...(isToday ? [] : [field([side, 'feasibility'], one('exists', 'agreed', 'needs_law', 'idea'))]),
    field([side, 'contacts'], number),
    field([side, 'asks_for'], named.data),
    ...(['wait', 'fee'] as const).flatMap((what) =>
      ['from', 'to'].map((end) => field([side, what, end], what === 'wait' ? duration : number)),
    ),
    ...(isToday ? [...words([side, 'title']), ...words([side, 'evidence']), ...words([side, 'moves'])] : []),
  ]
  const citations = listAt(step, [side, 'source']).map((_, index): FormPart => {
    const path = [side, 'source', String(index)]
    const cited = [
      field([...path, 'cite'], one(...named.sources)),
      field([...path, 'checked'], line),
      field([...path, 'confidence'], one('V', 'P', 'U')),
    ]
    return { id: path.join('.'), label: 'source', fields: cited, item: path.join('.') }
  })
  return [{ id: side, label: side, fields, list: `${side}.source` }, ...citations]
}

function listParts(
  make: Maker,
  step: unknown,
  list: ListName,
  named: Named & { readonly others: readonly string[] },
): FormPart[] {
  const items = listAt(step, [list]).map((item, index): FormPart => {
    const path = [list, nameOfItem(item, index)]
    return {
      id: path.join('.'),
      label: list,
      fields: itemFields(make, list, path, { step, named }),
      item: path.join('.'),
    }
  })
  return [...items, { id: list, label: list, fields: [], list }]
}

type Around = { readonly step: unknown; readonly named: Named & { readonly others: readonly string[] } }

function itemFields({ field, words }: Maker, list: ListName, path: Path, { step, named }: Around): readonly Field[] {
  const own = (name: string, kind: FieldKind) => field([...path, name], kind, `${list}.${name}`)
  const said = (name: string, is?: 'text') => words([...path, name], is, `${list}.${name}`)
  const shares = listAt(step, ['shares']).map(nameOfItem)
  const FIELDS: { readonly [L in ListName]: () => readonly Field[] } = {
    shares: () => [
      ...[own('data', named.data), own('from', one(...named.parties)), own('to', one(...named.parties))],
      ...[own('basis', one('law', 'consent', 'contract', 'unverified')), ...said('ask', 'text')],
    ],
    replies: () => [
      ...[...said('text', 'text'), own('after', duration), own('seen', one('reported', 'imagined'))],
      own('back_to', one(...named.others)),
    ],
    statements: () => [...said('text', 'text'), own('about', one(...shares)), own('origin', one('reported', 'ours'))],
    prompts: () => [own('kind', one(...PROMPT_KINDS)), own('of', one(...RATING_SUBJECTS)), ...said('ask', 'text')],
    notes: () => [...said('text', 'text'), own('when', { is: 'condition' })],
  }
  return FIELDS[list]()
}

export const THING_KINDS = ['facts', 'providers', 'conditions', 'data', 'documents', 'sources'] as const
export type ThingKind = (typeof THING_KINDS)[number]

/** The form of one fact, provider, condition and so on. */
export function thingForm(tree: unknown, kind: ThingKind, id: string): DraftForm {
  const root = [kind, id]
  const { field, words } = makerAt(tree, root)
  const value = at(tree, root)
  const { rows } = namedIn(tree)
  const label = (name: string) => `${kind}.${name}`
  const own = (name: string, is: FieldKind) => field([name], is, label(name))
  const said = (name: string, is?: 'text') => words([name], is, label(name))
  const FORMS: { readonly [K in ThingKind]: () => readonly FormPart[] } = {
    facts: () => factParts(tree, id, value),
    providers: () => [
      part([...said('name'), own('sector', one('public', 'private', 'church', 'third_sector'))], 'providers'),
      part([own('business_id', line), own('url', line), own('phone', line)], 'details'),
    ],
    conditions: () => [part([{ ...field([], { is: 'condition' }, 'when'), name: 'when' }], 'conditions')],
    data: () => [
      part(
        [...said('name'), own('about', one('deceased', 'walker', 'relative', 'other')), own('sensitive', YES)],
        kind,
      ),
    ],
    documents: () => [part([...said('name'), own('holds', rows(namesAt(tree, ['data'])))], kind)],
    sources: () => [part([own('title', line), own('url', line), own('updated', line), own('checked', line)], kind)],
  }
  return { root, parts: FORMS[kind]() }
}

const YES: FieldKind = { is: 'yes' }

function part(fields: readonly Field[], label: string): FormPart {
  return { id: label, label, fields }
}

function factParts(tree: unknown, id: string, value: unknown): readonly FormPart[] {
  const { field, words } = makerAt(tree, ['facts', id])
  const own = (name: string, is: FieldKind) => field([name], is, `facts.${name}`)
  const isNumber = at(value, ['type']) === 'number'
  const bounds = isNumber ? [own('min', number), own('max', number)] : []
  const asked = [
    ...words(['ask'], 'line', 'facts.ask'),
    own('type', one('choice', 'boolean', 'date', 'number')),
    ...words(['hint'], 'text', 'facts.hint'),
    ...[...bounds, own('unknown_allowed', YES), own('sensitive', YES)],
  ]
  const options = namesAt(value, ['options']).map((option): FormPart => {
    const path = ['options', option]
    return { id: path.join('.'), label: 'options', fields: words(path, 'line', 'facts.options'), item: path.join('.') }
  })
  const isChoice = at(value, ['type']) === 'choice' || options.length > 0
  return [
    part(asked, 'facts'),
    ...options,
    ...(isChoice ? [{ id: 'options', label: 'options', fields: [], list: 'options' }] : []),
  ]
}

/** What the journey says of itself. */
export function detailsForm(tree: unknown): DraftForm {
  const { field, words } = makerAt(tree, [])
  const dates = namesAt(tree, ['facts']).filter((id) => at(tree, ['facts', id, 'type']) === 'date')
  const help = listAt(tree, ['help']).map((_, index): FormPart => {
    const path = ['help', String(index)]
    const own = (name: string, kind: FieldKind) => field([...path, name], kind, `help.${name}`)
    const fields = [
      ...words([...path, 'name'], 'line', 'help.name'),
      ...[own('phone', line), own('url', line), ...words([...path, 'hours'], 'line', 'help.hours')],
      own('confidence', one('V', 'P', 'U')),
    ]
    return { id: path.join('.'), label: 'help', fields, item: path.join('.') }
  })
  const said = [
    ...words(['title']),
    ...words(['summary'], 'text'),
    ...words(['care'], 'text'),
    ...words(['proactive'], 'text'),
  ]
  const own = [
    field(['languages'], { is: 'rows', options: ['fi', 'sv', 'en'] }),
    field(['starts_on'], one(...dates)),
    field(['quick_exit'], YES),
  ]
  return {
    root: [],
    parts: [
      part(said, 'journey'),
      part(own, 'details'),
      ...help,
      { id: 'help', label: 'help', fields: [], list: 'help' },
    ],
  }
}

/** A track has a title of its own, apart from its steps. */
export function trackForm(tree: unknown, track: string): DraftForm {
  const root = ['tracks', track]
  return { root, parts: [part(makerAt(tree, root).words(['title']), 'track')] }
}

export function isThingKind(text: string): text is ThingKind {
  return THING_KINDS.some((kind) => kind === text)
}

/** What a new item of a list begins with: a shape that the format accepts as soon as its words are written. */
export function newItem(tree: unknown, step: unknown, list: string, id: string): unknown {
  const { parties, sources } = namedIn(tree)
  const provider = at(step, ['provider'])
  const [from = 'self'] = [provider ?? []].flat().map(String)
  const ITEMS: Readonly<Record<string, () => unknown>> = {
    shares: () => ({
      id,
      data: namesAt(tree, ['data']).slice(0, 1),
      from,
      to: parties.find((one) => one !== from) ?? 'self',
      basis: 'unverified',
    }),
    replies: () => ({ id, after: 'P1D', text: {}, seen: 'imagined' }),
    statements: () => ({ id, text: {}, origin: 'ours' }),
    prompts: () => ({ id, kind: 'rating', of: RATING_SUBJECTS[0] }),
    notes: () => ({ id, text: {} }),
    help: () => ({ name: {}, confidence: 'U' }),
    options: () => ({}),
  }
  if (list.endsWith('.source')) return { cite: sources[0] ?? '', checked: '2026', confidence: 'U' }
  return ITEMS[list]?.() ?? (isRecord(step) ? {} : undefined)
}
