import { Hono } from 'hono'
import { type HouseRule, houseRuleOf } from '#feedback/house-rules.ts'
import type { StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { messages } from '#src/i18n/translate.ts'
import { type Moderation, moderate, seenOf } from '#src/review/moderate.ts'
import { type SaidWords, withPlaces } from '#src/review/said-words.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { decidedPage, hidePage, returnPage } from '#views/review/queue.ts'
import type { Deciding } from '#views/review/words.ts'
import { appealDecided } from './appeals.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** What moderators do with somebody's words, from the queue and from a step's page alike. */
export function decidingPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/:id/approve', (c) =>
      decide(c, deps, c.req.param('id'), ({ settles }) => ({ to: 'approve', settles: settles === '1' })),
    )
    .post('/:id/hide', (c) =>
      decide(c, deps, c.req.param('id'), ({ reason = '', rule }) => ({ to: 'hide', reason, rule: ruleOf(rule) })),
    )
    .post('/:id/return', (c) =>
      decide(c, deps, c.req.param('id'), ({ reason = '', wording }) => ({ to: 'return', reason, wording })),
    )
    .post('/:id/appeal', (c) =>
      appealDecided(c, deps, { id: c.req.param('id'), goTo: (back, note) => withNote(backOf(c, back), note) }),
    )
}

/** A form that never had the field was opened before the rules were published: then the reason alone stands. */
function ruleOf(typed: string | undefined): HouseRule | 'unchosen' | undefined {
  return typed === undefined ? undefined : (houseRuleOf(typed) ?? 'unchosen')
}

type Wish = (fields: Readonly<Record<string, string>>) => Moderation

async function decide(c: Context, deps: Deps, id: string, wish: Wish) {
  const staff = staffMay(c, 'moderate')
  const { fields } = await readForm(c)
  const back = backOf(c, fields.back)
  const result = await moderate(deps, staff, { id, seen: fields.seen ?? '', wish: wish(fields) })
  if (result.ok) return c.redirect(withNote(back, result.outcome), 303)

  const reader = staffReaderOf(c, deps, staff)
  const [words] = await withPlaces(deps.library, [result.contribution])
  if (!words) throw new AppError('not-found', 'words')
  const deciding = { seen: seenOf(result.contribution), back, name: '' }
  const wished = wish(fields)
  if (result.error === 'decided') return c.html(decidedPage(reader, words, deciding, wished), 409)
  const { rule, back: returning } = reader.words.moderation
  const told = {
    ...reader.words.review.words,
    'rule-missing': rule.missing,
    'wording-too-long': returning['wording-too-long'],
  }
  const error = told[result.error]
  const refused = { value: fields.reason ?? '', error }
  if (wished.to === 'return') {
    const wording = fields.wording ?? ''
    return c.html(returnPage(reader, words, deciding, { ...refused, wording }), 422)
  }
  const isMissing = result.error === 'rule-missing'
  return c.html(
    hidePage(reader, words, deciding, { ...refused, rule: { chosen: houseRuleOf(fields.rule), isMissing } }),
    422,
  )
}

/** The forms of a list of words lead back to this very page. */
export function decidingAt(c: Context): (words: SaidWords, i: number) => Deciding {
  const { pathname, search } = new URL(c.req.url)
  const text = messages(c.get('language')).review.words
  return ({ said }, i) => ({ seen: seenOf(said), back: `${pathname}${search}`, name: text.textNumber(i + 1) })
}

/** Only a page of the review: an address from a form must not lead people out of here. */
function backOf(c: Context, given: string | undefined): string {
  const home = `/${c.get('language')}/review`
  // Only path and query are kept, so that no other site's address survives, however it is written.
  const { pathname, search } = URL.parse(given ?? '', 'http://review.invalid') ?? { pathname: '', search: '' }
  return pathname.startsWith(`${home}/`) ? `${pathname}${search}` : `${home}/queue`
}

function withNote(path: string, note: string): string {
  const url = new URL(path, 'http://review.invalid')
  url.searchParams.set('note', note)
  return `${url.pathname}${url.search}`
}

/** What the form before did. */
export function noticeOf(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const { words } = staffReaderOf(c, deps, staff)
  const notes: Readonly<Record<string, string>> = { ...words.review.notes, ...words.moderation.notes }
  const note = c.req.query('note') ?? ''
  if (!Object.hasOwn(notes, note)) return undefined
  return notificationBanner({ titleText: words.site.important, text: notes[note] ?? '', type: 'success' })
}
