import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import { messages } from '#src/i18n/translate.ts'
import { type RunningServer, startServer } from '../support/server.ts'
import { answerStep, goOn } from './walking.ts'

const JOURNEY = 'moving-home'
const STEP = 'notification/notify'
const PROVIDER = 'dvv'
const WORDS = 'Haluan nähdä ilmoituksen ennen kuin se lähtee.'
const PROMISE = 'Näytämme ilmoituksen ensin sinulle.'
const OLD = 'Tarkistat valmiin ilmoituksen ja lähetät sen kerran.'
const NEW = 'Näet valmiin ilmoituksen, korjaat sitä ja lähetät sen kerran.'
const fi = messages('fi')

let folder: string
let service: RunningServer
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polku-loop-'))
  service = await startServer(folder)
})
test.afterAll(async () => {
  await service.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('what a citizen says leads to an answer, a changed step and the question whether it answers', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const designer = await signedIn(browser, printed('designer'))
  await opensTrial(designer)

  const citizen = await newcomer(browser)
  const code = await walksAndWrites(citizen)

  const reviewer = await signedIn(browser, printed('reviewer'))
  await approves(reviewer)

  const provider = await signedIn(browser, await invited(browser))
  await confirms(provider)
  await asksBoth(reviewer)
  await drafts(provider)
  await answers(reviewer)
  await publishesNext(designer)

  await staysOnFirst(citizen)
  const returned = await newcomer(browser)
  await isAskedAgain(returned, code)
  await meetsTheChange(await newcomer(browser))
})

async function opensTrial(page: Page) {
  await page.goto(at('/studio/trials'))
  await page.getByRole('button', { name: fi.trialPlan.list.create('Muutto uuteen kotiin') }).click()
  await fillIn(page.locator('form[data-form=plan]'), {
    ...{
      'mandate-fi': 'Kysymme muutosta.',
      'mandate-sv': 'Vi frågar om flytten.',
      'mandate-en': 'We ask about moves.',
    },
    ...{ 'owner-name': 'Kaisa Korhonen', 'owner-body': 'Esimerkkiministeriö' },
    ...dateFields('opens-on', 0),
    ...dateFields('closes-on', 60),
    ...dateFields('answers-due-on', 90),
    ...{ 'rota-name-1': 'Päivystäjä', 'rota-hours-1': 'arkisin 9–15' },
  })
  await page.locator('form[data-form=plan] button[value=suggest]').click()
  await page.locator('form[data-form=plan] button[value=save]').click()
  await page.locator('form[data-form=open-trial] button').click()
  await page.goto(at(`/journeys/${JOURNEY}/trial`))
  await station(page.locator('main'), 'trial')
}

/** Walks by the marks alone to the step, and says something there. The code leads back later. */
async function walksAndWrites(page: Page): Promise<string> {
  await begin(page)
  const form = page.locator('form[data-form=answer]')
  const fold = form.locator('details:has(textarea[name$=".text"])').last()
  if ((await fold.count()) > 0 && !(await fold.evaluate((element) => element.hasAttribute('open'))))
    await fold.locator('summary').click()
  await form.locator('textarea[name="p.open.text"]').fill(WORDS)
  await form.locator('button[name=go][value=stay]').click()
  await page.goto(page.url().replace(/\/steps\/.*/, '/pause'))
  return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(await page.locator('main').innerText())?.[0] ?? 'no code'
}

async function begin(page: Page) {
  await page.goto(at(`/journeys/${JOURNEY}`))
  await page.locator('form[data-form=start] button').click()
  for (let pages = 0; pages < 80; pages += 1) {
    const main = page.locator('main')
    if ((await main.getAttribute('data-page')) === 'step') {
      if (STEP === `${await main.getAttribute('data-track')}/${await main.getAttribute('data-step')}`) return
      await answerStep(page, fi)
    } else await goOn(page, fi.walk)
  }
  throw new Error('the step is never met')
}

async function approves(page: Page) {
  await page.goto(at('/review/queue'))
  await station(page.locator('li, section, article').filter({ hasText: WORDS }).last(), 'queue')
  await page.locator('form[data-form=approve] button').click()
}

async function confirms(page: Page) {
  await page.goto(at(`/provider/journeys/${JOURNEY}`))
  await expect(page.getByText(WORDS).first()).toBeAttached()
  const form = page.locator(`form[action$="/steps/${STEP}/confirm"]`)
  await unfold(form)
  await station(form, 'confirm')
  await form.locator('input[name=verdict][value=confirmed]').check()
  await form.locator('button').click()
}

async function asksBoth(page: Page) {
  await page.goto(at(`/review/journeys/${JOURNEY}/steps/${STEP}`))
  await page.locator('input[name=contribution]').first().check()
  await page.locator(`input[name=body][value=${PROVIDER}]`).check()
  await station(page.locator('form[data-form=answer-contribution]'), 'begin-answer')
  await page.locator('form[data-form=answer-contribution] button').click()
}

async function drafts(page: Page) {
  await page.goto(at(`/provider/journeys/${JOURNEY}`))
  await page.locator('a[href*="/answers/"]').first().click()
  await page.locator('button[data-accept]').click()
  await fillIn(page.locator('form[data-form=save-response]'), {
    'said-fi': 'Ilmoitus halutaan nähdä ensin',
    'reason-fi': PROMISE,
  })
  await page.locator('input[name=state][value=accepted]').check()
  await page.locator('button[name=go][value=ready]').click()
  await station(page.locator('main'), 'draft')
}

/** The ministry publishes what the provider drafted, and its own share. */
async function answers(page: Page) {
  const list = at(`/review/journeys/${JOURNEY}/answers`)
  await page.goto(list)
  const links = await page.locator('main a[href*="/answers/"]').all()
  const shares = await Promise.all(links.map(async (link) => (await link.getAttribute('href'))?.replace(/[?#].*/, '')))
  for (const share of new Set(shares)) {
    await page.goto(`${service.origin}${share}`)
    if ((await page.locator('textarea[name="reason-fi"]').count()) > 0) {
      await fillIn(page.locator('form[data-form=save-response]'), {
        'said-fi': 'Ilmoitus halutaan nähdä ensin',
        'reason-fi': 'Muutamme askelta.',
      })
      await page.locator('input[name=state][value=accepted]').check()
      await page.locator('button[name=go][value=draft]').click()
    }
    await page.locator('form[data-form=publish] button').click()
  }
  await page.goto(at(`/journeys/${JOURNEY}/answers`))
  await expect(page.getByText(PROMISE).first()).toBeAttached()
  await station(page.locator('main'), 'answers')
}

async function publishesNext(page: Page) {
  const file = await page.request.get(at(`/studio/journeys/${JOURNEY}/versions/1/journey.yaml`))
  const text = (await file.text()).replace(OLD, NEW)
  expect(text).toContain(NEW)
  await page.goto(at(`/studio/journeys/${JOURNEY}`))
  await page
    .locator('input[name=file]')
    .setInputFiles({ name: 'journey.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) })
  await page.locator('button[name=go][value=preview]').click()
  await station(page.locator('form[data-form=publish] fieldset').first(), 'preview')
  await page.locator('button[name=go][value=publish]').click()
  await expect(page.locator('main')).toHaveAttribute('data-version', '2')
}

async function staysOnFirst(page: Page) {
  await page.goto(page.url().replace('/pause', ''))
  await expect(page.locator('main')).toHaveAttribute('data-version', '1')
  await expect(page.locator('[data-newer-version]')).toBeVisible()
}

async function isAskedAgain(page: Page, code: string) {
  await page.goto(at('/resume'))
  await page.locator('input[name=code]').fill(code)
  await page.locator('form[data-form=resume] button').click()
  await page.goto(page.url().replace(/(\/walks\/[^/?]+).*/, '$1/mine'))
  await expect(page.getByText(WORDS).first()).toBeVisible()
  const since = page.locator(`[data-since="2/${STEP}"]`)
  await expect(page.locator('main')).toContainText(PROMISE)
  await unfold(since.locator('[data-changed-part]').first())
  await expect(since).toContainText(NEW)
  await station(since, 'since')
  await since.locator('input[value=yes]').check()
  await since.locator('form[data-form=contribution] button').click()
  await expect(page.locator(`[data-since="2/${STEP}"] input[value=yes]`)).toBeChecked()
}

async function meetsTheChange(page: Page) {
  await begin(page)
  await expect(page.locator('main')).toHaveAttribute('data-version', '2')
  await station(page.locator(`[data-changed="2/${STEP}"]`), 'changed')
}

const at = (path: string) => `${service.origin}/fi${path}`

function printed(role: string): string {
  return service.printed.find((line) => line.startsWith(`${role}: `))?.slice(role.length + 2) ?? ''
}

/** The administrator invites the provider's respondent on the page, and hands over the address it shows. */
async function invited(browser: Browser): Promise<string> {
  const page = await signedIn(browser, printed('admin'))
  await page.goto(at('/staff'))
  const form = page.locator('form[data-form=invite]')
  await form.locator('input[name=role][value=provider]').check()
  await form.locator(`input[name=journey][value=${JOURNEY}]`).check()
  await form.locator('button').click()
  await form.locator(`input[name=provider][value=${PROVIDER}]`).check()
  await form.locator('button').click()
  const shown = page.locator('main').filter({ hasText: '/sign-in/' })
  return /http\S+\/sign-in\/[\w-]{43}/.exec(await shown.innerText())?.[0] ?? ''
}

async function newcomer(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: test.info().project.name === 'js', locale: 'fi-FI' })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

async function signedIn(browser: Browser, link: string): Promise<Page> {
  const page = await newcomer(browser)
  await page.goto(link)
  await page.locator('form[data-form=sign-in] button').click()
  return page
}

async function fillIn(form: Locator, fields: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value)
}

function dateFields(name: string, daysFromNow: number) {
  const day = new Date(Date.now() + daysFromNow * 24 * 60 * 60 * 1000)
  return {
    [`${name}-day`]: String(day.getDate()),
    [`${name}-month`]: String(day.getMonth() + 1),
    [`${name}-year`]: String(day.getFullYear()),
  }
}

/** Opens the folds around something, as a person would. */
async function unfold(inside: Locator) {
  for (const fold of await inside.locator('xpath=ancestor::details[not(@open)]').all())
    await fold.locator('> summary').click()
}

/** What a screen reader says there, the same with script and without; days and counted days move on. */
async function station(where: Locator, name: string) {
  const said = (await where.ariaSnapshot()).replace(/\d+\. [a-zäö]+ta \d{4}|\d+\.\d+\.\d{4}( klo \d+\.\d+)?/g, 'PÄIVÄ')
  expect.soft(said.replace(/\/url: .*/g, '/url'), name).toMatchSnapshot(`loop-${name}.txt`)
}
