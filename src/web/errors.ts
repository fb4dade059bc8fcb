import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { AppError, type ErrorCode } from '#src/errors.ts'
import { messages } from '#src/i18n/translate.ts'
import { type ErrorStatus, errorPage } from '#views/errors.ts'
import type { Context, Deps, Env } from './context.ts'
import { withoutWords } from './error-for-log.ts'
import { languageOfPath, preferred } from './language.ts'
import { TooMany } from './limits.ts'

const STATUS: Record<ErrorCode, ErrorStatus | 410> = {
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  invalid: 400,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
  gone: 410,
}
const TRY_AGAIN_SECONDS = 5

/** The one place where trouble becomes a page. What is not foreseen is a bug: logged in full, shown plainly. */
export const showError = ({ assets, log }: Pick<Deps, 'assets' | 'log'>): ErrorHandler<Env> => {
  return (error, c) => {
    const status = statusOf(error)
    if (status >= 500) {
      const route = matchedRoutes(c).at(-1)?.path
      log.error({ requestId: c.get('requestId'), method: c.req.method, route, error: withoutWords(error) }, error.name)
    }
    const seconds = error instanceof TooMany ? error.retryAfter : TRY_AGAIN_SECONDS
    if (status === 429 || status === 503) c.header('retry-after', String(seconds))
    return show(c, assets, status)
  }
}

/** An unknown address: in the language of its path, and without its last slash where it has one too many. */
export const showNotFound = ({ assets }: Pick<Deps, 'assets'>): NotFoundHandler<Env> => {
  return (c) => {
    const { method, path } = c.req
    const isRead = method === 'GET' || method === 'HEAD'
    if (isRead && path.endsWith('/') && languageOfPath(c)) return c.redirect(path.replace(/\/+$/, ''), 301)
    return show(c, assets, 404)
  }
}

function statusOf(error: Error): ErrorStatus | 410 {
  if (error instanceof AppError) return STATUS[error.code]
  if (error instanceof HTTPException && error.status === 415) return 415
  return 500
}

function show(c: Context, assets: Deps['assets'], status: ErrorStatus | 410) {
  // An error may come before the language was looked at.
  const language = c.get('language') ?? languageOfPath(c) ?? preferred(c.req.header('accept-language'))
  const code = status === 410 ? 404 : status
  const isWalking = c.get('participant') !== undefined && c.req.path.includes('/walks/')
  c.header('cache-control', 'no-store')
  const isSent = c.req.method === 'POST'
  return c.html(errorPage({ code, language, words: messages(language), assets, isWalking, isSent }), status)
}
