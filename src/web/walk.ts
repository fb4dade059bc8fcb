import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { cameBy } from '#src/trial/came-by.ts'
import { answerStep, GO, type Go, type Next } from '#src/walk/answer-step.ts'
import { finishWalk } from '#src/walk/finish.ts'
import { findHere, isLeftBehind } from '#src/walk/here.ts'
import { letTimePass } from '#src/walk/let-time-pass.ts'
import { openStep } from '#src/walk/open-step.ts'
import { isAllDone } from '#src/walk/progress.ts'
import { startWalk } from '#src/walk/start-walk.ts'
import { frameOf } from '#views/walk/overview.ts'
import { pausePage, resumePage } from '#views/walk/resume.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { personal } from './headers.ts'
import { minePages } from './mine.ts'
import { readerOf } from './reader.ts'
import { forget, keepHere, resumeDevice, sendDevice } from './session.ts'
import { stampOf } from './stamp.ts'
import { createStartOnce, newcomer, type StartOnce } from './start-once.ts'
import { brokenStepView, otherTabView, stepView } from './step-page.ts'
import { checkView, homeView, journeyView, outcomeView, overviewView, ownWalksOf } from './walk-pages.ts'

/** Everything a citizen does: begin, walk, say something, pause, come back, see and withdraw what was said. */
export function walkRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  const once = createStartOnce(deps)
  for (const language of LANGUAGES) {
    routes.route(`/${language}`, walkPages(deps, once))
    routes.route(`/${language}`, minePages(deps))
  }
  return routes
}

function walkPages(deps: Deps, once: StartOnce): Hono<Env> {
  return new Hono<Env>()
    .get('/', async (c) => c.html(await homeView(c, deps)))
    .get('/journeys/:journey', async (c) => c.html(await journeyView(c, deps, c.req.param('journey'))))
    .post('/journeys/:journey/start', async (c) => {
      const form = await readForm(c)
      const participant = c.get('participant')
      const started = participant ? undefined : newcomer(c, deps, once, form)
      const journey = c.req.param('journey')
      const { walk, next } = await startWalk(deps, {
        ...(await cameBy(deps, { journey, via: form.fields.via })),
        journey,
        as: form.fields.as || undefined,
        by: form.fields.by === 'offer' ? 'offer' : undefined,
        tracks: form.all('track'),
        language: c.get('language'),
        participant: participant ?? started!,
        key: form.fields.key,
      })
      if (started) sendDevice(c, deps, started.cookie)
      return goTo(c, walk.id, next)
    })
    .get('/walks/:walk', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      const isOver = isAllDone(here.steps) && c.req.query('all') === undefined
      return isOver ? goTo(c, here.walk.id, 'check') : c.html(await overviewView(c, deps, here))
    })
    .get('/walks/:walk/steps/:track/:step', async (c) => {
      personal(c)
      const key = stepKey(c)
      const walk = c.req.param('walk')
      return unlessLeft(c, deps, async () => {
        const opened = await openStep(deps, { walk, step: key, participant: c.get('participant') })
        if ('notOpen' in opened)
          return notOpen(c, opened.here.walk.id, opened.notOpen === 'not-yours' ? 'not-yours' : 'not-yet', key)
        return c.html(await stepView(c, deps, opened))
      })
    })
    .post('/walks/:walk/steps/:track/:step', async (c) => {
      personal(c)
      const walk = c.req.param('walk')
      deps.limits.spend(c, 'walk-post', walk)
      const form = await readForm(c)
      return unlessLeft(c, deps, () => answered(c, deps, walk, form))
    })
    .post('/walks/:walk/time', async (c) => {
      const { fields } = await readForm(c)
      const here = await letTimePass(deps, {
        walk: c.req.param('walk'),
        participant: c.get('participant'),
        key: fields.key,
      })
      return goTo(c, here.walk.id, isAllDone(here.steps) ? 'check' : 'overview')
    })
    .get('/walks/:walk/check', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      return c.html(await checkView(c, deps, here))
    })
    .post('/walks/:walk/check', async (c) => {
      const { fields } = await readForm(c)
      const walk = c.req.param('walk')
      if (goOf(fields) !== 'on') {
        await findHere(deps, walk, c.get('participant'))
        return goTo(c, walk, 'check')
      }
      const { finished } = await finishWalk(deps, { walk, participant: c.get('participant'), key: fields.key })
      return c.redirect(finished ? walkPath(c, walk, '/outcome') : walkPath(c, walk, '?note=finish-first'), 303)
    })
    .get('/walks/:walk/outcome', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      if (here.walk.outcomeAt === undefined) return goTo(c, here.walk.id, isAllDone(here.steps) ? 'check' : 'overview')
      return c.html(await outcomeView(c, deps, here))
    })
    .get('/walks/:walk/pause', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      return c.html(pausePage(readerOf(c, deps), frameOf(here), here.journey.definition, c.get('code')))
    })
    .get('/resume', async (c) => {
      personal(c)
      return c.html(
        resumePage(readerOf(c, deps), {
          typed: '',
          error: undefined,
          walks: await ownWalksOf(c, deps),
          key: deps.newId(),
        }),
      )
    })
    .post('/resume', async (c) => {
      personal(c)
      const { fields } = await readForm(c)
      return resumed(c, deps, (fields.code ?? '').slice(0, 100))
    })
    .post('/device', async (c) => {
      const { fields } = await readForm(c)
      if (fields.device === 'forget') {
        await forget(c, deps)
        return c.redirect(`/${c.get('language')}`, 303)
      }
      await keepHere(c, deps)
      return fields.walk && /^[\w-]{1,64}$/.test(fields.walk)
        ? goTo(c, fields.walk, 'overview')
        : c.redirect(`/${c.get('language')}`, 303)
    })
}

async function answered(c: Context, deps: Deps, walk: string, { fields }: Form) {
  const step = stepKey(c)
  const participant = c.get('participant')
  const go = goOf(fields)
  const other = await otherTabView(c, deps, { walk, step, participant, fields, go })
  if (other) return c.html(other, 409)
  const outcome = await answerStep(deps, {
    walk,
    step,
    participant,
    fields,
    go,
    key: keyOf(fields),
    language: c.get('language'),
    realToday: new Date(deps.now()).toISOString().slice(0, 10),
  })
  if (outcome.ok) return c.redirect(elsewhere(fields) ?? afterAnswer(c, walk, step, fields, outcome), 303)
  if ('notOpen' in outcome) return notOpen(c, walk, outcome.notOpen === 'not-yours' ? 'not-yours' : 'not-yet', step)
  return c.html(await brokenStepView(c, deps, { walk, step, participant, fields, outcome }), 422)
}

/** The script of a page saves what is written before it follows a language link; only our own addresses are followed. */
function elsewhere({ next, go }: Form['fields']): string | undefined {
  return go === 'stay' && next !== undefined && /^\/(fi|sv|en)\/[\w/-]*$/.test(next) ? next : undefined
}

type Kept = {
  readonly next: Next
  readonly said: number
  readonly redacted: readonly { readonly kind: string }[]
  readonly changed: unknown
  readonly isAllDone: boolean
}

/** Where a kept form leads, and what the next page tells of it. Never anybody's words: only kinds and step names. */
function afterAnswer(
  c: Context,
  walk: string,
  step: StepKey,
  fields: Form['fields'],
  { next, said, redacted, changed, isAllDone: isOver }: Kept,
): string {
  const query = new URLSearchParams()
  if (said > 0 || redacted.length > 0) query.set('said', step)
  if (redacted.length > 0) query.set('removed', [...new Set(redacted.map(({ kind }) => kind))].join(','))
  const isStaying = next === step
  const news = isOver ? 'check' : 'overview'
  const target = fields.return === 'check' ? 'check' : next
  const moved = changed ? news : target
  const path = placePath(c, walk, isStaying ? next : moved)
  if (isStaying) query.set('saved', '1')
  return query.size > 0 ? `${path}?${query}` : path
}

async function resumed(c: Context, deps: Deps, typed: string) {
  const text = readerOf(c, deps).words.walk.resume
  const again = async (error: string) =>
    c.html(resumePage(readerOf(c, deps), { typed, error, walks: await ownWalksOf(c, deps), key: deps.newId() }), 422)
  if (typed.trim() === '') return again(text.empty)
  deps.limits.spend(c, 'code')
  const participant = await resumeDevice(c, deps, typed)
  if (!participant) return again(text.wrong)
  const [latest] = await deps.walks.walksOf(participant)
  return latest ? goTo(c, latest.id, 'overview') : c.redirect(`/${c.get('language')}`, 303)
}

/** The browser's back button brings the same key with other words: only a form that says the same is the same form. */
function keyOf(fields: Form['fields']): string | undefined {
  return fields.key ? `${fields.key}.${stampOf(fields)}` : undefined
}

function goOf(fields: Form['fields']): Go {
  return GO.find((go) => go === fields.go) ?? 'stay'
}

function stepKey(c: Context): StepKey {
  const { track, step } = c.req.param() as { track: string; step: string }
  return `${track}/${step}`
}

function notOpen(c: Context, walk: string, note: 'not-yet' | 'not-yours', step: StepKey) {
  return c.redirect(walkPath(c, walk, `?${new URLSearchParams({ note, step })}`), 303)
}

/** A step that the walk left when it moved to a newer version leads to where the walk is now. */
async function unlessLeft(c: Context, deps: Deps, page: () => Promise<Response>): Promise<Response> {
  try {
    return await page()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    const here = await findHere(deps, c.req.param('walk') ?? '', c.get('participant'))
    if (!(await isLeftBehind(deps, here, stepKey(c)))) throw error
    return c.redirect(walkPath(c, here.walk.id, '?all=1&note=step-gone'), 303)
  }
}

function goTo(c: Context, walk: string, next: Next) {
  return c.redirect(placePath(c, walk, next), 303)
}

function placePath(c: Context, walk: string, next: Next): string {
  if (next === 'overview') return walkPath(c, walk)
  return walkPath(c, walk, next === 'check' ? '/check' : `/steps/${next}`)
}

function walkPath(c: Context, walk: string, rest = ''): string {
  return `/${c.get('language')}/walks/${walk}${rest}`
}
