import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FILE } from '#src/storage/sqlite/open.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { CAT, FIRST_CAT, promised, published, REGISTER, speaksAtTheRegister, walkOf } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import type { Browser } from '../support/browser.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { formOf, type Page } from '../support/page.ts'
import { trialOf } from '../trial/plans.ts'

const SECRET = 'Zorbaksen kissankirja katosi'
const LATER = 'Zorbaksen kirje tuli'
let app: TestApp
let aino: Citizen
let words: string
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  await app.deps.trials.create(trialOf({ journey: CAT, stage: 'mapping' }))
  aino = citizen(app.visitor())
  words = await speaksAtTheRegister(app, aino, SECRET)
})
afterEach(() => app.close())

const folderOf = () => String(Reflect.get(app.deps, 'folder'))

/** Every file of the storage as it lies there, read past the database: also what no query would find. */
function isInFiles(text: string): boolean {
  const files = readdirSync(folderOf(), { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  expect(files.map(({ name }) => name)).toContain(FILE)
  return files.some(({ parentPath, name }) => readFileSync(join(parentPath, name)).includes(Buffer.from(text)))
}

const REVIEW = `/fi/review/journeys/${CAT}`
const STAFF = [
  '/fi/review',
  '/fi/review/queue',
  ...[REVIEW, `${REVIEW}?version=1`, `${REVIEW}/steps/${REGISTER}`, `${REVIEW}/steps/${REGISTER}?version=1`],
  ...[`${REVIEW}/steps.csv`, `${REVIEW}/prompts.csv`, `${REVIEW}/answers`],
  ...['/fi/audit', `/fi/journeys/${CAT}/brief`],
]
const PUBLIC = ['', '/trial', '/answers', '/brief', '/results'].map((page) => `/fi/journeys/${CAT}${page}`)

/** Where words can be read: by everyone, by somebody who has spoken at the same step, by the staff, and in files. */
async function placesWith(text: string): Promise<readonly string[]> {
  const neighbour = citizen(app.visitor())
  await speaksAtTheRegister(app, neighbour, 'Kirje tuli perille')
  // Nobody of the staff stays signed in over half an hour of silence.
  const [mika, sari] = [await signedIn(app, 'reviewer'), await signedIn(app, 'designer')]
  const readers: [Browser, readonly string[]][] = [
    [app.visitor(), PUBLIC],
    [mika, STAFF],
    [sari, [`/fi/studio/journeys/${CAT}`, '/fi/studio']],
    [neighbour.browser, [`${neighbour.walkPath()}/steps/${REGISTER}`, `${neighbour.walkPath()}/mine`]],
    [aino.browser, [`${aino.walkPath()}/mine`, `${aino.walkPath()}/steps/${REGISTER}`]],
  ]
  const found = await Promise.all(
    readers.flatMap(([browser, paths]) =>
      paths.map(async (path) => ((await (await browser.get(path)).text()).includes(text) ? [path] : [])),
    ),
  )
  const exported = await (await aino.browser.post(`${aino.walkPath()}/export`)).text()
  return [...found.flat(), ...(exported.includes(text) ? ['export'] : [])]
}

/** The staff let the words be seen, answer them, and a version keeps the answer. */
async function heard() {
  await app.deps.review.moderate({
    id: words,
    seenAt: undefined,
    state: 'visible',
    reason: undefined,
    by: 'Mika',
    at: 1,
  })
  await promised(app, [words])
  await published(app)
}

const mine = () => aino.open(`${aino.walkPath()}/mine`)
const withdrawal = (page: Page, id: string) => {
  const form = page.forms.find(({ kind, fields }) => kind === 'withdraw' && fields.some(({ value }) => value === id))
  if (!form) throw new Error('no way to take it back')
  return form
}

describe('words taken back', () => {
  test('were read by the staff and by others, and afterwards stand on no page and in no byte of any file', async () => {
    await heard()
    const before = await placesWith(SECRET)
    expect(before).toEqual(
      expect.arrayContaining([
        `${REVIEW}?version=1`,
        `${REVIEW}/steps/${REGISTER}?version=1`,
        `${aino.walkPath()}/mine`,
      ]),
    )
    expect(before).toContain('export')
    expect(isInFiles(SECRET)).toBe(true)

    await aino.send(withdrawal(await mine(), words))
    expect(isInFiles(SECRET)).toBe(false)
    expect(await placesWith(SECRET)).toEqual([])
  })

  test('are gone as well when all of them are taken back, and what is said of a later version with them', async () => {
    await heard()
    await aino.send(formOf(await mine(), 'contribution'), { 'p.answers-this.v2.text': LATER })
    expect(await placesWith(LATER)).toContain(`${REVIEW}/steps/${REGISTER}`)
    await aino.send(formOf(await aino.open(`${aino.walkPath()}/withdraw`), 'withdraw'))
    for (const text of [SECRET, LATER]) expect([isInFiles(text), await placesWith(text)]).toEqual([false, []])
  })

  test('are gone with the walk that is erased, and with them what was told in it', async () => {
    await heard()
    await aino.browser.post(`${aino.walkPath()}/erase`)
    expect(isInFiles(SECRET)).toBe(false)
    expect(isInFiles(walkOf(aino))).toBe(false)
    expect(await placesWith(SECRET)).toEqual([])
  })

  test('are gone when the text was only emptied at its step, or at the question about a later version', async () => {
    await heard()
    await aino.send(formOf(await mine(), 'contribution'), { 'p.answers-this.v2.text': LATER })
    await aino.send(formOf(await mine(), 'contribution'), { 'p.answers-this.v2.text': '' })
    await aino.open(`${aino.walkPath()}/steps/${REGISTER}`)
    await aino.send(formOf(aino.page, 'answer'), { 'p.open.text': '', go: 'stay' })
    for (const text of [SECRET, LATER]) expect([isInFiles(text), await placesWith(text)]).toEqual([false, []])
  })

  test('stay taken back, and the person is told so, also where the files cannot be cleared at once', async () => {
    const reader = new Database(join(folderOf(), FILE), { readonly: true })
    reader.exec('begin')
    reader.prepare('select count(*) from contributions').get()
    const page = await aino.send(withdrawal(await mine(), words))
    expect(page.text).toContain('Poistettu.')
    expect(await placesWith(SECRET)).toEqual([])
    reader.close()
    // The next thing that anybody takes back clears this away with it.
    await speaksAtTheRegister(app, aino, LATER)
    await aino.send(withdrawal(await mine(), (await app.deps.walks.contributionsOf(walkOf(aino)))[0]?.id ?? ''))
    expect(isInFiles(SECRET)).toBe(false)
  })
})

describe('the counts', () => {
  const row = async () => {
    const mika = await signedIn(app, 'reviewer')
    const csv = await (await mika.get(`${REVIEW}/steps.csv`)).text()
    const [head = '', ...lines] = csv
      .trim()
      .split('\r\n')
      .flatMap((line) => line.split('\n'))
    const cells = lines.find((line) => line.startsWith('1,home,tell-the-register'))?.split(',') ?? []
    return Object.fromEntries(head.split(',').map((name, i) => [name, cells[i]]))
  }

  test('explain themselves: as many were asked as before, one fewer has answered, and page and file say the same', async () => {
    const ids = [words]
    for (let i = 0; i < 6; i++) ids.push(await speaksAtTheRegister(app, citizen(app.visitor()), `Sanat ${i}`))
    const { id } = await promised(app, ids)
    await published(app)
    expect(await row()).toMatchObject({ shown: '7', answered: '7' })

    await aino.send(withdrawal(await mine(), words))
    app.clock.now += 2000
    expect(await row()).toMatchObject({ shown: '7', answered: '6' })
    const page = figuresOn(await (await (await signedIn(app, 'reviewer')).get(REVIEW)).text())
    expect([page.get(`1/${REGISTER}/shown`), page.get(`1/${REGISTER}/answered`)]).toEqual(['7', '6'])

    const sari = await signedIn(app, 'designer')
    const studio = await (await sari.get(`/fi/studio/journeys/${CAT}`)).text()
    expect(figuresOn(studio).get(`2/${REGISTER}/credited`)).toBe('6')
    expect(studio).toContain('Osa sanoista on sittemmin poistettu, eikä niitä enää lasketa.')
    expect((await app.deps.responses.find(id))?.contributions).toHaveLength(7)
    expect((await app.deps.walks.events(walkOf(aino))).at(-1)).toEqual({ kind: 'withdrawn' })
  })
})

describe('a stolen database', () => {
  type Row = Readonly<Record<string, unknown>>

  function tables(): ReadonlyMap<string, readonly Row[]> {
    const raw = new Database(join(folderOf(), FILE), { readonly: true })
    const names = raw.prepare("select name from sqlite_master where type = 'table'").pluck().all().map(String)
    const read = names.map((name) => [name, raw.prepare<[], Row>(`select * from "${name}"`).all()] as const)
    raw.close()
    return new Map(read)
  }

  test('joins no address to an answer without the key: no id, no hash and no moment of one stands with the other', async () => {
    app.clock.now += 1234
    const follow = { email: 'aino.erikoinen@esimerkki.fi', consent: 'yes' }
    expect((await aino.browser.post(`/fi/journeys/${CAT}/follow`, follow)).status).toBe(200)
    await aino.send(formOf(await aino.open(`${aino.walkPath()}/steps/${REGISTER}`), 'answer'), { go: 'stay' })

    const all = tables()
    const [contact, ...others] = all.get('contacts') ?? []
    expect([contact, others]).toMatchObject([{ trial: 'a-trial' }, []])
    const { trial: _, ...own } = contact ?? {}
    expect(Object.keys(own).toSorted()).toEqual(['day', 'id', 'sealed'])
    for (const [name, rows] of all) {
      if (name === 'contacts') continue
      const text = JSON.stringify(rows)
      for (const value of Object.values(own)) expect(text, name).not.toContain(String(value))
    }
    const told = JSON.stringify(own)
    const device = app.deps.secrets.tokenHash(aino.browser.cookies.get('polku')?.split('.')[0] ?? '')
    const walk = (await app.deps.walks.find(walkOf(aino)))?.walk
    expect(JSON.stringify(all.get('devices'))).toContain(device)
    for (const link of [walk?.id, walk?.participant, device, words]) expect(told).not.toContain(link)
    expect(isInFiles('erikoinen')).toBe(false)
  })

  test('does not tell by the order of its log who signed up after which answer', async () => {
    const follow = { email: 'aino@esimerkki.fi', consent: 'yes' }
    await aino.browser.post(`/fi/journeys/${CAT}/follow`, follow)
    const log = readFileSync(join(folderOf(), `${FILE}-wal`))
    expect(log.includes(Buffer.from((await app.deps.trials.contacts('a-trial'))[0]?.id ?? '?'))).toBe(false)
    expect(log.includes(Buffer.from(walkOf(aino)))).toBe(false)
  })
})
