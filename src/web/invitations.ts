import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { ALL_JOURNEYS, type ChosenInvitation, readInvitation } from '#src/account/invitation-form.ts'
import { INVITED_FOR_DAYS } from '#src/account/invite.ts'
import { cancelInvitation, endSession, inviteAs, readInvited } from '#src/account/invited.ts'
import { rolesToInvite } from '#src/account/may-invite.ts'
import { accountName } from '#src/account/sign-in.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { Published } from '#src/journey/library.ts'
import { type InviteForm, invitationsPage, type MadeInvitation } from '#views/account/invitations.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'

const DAY = 24 * 60 * 60 * 1000

/** Where people are invited to work on a journey, and where an invitation or a session is taken back. */
export function invitationRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}/staff`, invitationPages(deps))
  return routes
}

function invitationPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .use(staffOnly(deps))
    .get('/', async (c) => {
      const staff = staffMay(c, 'invite')
      return c.html(await invitationsView(c, deps, staff, { chosen: NOTHING }))
    })
    .post('/', async (c) => invited(c, deps, staffMay(c, 'invite')))
    .post('/cancel', async (c) => {
      const staff = staffMay(c, 'invite')
      const { fields } = await readForm(c)
      const isCancelled = await cancelInvitation(deps, staff, fields.id ?? '')
      return c.redirect(`/${c.get('language')}/staff?note=${isCancelled ? 'cancelled' : 'late'}`, 303)
    })
    .post('/end', async (c) => {
      const staff = staffMay(c, 'invite')
      const { fields } = await readForm(c)
      const isEnded = await endSession(deps, staff, fields.id ?? '')
      return c.redirect(`/${c.get('language')}/staff?note=${isEnded ? 'ended' : 'gone'}`, 303)
    })
}

const NOTHING: ChosenInvitation = { role: undefined, journey: undefined, provider: undefined, wasAsked: false }

/** The address is in this one answer and nowhere else: a redirect would need to carry it through an address or a store. */
async function invited(c: Context, deps: Deps, staff: StaffSession) {
  const { fields } = await readForm(c)
  const { role, journey, provider } = fields
  const chosen = { role, journey, provider, wasAsked: fields.asked === 'provider' }
  const published = await deps.library.allLatest()
  const read = readInvitation(chosen, (id) => providersOf(published, id)?.map((one) => one.id))
  if (read.is === 'broken') return c.html(await invitationsView(c, deps, staff, { chosen, errors: read.errors }), 422)
  if (read.is === 'provider-to-ask') {
    if (!rolesToInvite(staff).includes('provider') || !isTheirs(staff, read.journey))
      throw new AppError('forbidden', 'invite a provider')
    return c.html(await invitationsView(c, deps, staff, { chosen: { ...chosen, wasAsked: true } }))
  }
  const { token } = await inviteAs(deps, staff, read.reach)
  const made = {
    address: `${deps.config.publicUrl ?? new URL(c.req.url).origin}/sign-in/${token}`,
    role: read.reach.role,
    provider: reachOf(published, { journey: read.reach.journey, provider: read.reach.provider }).provider,
    expiresAt: deps.now() + INVITED_FOR_DAYS * DAY,
  }
  return c.html(await invitationsView(c, deps, staff, { chosen: NOTHING, made }))
}

type Shown = {
  readonly chosen: ChosenInvitation
  readonly errors?: InviteForm['errors']
  readonly made?: MadeInvitation
}

async function invitationsView(c: Context, deps: Deps, staff: StaffSession, { chosen, errors, made }: Shown) {
  const published = await deps.library.allLatest()
  const { invitations, sessions } = await readInvited(deps, staff)
  const roles = rolesToInvite(staff)
  const journeys = published.filter(({ version }) => isTheirs(staff, version.journey)).map(titled)
  const [onlyRole] = roles.length === 1 ? roles : []
  const isAsking = chosen.role === 'provider' && chosen.wasAsked && chosen.journey !== undefined
  return invitationsPage(staffReaderOf(c, deps, staff), {
    form: {
      roles,
      journeys,
      all: staff.journey === undefined ? ALL_JOURNEYS : undefined,
      providers: isAsking ? providersOf(published, chosen.journey) : undefined,
      chosen: { ...chosen, role: chosen.role ?? onlyRole, journey: chosen.journey ?? staff.journey },
      errors: errors ?? {},
    },
    made,
    invitations: invitations.map((one) => ({
      ...one,
      ...reachOf(published, one),
      id: one.tokenHash,
      account: accountName(one),
    })),
    sessions: sessions.map((one) => ({ ...one, ...reachOf(published, one), isOwn: one.id === staff.id })),
    now: deps.now(),
    notice: noticeOf(c, deps, staff),
  })
}

function titled({ version }: Published) {
  return { id: version.journey, name: version.definition.title }
}

function providersOf(published: readonly Published[], journey: string) {
  const found = published.find(({ version }) => version.journey === journey)
  return found && Object.entries(found.version.definition.providers).map(([id, { name }]) => ({ id, name }))
}

/** A journey or provider that a newer version no longer has is called by its id. */
function reachOf(published: readonly Published[], { journey, provider }: Pick<StaffSession, 'journey' | 'provider'>) {
  const title = journey === undefined ? undefined : published.find(({ version }) => version.journey === journey)
  const among = journey === undefined ? published.map(({ version }) => version.journey) : [journey]
  const named = among.flatMap((id) => providersOf(published, id) ?? []).find(({ id }) => id === provider)
  return {
    journey: journey === undefined ? undefined : (title?.version.definition.title ?? inEach(journey)),
    provider: provider === undefined ? undefined : (named?.name ?? inEach(provider)),
  }
}

function inEach(text: string) {
  return { fi: text, sv: text, en: text }
}

/** What the form before did. */
function noticeOf(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const { words } = staffReaderOf(c, deps, staff)
  const notes: Readonly<Record<string, string>> = words.account.staff.notes
  const note = c.req.query('note') ?? ''
  if (!Object.hasOwn(notes, note)) return undefined
  return notificationBanner({ titleText: words.site.important, text: notes[note] ?? '', type: 'success' })
}
