import { getCookie, setCookie } from 'hono/cookie'
import type { Config } from '#src/config.ts'
import type { Context } from './context.ts'

/** the random part, and the participation code so that it can be shown again on the same device */
export type DeviceCookie = { readonly token: string; readonly code: string }

type Secure = Pick<Config, 'isSecure'>
const TOKEN = /^[\w-]{43}$/
const DEVICE = /^([\w-]{43})\.([0-9A-Z-]{15})$/

/** Over plain http no browser takes a `__Host-` cookie. */
export function citizenCookie({ isSecure }: Secure): string {
  return isSecure ? '__Host-polku' : 'polku'
}

export function staffCookie({ isSecure }: Secure): string {
  return isSecure ? '__Host-polku-staff' : 'polku-staff'
}

export function readCitizenCookie(c: Context, config: Secure): DeviceCookie | undefined {
  const [, token, code] = DEVICE.exec(getCookie(c, citizenCookie(config)) ?? '') ?? []
  return token === undefined || code === undefined ? undefined : { token, code }
}

export function readStaffCookie(c: Context, config: Secure): string | undefined {
  const value = getCookie(c, staffCookie(config))
  return value !== undefined && TOKEN.test(value) ? value : undefined
}

/** Without `maxAge` (seconds) the cookie ends with the browser. */
export function sendCookie(c: Context, { isSecure }: Secure, name: string, value: string, maxAge: number | undefined) {
  setCookie(c, name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    ...(maxAge !== undefined && { maxAge }),
  })
}

export function clearCookies(c: Context, config: Secure, whose: 'citizen' | 'staff') {
  sendCookie(c, config, whose === 'citizen' ? citizenCookie(config) : staffCookie(config), '', 0)
  c.header('clear-site-data', whose === 'citizen' ? '"cache", "storage"' : '"cache"')
}
