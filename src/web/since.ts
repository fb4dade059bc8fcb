import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { sinceSpoken } from '#src/review/since-spoken.ts'
import { answerLater } from '#src/walk/answer-later.ts'
import { findHere } from '#src/walk/here.ts'
import type { BrokenAnswer } from '#views/walk/since.ts'
import { errorText } from './answer-errors.ts'
import { laterOf } from './changes.ts'
import type { Context, Deps, Env } from './context.ts'
import { type Form, readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { mineView } from './walk-pages.ts'

/** Whoever spoke in an earlier version says whether a later one answers it, beside their own words. */
export function sinceRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES)
    routes.post(`/${language}/walks/:walk/answers-this`, async (c) => {
      personal(c)
      const walk = c.req.param('walk')
      deps.limits.spend(c, 'walk-post', walk)
      const answered = await answerSince(c, deps, walk, await readForm(c))
      if (!answered.ok) return c.html(await mineView(c, deps, walk, answered.broken), 422)
      const query = new URLSearchParams({ note: 'answered' })
      if (answered.removed.length > 0) query.set('removed', answered.removed.join(','))
      return c.redirect(`/${language}/walks/${walk}/mine?${query}`, 303)
    })
  return routes
}

type AnsweredSince =
  | { readonly ok: true; readonly removed: readonly string[] }
  | { readonly ok: false; readonly broken: BrokenAnswer }

/** Keeps whether a change answers what its speaker said. Only what the page asks can be answered. */
async function answerSince(c: Context, deps: Deps, walk: string, { fields }: Form): Promise<AnsweredSince> {
  const find = () => findHere(deps, walk, c.get('participant'))
  const here = await find()
  const since = await sinceSpoken(deps, here.walk, await deps.walks.contributionsOf(walk))
  const later = since.flatMap(laterOf).find(({ step }) => step === fields.step)
  if (!later) throw new AppError('not-found', 'question about a change')

  const answering = { later, fields, key: fields.key || undefined, language: c.get('language') }
  const answered = await answerLater(deps, find, answering)
  if (answered.ok) return { ok: true, removed: [...new Set(answered.redacted.map(({ kind }) => kind))] }
  const reader = readerOf(c, deps)
  const said = answered.errors.map((one) => [one.field, errorText(reader, here, { ...one, fields })] as const)
  return { ok: false, broken: { step: later.step, values: fields, errors: Object.fromEntries(said) } }
}
