import { Hono } from 'hono'
import { isDistress } from '#feedback/distress.ts'
import type { Found } from '#feedback/redaction.ts'
import { WHOLE_JOURNEY } from '#feedback/statement-id.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { type Added, addStatement } from '#src/walk/add-statement.ts'
import { withdraw } from '#src/walk/mine.ts'
import { openStatements, type Served, type StatementsPage } from '#src/walk/statements.ts'
import { type Voted, vote } from '#src/walk/vote.ts'
import type { Html } from '#views/html.ts'
import { ADD_TEXT, type AddForm } from '#views/walk/add-statement.ts'
import { filledFrom, statementsPage } from '#views/walk/statements.ts'
import { errorText } from './answer-errors.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { removedKinds } from './step-notice.ts'

/** How many statements a short round has at most (participation.md 2.1). */
const ROUND = 10
const NOTES = ['saved', 'added', 'gone', 'closed', 'round-done', 'withdrawn'] as const

/** Statements after the steps: one at a time, as many as the walker likes; own votes and own statements. */
export function statementRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES)
    routes
      .get(`/${language}/walks/:walk/statements`, async (c) => {
        personal(c)
        return c.html(await opened(c, deps))
      })
      .post(`/${language}/walks/:walk/statements`, (c) => voted(c, deps))
      .post(`/${language}/walks/:walk/statements/add`, (c) => added(c, deps))
      .post(`/${language}/walks/:walk/statements/take-back`, async (c) => {
        const { fields } = await readForm(c)
        await withdraw(deps, { ...whose(c), contribution: fields.contribution ?? '' })
        return to(c, { note: 'withdrawn' })
      })
  return routes
}

const whose = (c: Context) => ({ walk: c.req.param('walk') ?? '', participant: c.get('participant') })

async function opened(c: Context, deps: Deps): Promise<Html> {
  const round = roundOf(c.req.query('round'))
  const page = await openStatements(deps, { ...whose(c), again: c.req.query('again') })
  const isDone = round !== undefined && round >= ROUND
  const shown = isDone ? { ...page, current: undefined } : page
  return view(c, deps, { page: shown, round, values: shown.current ? filledFrom(shown.current) : {} })
}

async function voted(c: Context, deps: Deps): Promise<Response> {
  personal(c)
  const { walk } = whose(c)
  deps.limits.spend(c, 'walk-post', walk)
  const { fields } = await readForm(c)
  const { step = '', prompt = '', go = 'next', key } = fields
  const place = { ...whose(c), step: step as StepKey, prompt }
  const told = await vote(deps, {
    ...{ ...place, key, fields, go: go === 'skip' ? 'skip' : 'next', language: c.get('language') },
  })
  const round = roundOf(fields.round)
  if (!told.ok)
    return told.error === 'wrong' ? brokenVote(c, deps, { ...place, told, fields }) : to(c, { note: told.error })
  const removed = removedIn(told.redacted)
  const isRoundDone = round !== undefined && round + 1 >= ROUND
  if (go === 'keep') return to(c, { note: 'saved', removed })
  if (go === 'stop') return c.redirect(`/${c.get('language')}/walks/${walk}?all=1`, 303)
  if (isRoundDone) return to(c, { round: String(ROUND), note: 'round-done', removed })
  return to(c, { round: round === undefined ? undefined : String(round + 1), removed })
}

type Fields = Readonly<Record<string, string>>
type Broken = { step: StepKey; prompt: string; told: Extract<Voted, { error: 'wrong' }>; fields: Fields }

async function brokenVote(c: Context, deps: Deps, { told, fields, step, prompt }: Broken): Promise<Response> {
  const page = await openStatements(deps, whose(c))
  const again =
    page.current?.prompt.id === prompt
      ? page.current
      : page.votes.find((one) => one.prompt.id === prompt && one.step === step)
  return c.html(
    await view(c, deps, {
      page: { ...page, current: again ?? page.current },
      round: roundOf(fields.round),
      values: fields,
      errors: errorsOf(c, deps, page, told.errors, fields),
    }),
    422,
  )
}

async function added(c: Context, deps: Deps): Promise<Response> {
  personal(c)
  deps.limits.spend(c, 'walk-post', whose(c).walk)
  const { fields } = await readForm(c)
  const [step = '', share] = (fields.place || WHOLE_JOURNEY).split('#')
  const told = await addStatement(deps, {
    ...{ ...whose(c), step: step as StepKey, share, text: fields[ADD_TEXT] ?? '', key: fields.key },
    ...{ anyway: fields.anyway === '1', language: c.get('language') },
  })
  if (told.ok) return to(c, { note: 'added', removed: removedIn(told.redacted) })
  const page = await openStatements(deps, whose(c))
  const near: Served | undefined =
    told.error === 'near'
      ? { step: told.step, prompt: told.near, said: page.votes.find((one) => one.prompt.id === told.near.id)?.said }
      : undefined
  const shown = near ? { ...page, current: near } : page
  return c.html(
    await view(c, deps, {
      page: shown,
      values: shown.current ? filledFrom(shown.current) : {},
      add: { values: fields, errors: addErrors(c, deps, page, told, fields), isNear: near !== undefined },
      notice: near && readerOf(c, deps).words.statements.near,
    }),
    near ? 200 : 422,
  )
}

function addErrors(c: Context, deps: Deps, page: StatementsPage, told: Extract<Added, { ok: false }>, fields: Fields) {
  const text = readerOf(c, deps).words.statements
  if (told.error === 'wrong') return errorsOf(c, deps, page, told.errors, fields)
  if (told.error === 'near') return {}
  const said = { closed: text.addingEnded, empty: text.empty, 'one-a-place': text.onePlace }
  return { [ADD_TEXT]: said[told.error] }
}

type View = {
  readonly page: StatementsPage
  readonly values: Readonly<Record<string, string>>
  readonly errors?: Readonly<Record<string, string>>
  readonly round?: number | undefined
  readonly add?: AddForm
  readonly notice?: string | undefined
}

async function view(c: Context, deps: Deps, { page, values, errors = {}, round, add, notice }: View): Promise<Html> {
  return statementsPage(readerOf(c, deps), {
    ...{ page, round, filled: { values, errors }, newKey: deps.newId },
    add: add ?? { values: {}, errors: {}, isNear: false },
    notice: notice ?? noticeOf(c, deps),
    isInNeed: [...page.own, ...page.votes.flatMap(({ said }) => said ?? [])].some(({ text }) => isDistress(text ?? '')),
  })
}

/** What the form before did, and which kinds of details were taken out of its text. */
function noticeOf(c: Context, deps: Deps): string | undefined {
  const { words } = readerOf(c, deps)
  const text = words.statements
  const note = NOTES.find((known) => known === c.req.query('note'))
  const kinds = Object.entries(words.walk.step.found).filter(([kind]) => removedKinds(c).includes(kind))
  const told = {
    ...{ saved: text.saved, added: text.added, gone: text.gone, closed: text.closed, 'round-done': text.roundDone },
    withdrawn: words.walk.mine.withdrawn,
  }
  const removed = kinds.length > 0 ? words.walk.step.removed(kinds.map(([, name]) => name).join(', ')) : undefined
  return [note && told[note], removed].filter((one) => one !== undefined).join(' ') || undefined
}

function errorsOf(
  c: Context,
  deps: Deps,
  { here }: StatementsPage,
  errors: Extract<Voted, { error: 'wrong' }>['errors'],
  fields: Fields,
) {
  const reader = readerOf(c, deps)
  return Object.fromEntries(errors.map((one) => [one.field, errorText(reader, here, { ...one, fields })]))
}

function to(c: Context, query: Readonly<Record<string, string | undefined>>): Response {
  const known = Object.entries(query).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))
  const search = new URLSearchParams(known).toString()
  return c.redirect(`/${c.get('language')}/walks/${whose(c).walk}/statements${search && `?${search}`}`, 303)
}

function roundOf(typed: string | undefined): number | undefined {
  return /^\d{1,2}$/.test(typed ?? '') ? Math.min(Number(typed), ROUND) : undefined
}

function removedIn(found: readonly Found[]): string {
  return [...new Set(found.map(({ kind }) => kind))].join(',')
}
