import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isLanguage, type Language } from '#src/i18n/language.ts'
import type { Context, Env } from './context.ts'

export const languages = createMiddleware<Env>(async (c, next) => {
  c.set('language', languageOfPath(c) ?? preferred(c.req.header('accept-language')))
  await next()
})

/** The front door leads to the language the browser asks for. */
export const frontDoor = new Hono<Env>().get('/', (c) => {
  c.header('vary', 'Accept-Language')
  return c.redirect(`/${c.get('language')}`, 302)
})

export function languageOfPath(c: Context): Language | undefined {
  const first = c.req.path.split('/', 2)[1]
  return isLanguage(first) ? first : undefined
}

/** The first of our languages among those asked for, by their weights; Finnish when none is ours. */
export function preferred(header: string | undefined): Language {
  const asked = (header ?? '').split(',', 20).map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
    return { language: tag.split('-')[0], weight: weight ? Number(weight.trim().slice(2)) : 1 }
  })
  const ours = asked.filter(({ language, weight }) => isLanguage(language) && weight > 0)
  const best = ours.sort((one, other) => other.weight - one.weight)[0]?.language
  return isLanguage(best) ? best : 'fi'
}

/** This same page, with its query, in each language. A page without a language in its path leads to the front pages. */
export function alternates(c: Context): Record<Language, string> {
  const rest = languageOfPath(c) ? c.req.path.slice(3) + queryOf(c) : ''

  return { fi: `/fi${rest}`, sv: `/sv${rest}`, en: `/en${rest}` }
}

function queryOf(c: Context): string {
  const at = c.req.url.indexOf('?')
  return at < 0 ? '' : c.req.url.slice(at)
}
