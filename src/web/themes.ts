import { Hono } from 'hono'
import type { StaffSession } from '#src/account/account-store.ts'
import { recordReading } from '#src/account/audit.ts'
import { may } from '#src/account/roles.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { Published } from '#src/journey/library.ts'
import {
  joinTexts,
  type Kept,
  makeTheme,
  mergeTheme,
  partTexts,
  placeText,
  renameTheme,
  retireTheme,
  takeText,
} from '#src/review/keep-themes.ts'
import { leftoversWith } from '#src/review/suggest-themes.ts'
import { countThemes } from '#src/review/synthesis-counts.ts'
import { openThemes, readCodebook } from '#src/review/theme-texts.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import type { Html } from '#views/html.ts'
import { themePage } from '#views/review/theme.ts'
import { type ThemesPage, themesPage } from '#views/review/themes.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** The codebook: whoever reads the review sees it, those who decide on words keep it. */
export function themeRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const path = `/${language}/review/journeys/:journey/themes` as const
    routes
      .get(path, async (c) => c.html(await listView(c, deps, undefined)))
      .post(path, (c) => made(c, deps))
      .post(`${path}/place`, (c) => kept(c, (staff, at, { theme = '' }) => placeText(deps, staff, { ...at, theme })))
      .post(`${path}/take`, (c) =>
        kept(c, (staff, at, { theme = '' }) => takeText(deps, staff, { ...at, theme }), inTheme),
      )
      .post(`${path}/same`, (c) => kept(c, (staff, at, { as = '' }) => joinTexts(deps, staff, { ...at, as })))
      .post(`${path}/apart`, (c) =>
        kept(c, (staff, { journey, contribution }) => partTexts(deps, staff, journey, contribution), inTheme),
      )
      .get(`${path}/:theme`, async (c) => c.html(await themeView(c, deps, undefined)))
      .post(`${path}/:theme`, (c) => changed(c, deps))
  }
  return routes
}

type Fields = Readonly<Record<string, string>>
type At = { readonly journey: string; readonly contribution: string }
const inTheme = ({ theme = '' }: Fields) => `/${theme}`

async function listView(c: Context, deps: Deps, broken: ThemesPage['broken']): Promise<Html> {
  personal(c)
  const { staff, journey, published } = await openedBy(c, deps)
  const codebook = await readCodebook(deps.themes, journey)
  const leftovers = leftoversWith(deps, codebook)
  if (leftovers.shown.length > 0) await recordReading(deps, staff, `${journey}/themes`)
  return themesPage(staffReaderOf(c, deps, staff), {
    ...{ journey, title: published.version.definition.title, counted: countThemes(codebook), leftovers, broken },
    themes: codebook.themes,
    stepTitle: titlesIn(published),
    mayKeep: may(staff.role, 'moderate'),
    notice: noticeOf(c, deps, staff),
  })
}

async function themeView(c: Context, deps: Deps, error: string | undefined): Promise<Html> {
  personal(c)
  const { staff, journey, published } = await openedBy(c, deps)
  const codebook = await readCodebook(deps.themes, journey)
  const theme = codebook.themes.find(({ id }) => id === c.req.param('theme'))
  if (!theme) throw new AppError('not-found', 'theme')
  const texts = codebook.readable.flatMap((said) => {
    const coding = codebook.codings.find((one) => one.theme === theme.id && one.contribution === said.id)
    const same = codebook.same.filter((one) => one.contribution === said.id || one.as === said.id)
    return coding ? [{ said, coding, same: same.length, isSame: same.some((one) => one.contribution === said.id) }] : []
  })
  if (texts.length > 0) await recordReading(deps, staff, `${journey}/themes/${theme.id}`)
  return themePage(staffReaderOf(c, deps, staff), {
    ...{ theme, texts, error, stepTitle: titlesIn(published) },
    into: codebook.themes.find(({ id }) => id === theme.into),
    others: openThemes(codebook).filter(({ id }) => id !== theme.id),
    mayKeep: may(staff.role, 'moderate'),
    notice: noticeOf(c, deps, staff),
  })
}

async function made(c: Context, deps: Deps) {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'moderate', { journey })
  await publishedOf(deps, journey)
  const { fields } = await readForm(c)
  const told = await makeTheme(deps, staff, journey, fields)
  if (told.ok) return back(c, '?note=kept')
  const error = staffReaderOf(c, deps, staff).words.themes.errors[told.error]
  return c.html(await listView(c, deps, { names: fields, error }), 422)
}

async function changed(c: Context, deps: Deps) {
  const journey = c.req.param('journey') ?? ''
  const id = c.req.param('theme') ?? ''
  const staff = staffMay(c, 'moderate', { journey })
  const { fields } = await readForm(c)
  const at = { journey, id, rev: Number(fields.rev) }
  const told = await wished(deps, staff, at, fields)
  if (told.ok) return back(c, `/${id}?note=kept`)
  if (told.error === 'changed') return back(c, `/${id}?note=changed`)
  const error = staffReaderOf(c, deps, staff).words.themes.errors[told.error]
  return c.html(await themeView(c, deps, error), 422)
}

function wished(deps: Deps, staff: StaffSession, at: Parameters<typeof renameTheme>[2], fields: Fields): Promise<Kept> {
  if (fields.do === 'rename') return renameTheme(deps, staff, at, fields)
  if (fields.do === 'merge') return mergeTheme(deps, staff, at, fields.into ?? '')
  if (fields.do === 'retire' || fields.do === 'reopen') return retireTheme(deps, staff, at, fields.do === 'reopen')
  throw new AppError('invalid', 'unknown change of a theme')
}

/** Does one thing with a text, and leads back to where it was asked for. */
async function kept(
  c: Context,
  keep: (staff: StaffSession, at: At, fields: Fields) => Promise<Kept>,
  leads: (fields: Fields) => string = () => '',
) {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'moderate', { journey })
  const { fields } = await readForm(c)
  const told = await keep(staff, { journey, contribution: fields.contribution ?? '' }, fields)
  const rest = leads(fields)
  // Whoever goes through the leftovers comes back to them, not to the top of the page.
  return back(c, told.ok ? `${rest}?note=kept${rest === '' ? '#leftovers' : ''}` : `${rest}?note=changed`)
}

function back(c: Context, rest: string) {
  return c.redirect(`/${c.get('language')}/review/journeys/${c.req.param('journey')}/themes${rest}`, 303)
}

async function openedBy(c: Context, deps: Deps) {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'read-review', { journey })
  return { staff, journey, published: await publishedOf(deps, journey) }
}

export async function publishedOf(deps: Deps, journey: string): Promise<Published> {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return published
}

/** Of a step that an earlier version had there is no title in this one. */
export function titlesIn({ journey }: Published) {
  return ({ step }: Pick<Contribution, 'step'>) => journey.places.get(step)?.step.title ?? { en: step }
}

function noticeOf(c: Context, deps: Deps, staff: StaffSession): Html | undefined {
  const { words } = staffReaderOf(c, deps, staff)
  const notes: Readonly<Record<string, string>> = {
    kept: words.themes.notes.kept,
    changed: words.themes.errors.changed,
  }
  const text = notes[c.req.query('note') ?? '']
  return text === undefined ? undefined : notificationBanner({ titleText: words.site.important, text })
}
