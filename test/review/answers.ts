import type { TestApp } from '../support/app.ts'
import type { Browser, Fields } from '../support/browser.ts'
import { formOn, signedIn } from './staff.ts'
import { JOURNEY } from './walked.ts'

export const REGISTER = `/fi/review/journeys/${JOURNEY}/answers`
export const DESK = `/fi/provider/journeys/${JOURNEY}`
export const ANSWERED = {
  'said-fi': 'Maitoa annetaan liikaa',
  state: 'accepted',
  'reason-fi': 'Vähennämme maitoa',
  go: 'draft',
}

export const read = async (browser: Browser, path: string) => (await browser.get(path)).text()

/** The desk of a provider of the cat's journey. */
export const deskOf = (app: TestApp, provider: string) => signedIn(app, 'provider', { journey: JOURNEY, provider })

/** Opens an answer from the page of the milk as the ministry does, and tells where it is. */
export async function open(
  browser: Browser,
  bodies: readonly string[],
  contributions: readonly string[] = [],
  step = 'home/milk',
) {
  const page = await read(browser, `/fi/review/journeys/${JOURNEY}/steps/${step}`)
  const { action, fields } = formOn(page, 'answer-contribution')
  const response = await browser.post(action, { ...fields, body: bodies, contribution: contributions })
  const location = response.headers.get('location') ?? ''
  return location.replace(/\?.*/, '')
}

/** Sends one of the forms of an answer's page. */
export async function send(browser: Browser, path: string, form: string, fields: Fields = {}) {
  const own = formOn(await read(browser, path), form)
  return browser.post(own.action, { ...own.fields, ...fields })
}

/** Takes a share, with what was written beside it. */
export async function takes(browser: Browser, own: string, fields: Fields = {}) {
  const form = formOn(await read(browser, own), 'save-response')
  return browser.post(`${own}/accept`, { ...form.fields, ...fields })
}

/** The ministry's own answer, written and published. */
export async function answered(
  browser: Browser,
  contributions: readonly string[] = [],
  fields: Fields = ANSWERED,
): Promise<string> {
  const path = await open(browser, ['ministry'], contributions)
  await send(browser, path, 'save-response', fields)
  await send(browser, path, 'publish')
  return path
}

export const onDesk = (path: string) => path.replace(REGISTER, `${DESK}/answers`)
