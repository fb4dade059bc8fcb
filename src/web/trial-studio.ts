import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { addChannel } from '#src/trial/add-channel.ts'
import { createTrial } from '#src/trial/create-trial.ts'
import { inLanguage } from '#src/trial/example-trial.ts'
import { type FoundTrial, findTrial } from '#src/trial/find-trial.ts'
import { moveStage } from '#src/trial/move-stage.ts'
import { suggestedOpenness } from '#src/trial/openness.ts'
import { fieldsOf, readPlan } from '#src/trial/plan-form.ts'
import { changedParts, savePlan } from '#src/trial/save-plan.ts'
import { eraseContacts, readContacts } from '#src/trial/sign-up.ts'
import { eventsOf, isForGood, TRIAL_EVENTS } from '#src/trial/stages.ts'
import type { TrialPlan } from '#src/trial/trial.ts'
import { type Confirming, confirmTrialPage } from '#views/trial/confirm.ts'
import { trialListPage } from '#views/trial/list.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'
import { studioTrialView } from './trial-studio-page.ts'

/** Where a designer plans a trial, opens it, takes it on and sees whom it reaches. */
export function trialStudioRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/studio/trials`, trialPages(deps))
  return routes
}

function trialPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => {
      const staff = staffMay(c, 'open-trial')
      const published = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
      const titles = new Map(published.map(({ version }) => [version.journey, version.definition.title]))
      const trials = (await deps.trials.all()).filter(({ journey }) => titles.has(journey))
      const page = {
        trials: trials.map((trial) => ({
          trial: inLanguage(trial, c.get('language')),
          title: titles.get(trial.journey) ?? {},
        })),
        journeys: [...titles].map(([id, title]) => ({ id, title })),
      }
      return c.html(trialListPage(staffReaderOf(c, deps, staff), page))
    })
    .post('/', async (c) => {
      const { fields } = await readForm(c)
      const journey = fields.journey ?? ''
      const staff = staffMay(c, 'open-trial', { journey })
      const trial = await createTrial(deps, staff, { journey })
      return c.redirect(trialPath(c, trial.id, 'created'), 303)
    })
    .get('/:trial', async (c) => {
      const { staff, found } = await theirTrial(c, deps)
      return c.html(await studioTrialView(c, deps, staff, found))
    })
    .post('/:trial', (c) => savedPlan(c, deps))
    .post('/:trial/stage', (c) => movedStage(c, deps))
    .post('/:trial/channels', async (c) => {
      const { staff, found } = await theirTrial(c, deps)
      const { name = '' } = (await readForm(c)).fields
      const added = await addChannel(deps, staff, { trial: found.trial.id, name })
      if (added.ok) return c.redirect(`${trialPath(c, found.trial.id, 'channel')}#channels`, 303)
      const channelError = { error: added.error, typed: name }
      return c.html(await studioTrialView(c, deps, staff, found, { channelError }), 422)
    })
    .post('/:trial/contacts', async (c) => {
      const { staff, found } = await theirTrial(c, deps)
      await readForm(c)
      const { contacts } = await readContacts(deps, staff, found.trial)
      const origin = deps.config.publicUrl ?? new URL(c.req.url).origin
      const lines = contacts.map(
        ({ email, language, id }) => `${email}\t${language}\t${origin}/${language}/unsubscribe/${id}`,
      )
      return c.body(`${lines.join('\n')}\n`, 200, {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="polku-contacts.txt"',
      })
    })
    .post('/:trial/contacts/erase', async (c) => {
      const { staff, found } = await theirTrial(c, deps)
      const { fields } = await readForm(c)
      if (fields.sure !== 'yes') return confirming(c, deps, { staff, found }, 'erase', found.trial.rev)
      await eraseContacts(deps, staff, found.trial)
      return c.redirect(trialPath(c, found.trial.id, 'erased'), 303)
    })
}

type Theirs = { readonly staff: StaffSession; readonly found: FoundTrial }

async function theirTrial(c: Context, deps: Deps): Promise<Theirs> {
  staffMay(c, 'open-trial')
  const found = await findTrial(deps, c.req.param('trial') ?? '')
  return { staff: staffMay(c, 'open-trial', { journey: found.trial.journey }), found }
}

async function savedPlan(c: Context, deps: Deps) {
  const { staff, found } = await theirTrial(c, deps)
  const { fields } = await readForm(c)
  const { definition } = found.published.version
  const read = readPlan(fields, found.trial.plan, definition)
  const isSuggesting = fields.go === 'suggest'
  const plan = isSuggesting ? withSuggestions(read.plan, found) : read.plan
  if (Object.keys(read.errors).length > 0)
    return c.html(
      await studioTrialView(c, deps, staff, found, { fields, rev: revOf(fields), errors: read.errors }),
      422,
    )

  const saved = await savePlan(deps, staff, { id: found.trial.id, rev: revOf(fields), plan })
  if (saved.ok) return c.redirect(`${trialPath(c, found.trial.id, 'saved')}${isSuggesting ? '#plan' : ''}`, 303)
  if (saved.because === 'closed') throw new AppError('conflict', 'the plan of a closed trial')
  const typed = isSuggesting ? fieldsOf(plan) : fields
  if (saved.because === 'missing') {
    const refused = { because: 'missing-open', missing: saved.missing } as const
    return c.html(await studioTrialView(c, deps, staff, found, { fields: typed, rev: revOf(fields), refused }), 422)
  }
  const differs = changedParts(saved.trial.plan, plan)
  if (differs.length === 0) return c.redirect(trialPath(c, found.trial.id, 'saved'), 303)
  const now = { ...found, trial: saved.trial }
  const refused = { because: 'stale', differs } as const
  return c.html(await studioTrialView(c, deps, staff, now, { fields: typed, rev: saved.trial.rev, refused }), 409)
}

function withSuggestions(plan: TrialPlan, { published }: FoundTrial): TrialPlan {
  return { ...plan, openness: { ...suggestedOpenness(published.version.definition), ...plan.openness } }
}

async function movedStage(c: Context, deps: Deps) {
  const { staff, found } = await theirTrial(c, deps)
  const { fields } = await readForm(c)
  const event = TRIAL_EVENTS.find((known) => known === fields.event)
  if (!event) throw new AppError('invalid', 'stage of a trial')
  const isPossible = eventsOf(found.trial, found.published.version.definition).includes(event)
  if (isForGood(event) && fields.sure !== 'yes' && isPossible)
    return confirming(c, deps, { staff, found }, event, revOf(fields))
  const moved = await moveStage(deps, staff, { id: found.trial.id, rev: revOf(fields), event })
  if (moved.ok) return c.redirect(trialPath(c, found.trial.id, 'moved'), 303)
  const refused = { because: moved.because }
  const status = moved.because === 'stale' ? 409 : 422
  return c.html(await studioTrialView(c, deps, staff, { ...found, trial: moved.trial }, { refused }), status)
}

/** Nothing is done yet: what cannot be undone is asked once more. */
function confirming(c: Context, deps: Deps, { staff, found }: Theirs, what: Confirming['what'], rev: number) {
  const { title } = found.published.version.definition
  return c.html(confirmTrialPage(staffReaderOf(c, deps, staff), { trial: found.trial, title, what, rev }))
}

function revOf({ rev }: Readonly<Record<string, string>>): number {
  return /^\d{1,9}$/.test(rev ?? '') ? Number(rev) : -1
}

function trialPath(c: Context, trial: string, note: string): string {
  return `/${c.get('language')}/studio/trials/${trial}?note=${note}`
}
