import type { Hono } from 'hono'
import { partsOfSuggestion } from '#feedback/suggested-edit.ts'
import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { markedWords } from '#src/journey/word-marks.ts'
import { readPrompts, readReport } from '#src/review/read-report.ts'
import { DECIDING, type Decided, decideSuggestion, partOf, wordsPath } from '#src/studio/decide-suggestion.ts'
import { languagesOf } from '#src/studio/form-parts.ts'
import { at, wordsIn } from '#src/studio/values.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import { type VoicesPage, voicesPage } from '#views/studio/draft/voices.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { checkedDraft, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'

const PATH = '/:draft/steps/:track/:step/voices'

/** What citizens said of a step, beside the step while it is written: figures, words, and changes they suggest. */
export function draftVoices(pages: Hono<Env>, deps: Deps) {
  pages.get(PATH, async (c) => c.html(await voicesView(c, deps))).post(PATH, (c) => decided(c, deps))
}

type Refused = VoicesPage['refused']

async function voicesView(c: Context, deps: Deps, refused?: Refused) {
  const open = await checkedDraft(c, deps)
  const { tree, reader, draft } = open
  const step = stepIn(c)
  const value = stepOf(tree, step)
  const names = namesOf(value, step)
  const request = {
    journey: draft.journey,
    version: undefined,
    mode: 'own',
    track: undefined,
    provider: undefined,
  } as const
  const isPublished = (await deps.library.latest(draft.journey)) !== undefined
  const reports = isPublished ? await readReport(deps, request) : []
  const [suggested, texts, prompts] = await Promise.all([
    deps.suggestions.suggestionsAt({ journey: draft.journey, steps: names }),
    Promise.all(names.map((name) => deps.walks.visibleTexts({ journey: draft.journey, step: name }))),
    Promise.all(reports.map((report) => readPrompts(deps, request, report))),
  ])
  const readable = suggested.filter(({ said }) => said.state === 'visible' && said.text !== undefined)
  const note = c.req.query('note')
  const text = reader.words.suggestedEdits.studio
  const banner =
    note === 'taken' || note === 'declined'
      ? notificationBanner({
          ...{ titleText: reader.words.site.important, type: 'success' },
          text: note === 'taken' ? text.taken : text.declinedNote,
        })
      : undefined
  return voicesPage(reader, frameOf(c, open, errorsIn(open.checked), banner), {
    ...{ step, refused, journey: draft.journey },
    title: wordsIn(at(value, ['title']), [reader.language, ...languagesOf(tree)]) ?? step,
    rows: reports.flatMap(({ rows }) => rows).filter(({ key }) => names.includes(key)),
    prompts: prompts
      .flat()
      .filter(({ key, prompt, of }) => names.includes(key) && prompt.kind !== 'suggested-edit' && of !== 0)
      .flatMap((row) => {
        const of = reports.find(({ published }) => published.version.number === row.version)
        return of ? [{ definition: of.published.version.definition, row }] : []
      }),
    texts: texts.flat().filter(({ kind }) => kind !== 'suggested-edit'),
    waiting: suggested.filter(({ said }) => said.state === 'pending').length,
    suggestions: readable.map((one) => {
      const path = wordsPath(step, partOf(one), one.said.language)
      const value = path && at(tree, path)
      const present = typeof value === 'string' ? value : undefined
      const { words } = partsOfSuggestion(one.said.text ?? '')
      const marks = present !== undefined && words !== undefined ? markedWords(present, words) : []
      return { ...one, part: partOf(one), present, marks }
    }),
  })
}

async function decided(c: Context, deps: Deps) {
  const { draft, staff, tree } = await theirDraft(c, deps)
  const step = stepIn(c)
  const names = namesOf(stepOf(tree, step), step)
  const { contribution, go, words = '', reason = '' } = (await readForm(c)).fields
  const how = DECIDING.find((one) => one === go)
  const all = await deps.suggestions.suggestionsAt({ journey: draft.journey, steps: names })
  const suggested = all.find(({ said }) => said.id === contribution && said.state === 'visible')
  if (!how) throw new AppError('invalid', 'a button of the suggestions')
  // Taken back by its author meanwhile, or no longer readable.
  if (!suggested) throw new AppError('conflict', 'a suggestion that is not there')
  const input = { draft: draft.id, by: staff.account, step, suggested, how, words, reason }
  const outcome = await decideSuggestion(deps, input)
  if (outcome.ok)
    return c.redirect(
      `${draftPathIn(c, draft.id, `/steps/${step}/voices`)}?note=${how === 'decline' ? 'declined' : 'taken'}`,
      303,
    )
  const refused = { contribution: suggested.said.id, how, error: outcome.error, words, reason }
  return c.html(await voicesView(c, deps, refused), STATUS[outcome.error])
}

const STATUS = { reason: 422, words: 422, long: 422, decided: 409 } as const satisfies Readonly<
  Record<Extract<Decided, { ok: false }>['error'], number>
>

function stepIn(c: Context): StepKey {
  return `${c.req.param('track') ?? ''}/${c.req.param('step') ?? ''}`
}

function stepOf(tree: unknown, step: StepKey): unknown {
  const [track = '', id = ''] = step.split('/')
  const value = at(tree, ['tracks', track, 'steps', id])
  if (value === undefined) throw new AppError('not-found', 'this step of the draft')
  return value
}

/** The step's name in the draft and those it bore before: what was said of it then is said of it. */
function namesOf(value: unknown, step: StepKey): readonly StepKey[] {
  const was = [at(value, ['was']) ?? []].flat().filter((name): name is StepKey => typeof name === 'string')
  return [step, ...was]
}
