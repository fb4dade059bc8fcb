import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { findingText } from '#src/journey/finding.ts'
import { openDraft } from '#src/studio/change-draft.ts'
import { valuesOf } from '#src/studio/document.ts'
import { draftAsVersion, hindrances } from '#src/studio/draft-versions.ts'
import { at, stepPlaces, wordsIn } from '#src/studio/values.ts'
import { plainIn } from '#views/said-in.ts'
import { sharedDraftPage, sharePage, type TryForm } from '#views/studio/draft/share.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { checkedDraft, checkOf, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'
import { tryDraft } from './studio-draft-try.ts'

const DAY = 24 * 60 * 60 * 1000
const LASTS_DAYS = 14
const LONGEST_DAYS = 90

/** Trying a draft, and sharing it with those who have no account. */
export function draftSharing(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/share', async (c) => c.html(await shareView(c, deps)))
    .post('/:draft/share', (c) => shared(c, deps))
    .post('/:draft/try', async (c) => {
      const { draft } = await theirDraft(c, deps)
      return tried(c, deps, draft.id, draftPathIn(c, draft.id, '/share'))
    })
}

/** The draft behind a link: walked without an account, and nothing else. */
export function sharedDraftRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES)
    routes.route(
      `/${language}/drafts`,
      new Hono<Env>()
        .get('/:token', async (c) => {
          personal(c)
          const draft = await behind(c, deps)
          const opened = await openDraft(deps, draft)
          const trying = await tryFormOf(c, deps, draft, c.req.path)
          return c.html(sharedDraftPage(readerOf(c, deps), { title: plainIn(language, opened.draft.title), trying }))
        })
        .post('/:token', async (c) => tried(c, deps, await behind(c, deps), c.req.path)),
    )
  return routes
}

async function behind(c: Context, deps: Deps): Promise<string> {
  const token = c.req.param('token') ?? ''
  const link = await deps.drafts.link(deps.secrets.tokenHash(token), deps.now())
  if (!link) {
    // Guesses are counted against the network they come from.
    deps.limits.spend(c, 'sign-in')
    throw new AppError('not-found', 'link to a draft')
  }
  return link.draft
}

async function shareView(c: Context, deps: Deps, made?: string) {
  const open = await checkedDraft(c, deps)
  const { id } = open.draft
  return sharePage(open.reader, frameOf(c, open, errorsIn(open.checked)), {
    trying: await tryFormOf(c, deps, id, draftPathIn(c, id, '/try')),
    links: await deps.drafts.openLinks(id, deps.now()),
    ...{ made, days: LASTS_DAYS },
  })
}

/** The address is in this one answer and nowhere else: only its hash is kept. */
async function shared(c: Context, deps: Deps) {
  const { draft, staff } = await theirDraft(c, deps)
  const { fields } = await readForm(c)
  if (fields.go === 'cancel') {
    await deps.drafts.cancelLink(draft.id, fields.link ?? '')
    return c.redirect(draftPathIn(c, draft.id, '/share'), 303)
  }
  const days = /^\d{1,3}$/.test(fields.days ?? '')
    ? Math.min(LONGEST_DAYS, Math.max(1, Number(fields.days)))
    : LASTS_DAYS
  const token = Buffer.from(deps.random(24)).toString('base64url')
  const at = deps.now()
  await deps.drafts.addLink({
    ...{ tokenHash: deps.secrets.tokenHash(token), draft: draft.id, createdBy: staff.account },
    ...{ createdAt: at, expiresAt: at + days * DAY },
  })
  const about = `${draft.journey} ${draft.id}`
  await deps.accounts.record({ at, who: staff.account, what: 'draft:share', about, why: undefined })
  const origin = deps.config.publicUrl ?? new URL(c.req.url).origin
  return c.html(await shareView(c, deps, `${origin}/${c.get('language')}/drafts/${token}`))
}

/** As whom and from where a draft can be walked, or what has to be mended first. */
export async function tryFormOf(c: Context, deps: Deps, id: string, action: string): Promise<TryForm> {
  const language = c.get('language')
  const opened = await openDraft(deps, id)
  const found = hindrances((await checkOf(deps, opened)).findings)
  const version = await draftAsVersion(deps, id, opened.head.number)
  const steps = stepPlaces(valuesOf(opened.head.text)).map(({ track, step, value }) => ({
    key: `${track}/${step}`,
    title: wordsIn(at(value, ['title']), [language, 'fi', 'sv', 'en']) ?? step,
  }))
  return {
    ...{ action, steps },
    personas: (version?.personas ?? []).map(({ id: persona, name }) => ({ id: persona, name })),
    hindrances: found.map((one) => ({ text: findingText(one, language), lang: language === 'fi' ? 'fi' : 'en' })),
  }
}

/** Where the draft cannot be walked just now, whoever pressed comes back to the page that says why. */
export async function tried(c: Context, deps: Deps, id: string, back: string) {
  const form = await readForm(c)
  const opened = await openDraft(deps, id)
  const found = hindrances((await checkOf(deps, opened)).findings)
  const started =
    found.length > 0 ? undefined : await tryDraft(c, deps, { draft: id, revision: opened.head.number }, form)
  if (!started) return c.redirect(back, 303)
  const walk = `/${c.get('language')}/walks/${started.walk}`
  return c.redirect(started.at === 'overview' ? walk : `${walk}/steps/${started.at}`, 303)
}
