import { Hono } from 'hono'
import { readAudit } from '#src/account/audit.ts'
import { firstPage } from '#src/account/first-page.ts'
import { accountName, openLink, type Refused, signIn } from '#src/account/sign-in.ts'
import { signOut } from '#src/account/sign-out.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { auditPage } from '#views/account/audit.ts'
import { refusedPage, signInPage } from '#views/account/sign-in.ts'
import { studioPage } from '#views/account/studio.ts'
import type { Reader } from '#views/walk/frame.ts'
import type { Context, Deps, Env } from './context.ts'
import { clearCookies } from './cookies.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { sendStaff, startStaff } from './session.ts'
import { isTheirs, staffMay, staffOnly, staffReaderOf } from './staff.ts'

/** Signing in and out, each role's first page, and the audit log. */
export function accountRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>().route('/', signInPages(deps))
  for (const language of LANGUAGES) {
    routes.route(`/${language}`, signInPages(deps))
    routes.route(`/${language}`, accountPages(deps))
  }
  return routes
}

function signInPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/sign-in/:token', async (c) => {
      personal(c)
      const token = c.req.param('token')
      const opened = await openLink(deps, token)
      if (!opened.ok) return refuse(c, deps, token, opened.refused)
      const { role, journey } = opened.invitation
      const title = journey === undefined ? undefined : await deps.library.latest(journey)
      return c.html(signInPage(linkReaderOf(c, deps, token), { token, role, journey: title?.version.definition.title }))
    })
    .post('/sign-in/:token', async (c) => {
      personal(c)
      await readForm(c)
      const token = c.req.param('token')
      const opened = await openLink(deps, token)
      if (!opened.ok) return refuse(c, deps, token, opened.refused)
      const { invitation } = opened
      const { role, journey, provider } = invitation
      const started = startStaff(deps, { account: accountName(invitation), role, journey, provider })
      if (!(await signIn(deps, { invitation, session: started.session }))) return refuse(c, deps, token, 'used')
      const before = c.get('staff')
      if (before) await signOut(deps, before)
      sendStaff(c, deps, started.token)
      return c.redirect(`/${c.get('language')}/${firstPage(role)}`, 303)
    })
}

function accountPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/sign-out', async (c) => {
      await readForm(c)
      const staff = c.get('staff')
      if (staff) await signOut(deps, staff)
      clearCookies(c, deps.config, 'staff')
      return c.redirect(`/${c.get('language')}`, 303)
    })
    .use('/studio', staffOnly(deps))
    .get('/studio', async (c) => {
      const staff = staffMay(c, 'edit-journey')
      const journeys = (await deps.library.allLatest()).filter(({ version }) => isTheirs(staff, version.journey))
      const listed = journeys.map(({ version }) => ({
        id: version.journey,
        title: version.definition.title,
        version: version.number,
      }))
      return c.html(studioPage(staffReaderOf(c, deps, staff), listed))
    })
    .use('/audit', staffOnly(deps))
    .get('/audit', async (c) => {
      const staff = staffMay(c, 'read-audit')
      const before = beforeOf(c.req.query('before'))
      const page = await readAudit(deps, before)
      return c.html(auditPage(staffReaderOf(c, deps, staff), { ...page, isNewest: before === undefined }))
    })
}

/** Guesses are counted against the network they come from; someone with a real link is never held up. */
function refuse(c: Context, deps: Deps, token: string, refused: Refused) {
  if (refused === 'unknown') deps.limits.spend(c, 'sign-in')
  return c.html(refusedPage(linkReaderOf(c, deps, token), refused), refused === 'unknown' ? 404 : 410)
}

/** The address of a link has no language of its own, yet its page can be read in each. */
function linkReaderOf(c: Context, deps: Deps, token: string): Reader {
  const path = `sign-in/${encodeURIComponent(token)}`
  return { ...readerOf(c, deps), alternates: { fi: `/fi/${path}`, sv: `/sv/${path}`, en: `/en/${path}` } }
}

function beforeOf(text: string | undefined): number | undefined {
  if (!text) return undefined
  if (!/^\d{1,15}$/.test(text)) throw new AppError('not-found', 'page of the log')
  return Number(text)
}
