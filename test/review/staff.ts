import { invite } from '#src/account/invite.ts'
import type { Role } from '#src/account/roles.ts'
import type { TestApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'

export type Bound = { readonly journey?: string; readonly provider?: string }

/** A one-time sign-in path for a role. */
export async function linkFor({ deps }: TestApp, role: Role, bound: Bound = {}): Promise<string> {
  const { token } = await invite(deps, { role, ...bound, invitedBy: 'a test', days: 7 })
  return `/sign-in/${token}`
}

/** Somebody of the staff, signed in. */
export async function signedIn(app: TestApp, role: Role, bound: Bound = {}): Promise<Browser> {
  const browser = app.visitor()
  const response = await browser.post(await linkFor(app, role, bound))
  if (response.status !== 303) throw new Error(`signing in answered ${response.status}`)
  return browser
}

/** The hidden and written fields of the first form of this name on a page, and where it is sent. */
export function formOn(
  page: string,
  name: string,
): { readonly action: string; readonly fields: Record<string, string> } {
  const form = new RegExp(`<form[^>]*data-form="${name}"[^>]*>[\\s\\S]*?</form>`).exec(page)?.[0]
  if (!form) throw new Error(`no form ${name}`)
  const action = /action="([^"]*)"/.exec(form)?.[1] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*name="([^"]*)" value="([^"]*)"/g)]
  return { action, fields: Object.fromEntries(inputs.map(([, field = '', value = '']) => [field, unescaped(value)])) }
}

/** Every number of a page by its name; undefined where it is withheld. */
export function figuresOn(page: string): Map<string, string | undefined> {
  const marks = page.matchAll(/data-figure="([^"]*)"( data-withheld="true")?[^>]*>([^<]*)/g)
  return new Map([...marks].map(([, name = '', withheld, text = '']) => [name, withheld ? undefined : text.trim()]))
}

function unescaped(text: string): string {
  return text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
