import { createMiddleware } from 'hono/factory'
import type { Config } from '#src/config.ts'
import type { Context, Env } from './context.ts'

const CONTENT_SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const UNUSED_FEATURES = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
]

const ALWAYS: readonly (readonly [name: string, value: string])[] = [
  ['content-security-policy', CONTENT_SECURITY],
  ['x-content-type-options', 'nosniff'],
  // no-referrer would make browsers send `Origin: null` with our own forms.
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', UNUSED_FEATURES.map((feature) => `${feature}=()`).join(', ')],
  ['x-frame-options', 'DENY'],
]
const OVER_HTTPS = ['strict-transport-security', 'max-age=31536000; includeSubDomains'] as const

/** The same headers on whatever is answered: set last, so that errors and static files carry them too. */
export function securityHeaders({ isSecure }: Pick<Config, 'isSecure'>) {
  const constant = isSecure ? [...ALWAYS, OVER_HTTPS] : ALWAYS
  return createMiddleware<Env>(async (c, next) => {
    await next()
    const { headers } = c.res
    for (const [name, value] of constant) headers.set(name, value)
    const framed = c.get('framed')
    if (framed) headers.set('content-security-policy', `${CONTENT_SECURITY}; frame-src ${framed}`)
    // Nearly every page holds the visitor's own form token: what nobody has called public is for one browser only.
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
  })
}

/** A page that shows what someone told or said: no copy of it stays anywhere, not even behind the back button. */
export function personal(c: Context) {
  c.header('cache-control', 'no-store')
  varyByFragment(c)
}

/** For a handler that answers htmx with a part of its page. */
export function varyByFragment(c: Context) {
  c.header('vary', 'HX-Request', { append: true })
}
