import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import type { Published } from '#src/journey/library.ts'
import { readBackground, TRAIT_VALUES, tellBackground } from '#src/trial/background.ts'
import { cameBy } from '#src/trial/came-by.ts'
import { readChannelCode } from '#src/trial/channel-code.ts'
import { signUp, unsubscribe } from '#src/trial/sign-up.ts'
import type { Channel, Trial } from '#src/trial/trial.ts'
import { recordTrial } from '#src/trial/trial-deps.ts'
import { findHere } from '#src/walk/here.ts'
import { startWalk } from '#src/walk/start-walk.ts'
import { assistPage } from '#views/trial/assist.ts'
import { backgroundPage } from '#views/trial/background.ts'
import { followedPage, followPage, unsubscribedPage, unsubscribePage } from '#views/trial/follow.ts'
import { invitePage } from '#views/trial/invite.ts'
import { unknownInvitationPage } from '#views/trial/join.ts'
import { trialPage } from '#views/trial/public.ts'
import { askingAbout, asTold, viaOf } from './asking.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { NOTICE_HASH } from './notice.ts'
import { readerOf } from './reader.ts'
import { sendDevice, startDevice } from './session.ts'
import { staffMay, staffOnly, staffReaderOf } from './staff.ts'

/** Who asks, and the ways in: invitations, codes of channels, being told of the answers, telling of oneself, being helped. */
export function trialRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>().get('/join/:code', (c) => join(c, deps, c.req.param('code')))
  for (const language of LANGUAGES) {
    routes.route(`/${language}`, waysIn(deps))
    routes.route(`/${language}`, beingTold(deps))
    routes.route(`/${language}`, ofOneself(deps))
    routes.route(`/${language}`, assisting(deps))
  }
  return routes
}

function waysIn(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/journeys/:journey/trial', async (c) => {
      const published = await publishedOf(deps, c.req.param('journey'))
      const asking = await askingAbout(c, deps, published.version.journey)
      return c.html(trialPage(readerOf(c, deps), { published, asking, via: viaOf(c) }))
    })
    .get('/journeys/:journey/invite', async (c) => {
      const { journey } = c.req.param()
      const { version } = await publishedOf(deps, journey)
      const { trial, channel } = await invitedTo(c, deps, journey)
      const page = {
        definition: version.definition,
        trial: asTold(c, deps, trial).trial,
        address: `${originOf(c, deps)}/${channel ? `join/${channel.code}` : `${c.get('language')}/journeys/${journey}`}`,
        channel: channel?.name,
        wordsOf: messages,
      }
      return c.html(invitePage(readerOf(c, deps), page))
    })
    .get('/join/:code', (c) => join(c, deps, c.req.param('code')))
}

async function publishedOf({ library }: Deps, journey: string): Promise<Published> {
  const published = await library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return published
}

async function trialNow({ trialOf }: Deps, journey: string): Promise<Trial> {
  const trial = await trialOf(journey)
  if (!trial) throw new AppError('not-found', 'trial of a journey')
  return trial
}

/** A channel's sheet is the staff's own: its code counts who came, and would count wrongly were it passed around. */
async function invitedTo(
  c: Context,
  deps: Deps,
  journey: string,
): Promise<{ trial: Trial; channel: Channel | undefined }> {
  const wanted = c.req.query('channel')
  if (wanted === undefined) return { trial: await trialNow(deps, journey), channel: undefined }
  personal(c)
  staffMay(c, 'open-trial', { journey })
  for (const trial of (await deps.trials.all()).filter((one) => one.journey === journey)) {
    const channel = (await deps.trials.channels(trial.id)).find(({ id }) => id === wanted)
    if (channel) return { trial, channel }
  }
  throw new AppError('not-found', 'channel')
}

function originOf(c: Context, { config }: Pick<Deps, 'config'>): string {
  return config.publicUrl ?? new URL(c.req.url).origin
}

/** Guesses are counted against the network they come from; somebody with a real code is never held up. */
async function join(c: Context, deps: Deps, typed: string) {
  personal(c)
  const code = readChannelCode(typed)
  const channel = code === undefined ? undefined : await deps.trials.channelByCode(code)
  const trial = channel && (await deps.trials.find(channel.trial))
  if (trial) return c.redirect(`/${c.get('language')}/journeys/${trial.journey}?via=${code}`, 303)
  deps.limits.spend(c, 'code')
  return c.html(unknownInvitationPage(readerOf(c, deps)), 404)
}

function beingTold(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/journeys/:journey/follow', async (c) => {
      const { version } = await publishedOf(deps, c.req.param('journey'))
      await trialNow(deps, version.journey)
      const page = { definition: version.definition, values: { email: '', hasConsent: false }, errors: [] }
      return c.html(followPage(readerOf(c, deps), page))
    })
    .post('/journeys/:journey/follow', async (c) => {
      personal(c)
      const { fields } = await readForm(c)
      const { definition } = (await publishedOf(deps, c.req.param('journey'))).version
      const trial = await trialNow(deps, definition.id)
      deps.limits.spend(c, 'new-participant')
      const values = { email: (fields.email ?? '').slice(0, 500), hasConsent: fields.consent === 'yes' }
      const signed = await signUp(deps, trial, { ...values, language: c.get('language') })
      const reader = readerOf(c, deps)
      if (!signed.ok) return c.html(followPage(reader, { definition, values, errors: signed.errors }), 422)
      const link = `${originOf(c, deps)}/${c.get('language')}/unsubscribe/${signed.contact}`
      return c.html(followedPage(reader, { definition, link }))
    })
    .get('/unsubscribe/:contact', (c) => {
      personal(c)
      return c.html(unsubscribePage(readerOf(c, deps), c.req.param('contact')))
    })
    .post('/unsubscribe/:contact', async (c) => {
      personal(c)
      await readForm(c)
      await unsubscribe(deps, c.req.param('contact'))
      return c.html(unsubscribedPage(readerOf(c, deps)))
    })
}

function ofOneself(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/walks/:walk/background', async (c) => {
      personal(c)
      const here = await findHere(deps, c.req.param('walk'), c.get('participant'))
      const note = c.req.query('note')
      const page = {
        here,
        background: await deps.trials.background(here.walk.id),
        values: TRAIT_VALUES,
        note: note === 'saved' || note === 'erased' ? note : undefined,
        key: deps.newId(),
      } as const
      return c.html(backgroundPage(readerOf(c, deps), page))
    })
    .post('/walks/:walk/background', async (c) => {
      personal(c)
      const { fields } = await readForm(c)
      const { walk } = await findHere(deps, c.req.param('walk'), c.get('participant'))
      deps.limits.spend(c, 'walk-post', walk.id)
      const background = fields.go === 'erase' ? undefined : readBackground(fields)
      await tellBackground(deps, { walk: walk.id, background })
      const note = background === undefined ? 'erased' : 'saved'
      return c.redirect(`/${c.get('language')}/walks/${walk.id}/background?note=${note}`, 303)
    })
}

function assisting(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use('/journeys/:journey/assist', staffOnly(deps))
    .get('/journeys/:journey/assist', async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'assist', { journey })
      const { version } = await publishedOf(deps, journey)
      const asking = await askingAbout(c, deps, journey)
      const channels = asking ? await deps.trials.channels(asking.trial.id) : []
      const page = { definition: version.definition, asking, channels, key: deps.newId() }
      return c.html(assistPage(staffReaderOf(c, deps, staff), page))
    })
    .post('/journeys/:journey/assist', async (c) => {
      const { journey } = c.req.param()
      const staff = staffMay(c, 'assist', { journey })
      const form = await readForm(c)
      // Always somebody new: whoever is helped gets a code of their own, whatever was walked on this device before.
      const started = startDevice(deps, { hash: NOTICE_HASH, language: c.get('language') })
      const from = await cameBy(deps, { journey, via: form.fields.via })
      const { walk, next } = await startWalk(deps, {
        ...from,
        journey,
        as: undefined,
        mode: 'assisted',
        tracks: form.all('track'),
        language: c.get('language'),
        participant: started,
        key: form.fields.key,
      })
      // Not which walk it is: the log must not say who was helped with what.
      await recordTrial(deps, staff, { what: 'assist', trial: from.trial ?? journey })
      sendDevice(c, deps, started.cookie)
      const path = next === 'overview' || next === 'check' ? '' : `/steps/${next}`
      return c.redirect(`/${c.get('language')}/walks/${walk.id}${path}`, 303)
    })
}
