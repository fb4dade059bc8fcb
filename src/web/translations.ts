import { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { statementsToTranslate, translateStatement } from '#src/review/translate-statement.ts'
import type { Html } from '#views/html.ts'
import { type TranslationsPage, translationsPage } from '#views/review/translations.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** Where those who read the review put people's statements into other languages. */
export function translationRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const path = `/${language}/review/journeys/:journey/statements` as const
    routes
      .get(path, async (c) => {
        personal(c)
        return c.html(await view(c, deps, undefined))
      })
      .post(path, async (c) => {
        personal(c)
        const journey = c.req.param('journey')
        const staff = staffMay(c, 'read-review', { journey })
        const { fields } = await readForm(c)
        const { statement: id = '', language: into = '', text = '' } = fields
        const told = await translateStatement(deps, staff, { journey, id, language: into, text })
        if (told.ok) return c.redirect(`/${language}/review/journeys/${journey}/statements?note=saved`, 303)
        const words = staffReaderOf(c, deps, staff).words.statements.translate
        const error = { gone: words.gone, empty: words.empty, 'too-long': words.tooLong }[told.error]
        return c.html(await view(c, deps, { id, language: into, text, error }), 422)
      })
  }
  return routes
}

async function view(c: Context, deps: Deps, broken: TranslationsPage['broken']): Promise<Html> {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'read-review', { journey })
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  return translationsPage(staffReaderOf(c, deps, staff), {
    definition: published.version.definition,
    statements: await statementsToTranslate(deps, journey),
    isSaved: c.req.query('note') === 'saved',
    broken,
  })
}
