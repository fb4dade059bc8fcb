import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { FIRST_CAT, MILK, published, REGISTER, words } from '../studio/promised.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { type Citizen, citizen } from '../support/citizen.ts'
import { all, type Element } from '../support/html.ts'
import { formOf, visible } from '../support/page.ts'

const FIRST = 'situation/who-moved'
const OWN = { journey: FIRST_CAT.id, modes: ['own'] } as const
let app: TestApp
let aino: Citizen
beforeEach(async () => {
  app = await testApp({ definitions: [FIRST_CAT] })
  aino = citizen(app.visitor())
})
afterEach(() => app.close())

/** The register's step has another name, the milk is gone, and the colour of the cat has one option more. */
function secondCat(): Definition {
  const draft = structuredClone(FIRST_CAT)
  const { colour } = draft.facts
  if (colour?.type === 'choice') colour.options.grey = words('Harmaa')
  const [register] = draft.tracks.home?.steps ?? []
  if (!register || !draft.tracks.home) throw new Error('no home')
  draft.tracks.home.steps = [{ ...register, id: 'told', was: REGISTER, title: words('Rekisteri tietää') }]
  return Definition.parse(draft)
}

/** Aino answers the first question, rates the register's step and stands at the milk. */
async function underway() {
  await aino.start(FIRST_CAT.id)
  await aino.forward()
  await aino.open(`${aino.walkPath()}/steps/${REGISTER}`)
  const form = formOf(aino.page, 'answer')
  const rating = form.fields.find(({ name }) => name.endsWith('.rating'))?.name ?? 'p.works.rating'
  await aino.send(form, { [rating]: 'yes', go: 'on' })
  return aino.walkPath()
}

async function publishSecond() {
  const outcome = await published(app, secondCat(), { note: words('Askelia on vähemmän') })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}

const idOf = (path: string) => path.split('/').at(-1) ?? ''
const marked = (element: Element, name: string, value?: string) =>
  all(element, ({ attributes }) => name in attributes && (value === undefined || attributes[name] === value))
const itemsOf = (name: string, value?: string) => {
  const [list] = marked(aino.page.main, name, value)
  return list ? all(list, (one) => one.name === 'li' && one.parent === list) : []
}
const figures = async (version: number) => {
  const filter = { ...OWN, version }
  const [walks, steps, prompts, offered] = [
    await app.deps.review.walks(filter),
    await app.deps.review.stepCounts(filter, 0),
    await app.deps.review.promptCounts(filter),
    await app.deps.walks.promptCounts(OWN.journey, version),
  ]
  return { walks, steps, prompts, offered }
}
const overview = () => marked(aino.page.main, 'data-step-link').map((link) => [link.attributes, visible(link)])

describe('a newer version under a walk', () => {
  test('is told on the overview, and its page says what changes ahead and behind, and what does not come along', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}?all=1`)
    const [inset] = marked(aino.page.main, 'data-newer-version')
    expect(marked(inset!, 'href', `${walk}/newer`)).toHaveLength(1)

    await aino.open(`${walk}/newer`)
    expect(aino.page.name).toBe('newer')
    expect(visible(aino.page.main)).toContain('Askelia on vähemmän')
    const kinds = (where: string) =>
      itemsOf('data-changes', where).map((li) => `${li.attributes['data-step']} ${li.attributes['data-kind']}`)
    expect(kinds('behind')).toEqual([`${FIRST} changed`, 'home/told changed'])
    expect(kinds('ahead')).toEqual([`${MILK} removed`])
    expect(itemsOf('data-unmapped').map((li) => li.attributes['data-fact'])).toEqual(['colour'])
    expect(itemsOf('data-reopens').map((li) => li.attributes['data-step'])).toEqual([FIRST])
  })

  test('leaves the walk alone until its walker moves', async () => {
    const walk = await underway()
    const before = await app.deps.walks.find(idOf(walk))
    await publishSecond()
    await aino.open(`${walk}/newer`)
    expect(await app.deps.walks.find(idOf(walk))).toEqual(before)
  })

  test('is moved to with one press: answers and steps come along, and the row says where it is', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    expect(aino.page.name).toBe('overview')
    const state = await app.deps.walks.find(idOf(walk))
    const second = await app.deps.library.version(FIRST_CAT.id, 2)
    expect(state?.walk).toMatchObject({ version: 2, hash: second?.version.hash })
    expect(state?.told).toEqual({ moved_on: '2026-03-01', 'v1.colour': 'black' })
    expect(Object.keys(state?.walk.progress.record.done ?? {})).toEqual(['home/told'])
    expect((await app.deps.walks.events(idOf(walk))).at(-1)).toMatchObject({
      kind: 'moved',
      version: 2,
      renamed: { [REGISTER]: 'home/told' },
      reopened: [FIRST],
    })
    await aino.walk()
    expect(aino.page.name).toBe('outcome')
    expect((await app.deps.walks.contributionsOf(idOf(walk))).map(({ version, step }) => [version, step])).toEqual([
      [1, REGISTER],
    ])
  })

  test('changes no figure of the version left, and counts on the new one only what happens there', async () => {
    const walk = await underway()
    const before = await figures(1)
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    expect(await figures(1)).toEqual(before)
    expect((await figures(2)).steps).toEqual([])
    await aino.walk()
    expect(await figures(1)).toEqual(before)
    const { walks, steps } = await figures(2)
    expect(walks).toEqual({ started: 1, finished: 1 })
    expect(steps.map(({ step, reached }) => [step, reached])).toEqual([[FIRST, 1]])
    await app.deps.walks.erase({ walk: idOf(walk), at: app.clock.now })
    const left = [...(await figures(1)).offered, ...(await figures(2)).offered]
    expect(left.every(({ shown, answered }) => shown === 0 && answered === 0)).toBe(true)
  })

  test('can be left again as long as nothing was answered there: the walk is the very same', async () => {
    const walk = await underway()
    await aino.open(`${walk}?all=1`)
    const before = { overview: overview(), state: await app.deps.walks.find(idOf(walk)) }
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    await aino.send(formOf(aino.page, 'undo-move'))
    expect(overview()).toEqual(before.overview)
    const { walk: row, told } = (await app.deps.walks.find(idOf(walk))) ?? {}
    expect(told).toEqual(before.state?.told)
    expect({ ...row, rev: 0, touchedAt: 0 }).toEqual({ ...before.state?.walk, rev: 0, touchedAt: 0 })
    expect(visible(aino.page.main)).not.toContain('undefined')
    await aino.walk()
    expect(aino.page.name).toBe('outcome')
    expect((await app.deps.walks.find(idOf(walk)))?.walk.version).toBe(1)
  })

  test('keeps the walker once they have gone on in it, and says so', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    const undo = formOf(aino.page, 'undo-move')
    await aino.forward()
    await aino.forward()
    await aino.open(`${walk}?all=1`)
    expect(marked(aino.page.main, 'data-form', 'undo-move')).toEqual([])
    await aino.send(undo)
    expect((await app.deps.walks.find(idOf(walk)))?.walk.version).toBe(2)
  })

  test('pressed twice moves once, and a number nobody published is refused', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}/newer`)
    const form = formOf(aino.page, 'move-version')
    await aino.send(form)
    await aino.send(form)
    const moves = (await app.deps.walks.events(idOf(walk))).filter(({ kind }) => kind === 'moved')
    expect(moves).toHaveLength(1)
    const response = await aino.browser.post(`${walk}/newer`, {
      version: '9',
      key: 'k',
      token: form.fields.find(({ name }) => name === 'token')?.value ?? '',
    })
    expect(response.status).toBe(404)
    expect((await app.deps.walks.find(idOf(walk)))?.walk.version).toBe(2)
  })

  test('a walk that was finished may be moved, and finished once more there', async () => {
    const walk = await underway()
    await aino.walk()
    const before = await figures(1)
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    await aino.walk()
    expect(aino.page.name).toBe('outcome')
    expect(await figures(1)).toEqual(before)
    expect((await figures(2)).walks).toEqual({ started: 1, finished: 1 })
  })

  test('what was said before the move is still there to be read and deleted', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    await aino.open(`${walk}/mine`)
    const [said] = marked(aino.page.main, 'data-contribution')
    expect(visible(said!)).toContain('Kerro rekisterille')
    await aino.send(formOf(aino.page, 'withdraw'))
    expect(await app.deps.walks.contributionsOf(idOf(walk))).toEqual([])
  })

  test('an address of a step that was left leads to where the walk is now', async () => {
    const walk = await underway()
    await publishSecond()
    await aino.open(`${walk}/newer`)
    await aino.send(formOf(aino.page, 'move-version'))
    await aino.open(`${walk}/steps/${MILK}`)
    expect(aino.page.name).toBe('overview')
  })
})
