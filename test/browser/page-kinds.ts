import type { Page } from '@playwright/test'
import { LANGUAGES, type Language } from '#src/i18n/language.ts'
import type { Staff, World } from './world.ts'

export type Visit = { readonly page: Page; readonly world: World; readonly language: Language }
export type PageKind = {
  readonly name: string
  /** data-page of its main */
  readonly mark: string
  /** ends on the page */
  readonly open: (visit: Visit) => Promise<void>
  /** one more line at every visit: what it is made of cannot be written down */
  readonly grows?: boolean
}

const at =
  (path: (walks: World['walks']) => string): PageKind['open'] =>
  async ({ page, world, language }) => {
    await page.goto(`/${language}${path(world.walks)}`)
  }
const step = (name: string, path: (walks: World['walks']) => string): PageKind => ({
  name,
  mark: 'step',
  open: at(path),
})

const NOTE = 'note=not-yet&step=lock%2Fnew-lock'
const SAID = 'said=lock%2Fmay-we-tell&removed=phone%2Cemail'

/** Every kind of page a citizen can meet, and how to get there in Aino's world. */
export const CITIZEN_PAGES: readonly PageKind[] = [
  { name: 'home', mark: 'home', open: at(() => '') },
  { name: 'journey', mark: 'journey', open: at(() => '/journeys/lost-keys') },
  step('question', (walks) => `/walks/${walks.begun}/steps/situation/about-the-loss`),
  step('question-done', (walks) => `/walks/${walks.asked}/steps/situation/about-the-keys`),
  { name: 'question-with-errors', mark: 'step', open: sendWrongAnswers },
  step('consent', (walks) => `/walks/${walks.asked}/steps/lock/may-we-tell`),
  step('consent-with-others', (walks) => `/walks/${walks.waiting}/steps/lock/may-we-tell`),
  step('automatic-waiting', (walks) => `/walks/${walks.waiting}/steps/lock/report`),
  step('automatic-replied', (walks) => `/walks/${walks.replied}/steps/lock/report`),
  step('decision', (walks) => `/walks/${walks.later}/steps/lock/choose-lock`),
  step('info', (walks) => `/walks/${walks.later}/steps/money/appeal`),
  step('task-with-document', (walks) => `/walks/${walks.finished}/steps/lock/new-lock`),
  { name: 'overview', mark: 'overview', open: at((walks) => `/walks/${walks.later}`) },
  { name: 'overview-with-note', mark: 'overview', open: at((walks) => `/walks/${walks.waiting}?${NOTE}`) },
  { name: 'overview-with-thanks', mark: 'overview', open: at((walks) => `/walks/${walks.replied}?${SAID}`) },
  { name: 'check', mark: 'check', open: at((walks) => `/walks/${walks.later}/check`) },
  { name: 'outcome', mark: 'outcome', open: at((walks) => `/walks/${walks.finished}/outcome`) },
  { name: 'reasons', mark: 'reasons', open: at((walks) => `/walks/${walks.later}/steps/money/appeal/reasons`) },
  { name: 'suggest', mark: 'suggest', open: at((walks) => `/walks/${walks.later}/steps/money/appeal/suggest`) },
  { name: 'mine', mark: 'mine', open: at((walks) => `/walks/${walks.finished}/mine`) },
  { name: 'ledger', mark: 'ledger', open: at((walks) => `/walks/${walks.finished}/ledger`) },
  { name: 'checklist', mark: 'checklist', open: at((walks) => `/walks/${walks.later}/checklist`) },
  { name: 'statements', mark: 'statements', open: at((walks) => `/walks/${walks.finished}/statements`) },
  { name: 'flag', mark: 'flag', open: askForALook },
  { name: 'erase', mark: 'erase', open: at((walks) => `/walks/${walks.finished}/erase`) },
  { name: 'withdraw', mark: 'withdraw', open: at((walks) => `/walks/${walks.finished}/withdraw`) },
  { name: 'changed', mark: 'step', open: openChanged },
  { name: 'newer', mark: 'newer', open: at((walks) => `/walks/${walks.finished}/newer`) },
  { name: 'next', mark: 'next', open: at((walks) => `/walks/${walks.finished}/next`) },
  { name: 'trial', mark: 'trial', open: at(() => '/journeys/lost-keys/trial') },
  { name: 'invite', mark: 'invite', open: at(() => '/journeys/lost-keys/invite') },
  { name: 'follow', mark: 'follow', open: at(() => '/journeys/lost-keys/follow') },
  { name: 'picture', mark: 'picture', open: at(() => '/journeys/lost-keys/picture') },
  { name: 'picture-sharing', mark: 'picture', open: at(() => '/journeys/lost-keys/picture/sharing') },
  { name: 'background', mark: 'background', open: at((walks) => `/walks/${walks.finished}/background`) },
  { name: 'answers', mark: 'answers', open: at(() => '/journeys/lost-keys/answers') },
  { name: 'brief', mark: 'brief', open: at(() => '/journeys/lost-keys/brief') },
  { name: 'results', mark: 'results', open: at(() => '/journeys/lost-keys/results') },
  { name: 'open-data', mark: 'open-data', open: at(() => '/journeys/lost-keys/data') },
  { name: 'pause', mark: 'pause', open: at((walks) => `/walks/${walks.later}/pause`) },
  { name: 'resume', mark: 'resume', open: at(() => '/resume') },
  { name: 'resume-with-error', mark: 'resume', open: sendWrongCode },
  { name: 'not-found', mark: 'error', open: at(() => '/no-such-page') },
  { name: 'help', mark: 'help', open: at(() => '/help') },
  { name: 'about', mark: 'about', open: at(() => '/about') },
  { name: 'privacy', mark: 'privacy', open: at(() => '/privacy') },
  { name: 'accessibility', mark: 'accessibility', open: at(() => '/accessibility') },
]

const staffPage = (name: string, mark: string, who: Staff, path: string): PageKind => ({
  name,
  mark,
  open: (visit) => openAs(who, path, visit),
})

/** What the ministry, designers and providers meet. */
export const STAFF_PAGES: readonly PageKind[] = [
  { name: 'sign-in', mark: 'sign-in', open: openSignIn },
  staffPage('review', 'review', 'reviewer', '/review'),
  staffPage('review-queue', 'review-queue', 'reviewer', '/review/queue'),
  { name: 'review-hide-with-error', mark: 'review-hide', open: hideWithoutReason },
  staffPage('review-journey', 'review', 'reviewer', '/review/journeys/lost-keys'),
  staffPage('opinion', 'opinion', 'reviewer', '/review/journeys/lost-keys/opinion'),
  staffPage('burden', 'burden', 'reviewer', '/review/journeys/lost-keys/burden'),
  staffPage('statement-translations', 'statement-translations', 'reviewer', '/review/journeys/lost-keys/statements'),
  staffPage('review-themes', 'review-themes', 'reviewer', '/review/journeys/lost-keys/themes'),
  staffPage('review-synthesis', 'review-synthesis', 'reviewer', '/review/journeys/lost-keys/synthesis'),
  staffPage('review-heat', 'review-heat', 'reviewer', '/review/journeys/lost-keys/heat'),
  staffPage('review-reading', 'review-reading', 'reviewer', '/review/journeys/lost-keys/reading'),
  staffPage('review-compare', 'review-compare', 'reviewer', '/review/journeys/lost-keys/compare'),
  staffPage(
    'review-variants',
    'review-variants',
    'reviewer',
    '/review/journeys/lost-keys/steps/lock/may-we-tell/variants',
  ),
  staffPage('report', 'report', 'reviewer', '/journeys/lost-keys/report'),
  staffPage('report-desk', 'report-desk', 'reviewer', '/review/journeys/lost-keys/report'),
  staffPage('releases', 'releases', 'reviewer', '/review/journeys/lost-keys/releases'),
  staffPage('review-step', 'review-step', 'reviewer', '/review/journeys/lost-keys/steps/lock/may-we-tell'),
  { ...staffPage('audit', 'audit', 'reviewer', '/audit'), grows: true },
  { ...staffPage('staff', 'staff', 'designer', '/staff'), grows: true },
  staffPage('studio', 'studio', 'designer', '/studio'),
  staffPage('studio-journey', 'studio', 'designer', '/studio/journeys/lost-keys'),
  { name: 'studio-journey-with-errors', mark: 'studio', open: publishNothing },
  staffPage('studio-drafts', 'studio-drafts', 'designer', '/studio/drafts'),
  staffPage('studio-compare', 'studio-compare', 'designer', '/studio/journeys/lost-keys/compare?from=v1&to=v2'),
  staffPage('studio-new-journey', 'studio-new-journey', 'designer', '/studio/drafts/new/template'),
  draftPage('studio-draft', 'studio-draft-outline', ''),
  draftPage('studio-draft-step', 'studio-draft-outline', '/steps/lock/new-lock'),
  draftPage('studio-draft-voices', 'studio-draft-outline', '/steps/lock/new-lock/voices'),
  draftPage('studio-draft-source', 'studio-draft-source', '/source'),
  draftPage('studio-draft-publish', 'studio-draft-publish', '/publish'),
  staffPage('studio-trials', 'studio-trials', 'designer', '/studio/trials'),
  staffPage('studio-trial', 'studio-trial', 'designer', '/studio/trials/example'),
  { name: 'studio-trial-confirm', mark: 'studio-trial-confirm', open: endTrial },
  staffPage('assist', 'assist', 'designer', '/journeys/lost-keys/assist'),
  staffPage('answers-of-the-ministry', 'review-answers', 'reviewer', '/review/journeys/lost-keys/answers'),
  { name: 'answer-of-the-ministry', mark: 'review-answer', open: openResponse },
  staffPage('provider-journey', 'provider-journey', 'provider', '/provider/journeys/lost-keys'),
  staffPage('provider', 'provider', 'provider', '/provider'),
  staffPage('play-provider', 'play-provider', 'provider', '/provider/play'),
]
/** The staff's pages are made of the same parts in every language: they are measured in one. */
export function languagesOf(kind: PageKind): readonly Language[] {
  return STAFF_PAGES.includes(kind) ? LANGUAGES.slice(0, 1) : LANGUAGES
}
export const ALL_PAGES: readonly PageKind[] = [...CITIZEN_PAGES, ...STAFF_PAGES]

async function openSignIn({ page, world, language }: Visit) {
  await page.goto(`/${language}${world.signIn}`)
}

async function openAs(who: Staff, path: string, { page, world, language }: Visit) {
  const cookies = [...world.staff[who]].map(([name, value]) => ({ name, value, url: world.origin }))
  await page.context().addCookies(cookies)
  await page.goto(`/${language}${path}`)
}

function draftPage(name: string, mark: string, path: string): PageKind {
  return { name, mark, open: (visit) => openAs('designer', `/studio/drafts/${visit.world.draft}${path}`, visit) }
}

async function openChanged({ page, world, language }: Visit) {
  await page.goto(`/${language}/walks/${world.newest}/steps/lock/may-we-tell`)
}

async function openResponse(visit: Visit) {
  await openAs('reviewer', `/review/journeys/lost-keys/answers/${visit.world.response}`, visit)
}

async function endTrial(visit: Visit) {
  await openAs('designer', '/studio/trials/example', visit)
  await visit.page.locator('form[data-form=move-trial][data-event=answer] button').click()
}

async function publishNothing(visit: Visit) {
  await openAs('designer', '/studio/journeys/lost-keys', visit)
  await visit.page.locator('form[data-form=publish] button[value=preview]').click()
}

async function hideWithoutReason(visit: Visit) {
  await openAs('reviewer', '/review/queue', visit)
  const fold = visit.page.locator('details', { has: visit.page.locator('form[data-form=hide]') }).first()
  await fold.locator('summary').click()
  await fold.getByRole('button').last().click()
}

async function askForALook({ page, world, language }: Visit) {
  await page.goto(`/${language}/walks/${world.walks.waiting}/steps/lock/may-we-tell`)
  await page.locator('#others a[href$="/flag"]').first().click()
}

async function sendWrongAnswers({ page, world, language }: Visit) {
  await page.goto(`/${language}/walks/${world.walks.asked}/steps/situation/about-the-keys`)
  await page.locator('input[name=keys]').fill('kolme')
  await page.locator('button[name=go][value=on]').click()
}

async function sendWrongCode({ page, language }: Visit) {
  await page.goto(`/${language}/resume`)
  await page.locator('input[name=code]').fill('K7QX-2M9D-4TRW')
  await page.locator('form[data-form=resume] button').click()
}
