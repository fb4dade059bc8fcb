import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LANGUAGES } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { type Definition, Definition as DefinitionShape } from '#src/journey/definition.ts'
import { OpinionKeeper } from '#src/review/opinion-keeper.ts'
import { refreshMaps } from '#src/review/opinion-refresh.ts'
import { aChange, aContribution, aParticipant, aWalk } from '../contract/cast.ts'
import { figuresOn, signedIn } from '../review/staff.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { citizen } from '../support/citizen.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { trialOf, WHOLE } from '../trial/plans.ts'

const ID = 'cat-moves-house'
const PAGE = `/fi/journeys/${ID}/results`
const STEPS = ['home/tell-the-register', 'home/milk'] as const
const STATEMENTS = STEPS.flatMap((step) => ['s1', 's2', 's3', 's4'].map((id) => ({ step, prompt: `statement.${id}` })))

/** The cat's journey with four statements at each of two steps. */
function withStatements(): Definition {
  const { tracks } = MOVING_HOUSE_CAT
  const statements = ['s1', 's2', 's3', 's4'].map((id) => ({
    ...{ id, text: { fi: `Kissan väite ${id}`, sv: `Kattens påstående ${id}`, en: `The cat's statement ${id}` } },
  }))
  const steps = tracks.home?.steps.map((step) => ({ ...step, statements })) ?? []
  return DefinitionShape.parse({ ...MOVING_HOUSE_CAT, tracks: { ...tracks, home: { ...tracks.home, steps } } })
}

let app: TestApp
beforeEach(async () => {
  app = await testApp({ definitions: [withStatements()] })
})
afterEach(() => app.close())

/** People of two groups who disagree about every statement but the last. */
async function peopleVote(people: number, optionOf = twoGroups) {
  const { walks } = app.deps
  const each = Array.from({ length: people }, (_, nth) => nth)
  await Promise.all(
    each.map(async (nth) => {
      const id = `w${nth}`
      const walk = aWalk(id, { journey: ID })
      await walks.create({ walk, participant: aParticipant(walk.participant), device: undefined, key: undefined })
      const contributions = STATEMENTS.map((at, i) =>
        aContribution(id, { ...at, id: `${id} ${i}`, journey: ID, kind: 'statement', option: optionOf(nth, i) }),
      )
      await walks.append(aChange(id, { contributions }))
    }),
  )
  await computed()
}
function twoGroups(person: number, statement: number): string {
  if (statement === STATEMENTS.length - 1) return 'agree'
  return (person + (statement % 2)) % 2 === 0 ? 'agree' : 'disagree'
}

async function computed() {
  const keeper = new OpinionKeeper()
  const computing = {
    known: async (journey: string) => keeper.known(journey),
    add: async (...[journey, votes]: Parameters<OpinionKeeper['add']>) => keeper.add(journey, votes),
    maps: async (...[journey, served]: Parameters<OpinionKeeper['maps']>) => keeper.maps(journey, served),
  }
  await refreshMaps({ ...app.deps, computing, owner: 'a test' }, ID)
}

/** Aino, who walks and answers the first statements. */
async function ainoVotes(browser = app.visitor(), options = ['agree', 'disagree', 'agree']) {
  const aino = citizen(browser)
  await aino.start(ID)
  const id = aino.walkPath().split('/').at(-1) ?? ''
  const found = await app.deps.walks.find(id)
  const contributions = options.map((option, i) =>
    aContribution(id, { ...STATEMENTS[i], id: `${id} ${i}`, journey: ID, kind: 'statement', option }),
  )
  if (!found) throw new Error('Aino has no walk')
  const { rev, progress } = found.walk
  await app.deps.walks.append(aChange(id, { rev, progress, contributions }))
  return browser
}

const text = async (response: Response | Promise<Response>) => (await response).text()
const reviewer = () => signedIn(app, 'reviewer')
const shows = (page: string) => /<main[^>]*data-shows="(\w+)"/.exec(page)?.[1]

describe('while people can still answer', () => {
  beforeEach(() => peopleVote(24))

  test('a stranger learns how many took part and when everybody sees the results, and nothing else', async () => {
    await app.deps.trials.create(trialOf({ stage: 'mapping' }))
    const page = await text(app.get(PAGE))
    expect(shows(page)).toBe('unanswered')
    expect(figuresOn(page)).toEqual(new Map([['results/participants', '24']]))
    expect(page).toContain(`<time datetime="${WHOLE.closesOn}">`)
    expect(page).not.toContain('Kissan väite')
  })

  test('whoever has answered sees the groups in words, the lists with their rules, and their own place', async () => {
    const page = await text((await ainoVotes()).get(PAGE))
    expect(shows(page)).toBe('shown')
    expect(page).toContain('data-groups="2"')
    expect(figuresOn(page).get('groups/A')).toBe('12')
    expect(figuresOn(page).get('counted')).toBe('24')
    expect(page).toMatch(/data-group="A"[\s\S]*Kissan väite s\d[\s\S]*data-group="B"/)
    for (const list of ['common', 'dividing', 'unsure', 'thin']) expect(page).toContain(`data-rule="${list}"`)
    expect(page).toMatch(/data-here="[AB]"/)
    expect(page).toContain(messages('fi').results.hereFrom(3))
    expect(page).toContain('class="polku-map-you"')
  })

  test('where somebody stands is told to nobody else, and no copy of the page stays anywhere', async () => {
    await ainoVotes()
    const other = await ainoVotes(app.visitor(), ['disagree'])
    const response = await other.get(PAGE)
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(await response.text()).toContain(messages('fi').results.hereFrom(1))
    expect(await text((await reviewer()).get(`/fi/review/journeys/${ID}/opinion`))).not.toContain('data-here')
  })

  test('the staff see it without having answered, made-up walkers apart', async () => {
    const mika = await reviewer()
    const page = await text(mika.get(`/fi/review/journeys/${ID}/opinion`))
    expect(shows(page)).toBe('shown')
    expect(figuresOn(page).get('results/participants')).toBe('24')
    expect(shows(await text(mika.get(`/fi/review/journeys/${ID}/opinion?mode=simulated`)))).toBe('few')
    expect((await app.get(`/fi/review/journeys/${ID}/opinion`)).status).toBe(403)
  })
})

describe('when the stage is over', () => {
  test('everybody sees the results, after the last day too', async () => {
    await peopleVote(24)
    await app.deps.trials.create(trialOf({ stage: 'mapping' }))
    app.clock.now = Date.parse('2026-05-01T10:00:00Z')
    expect(shows(await text(app.get(PAGE)))).toBe('unanswered')
    app.clock.now = Date.parse('2026-05-02T10:00:00Z')
    expect(shows(await text(app.get(PAGE)))).toBe('shown')
  })

  test.each(['answering', 'closed'] as const)('which is so while it is %s', async (stage) => {
    await peopleVote(24)
    await app.deps.trials.create(trialOf({ stage }))
    const page = await text(app.get(PAGE))
    expect(shows(page)).toBe('shown')
    expect(page).not.toContain('data-here')
  })
})

describe.each(LANGUAGES)('the page in %s', (language) => {
  test('says why nothing is shown of fewer than seven, and that seven are enough', async () => {
    const page = () => text(app.get(`/${language}/journeys/${ID}/results`))
    const { few, fewPeople } = messages(language).results
    expect(await page()).toContain(few(7))
    await peopleVote(4)
    await app.deps.trials.create(trialOf({ stage: 'closed' }))
    expect(await page()).toContain(fewPeople)
    expect(shows(await page())).toBe('few')
  })

  test('has every part, the map as a table too, and no word of another language', async () => {
    await peopleVote(24)
    await app.deps.trials.create(trialOf({ stage: 'closed' }))
    const page = await text(app.get(`/${language}/journeys/${ID}/results`))
    for (const id of ['groups', 'map', 'common', 'dividing', 'unsure', 'thin', 'steps', 'all'])
      expect(page).toContain(`id="${id}"`)
    expect(page).toContain(messages(language).results.mapTable)
    const drawn = [...page.matchAll(/<a href="#(group-[A-E]|statement-\d+)"/g)].map(([, id]) => id)
    expect(drawn.length).toBeGreaterThan(2)
    for (const id of drawn) expect(page).toContain(`id="${id}"`)
    for (const other of LANGUAGES.filter((one) => one !== language))
      expect(page).not.toContain(messages(other).results.groupsLead)
    expect(page).not.toMatch(/undefined|NaN|\[object/)
  })
})

describe('nothing that makes no sense is shown', () => {
  beforeEach(() => app.deps.trials.create(trialOf({ stage: 'closed' })))

  test('of people who all answer alike: no groups, and what is common', async () => {
    await peopleVote(12, () => 'agree')
    const page = await text(app.get(PAGE))
    expect(page).toContain('data-groups="0"')
    expect(page).not.toContain('class="polku-map"')
    expect(figuresOn(page).get('lists/common')).toBe('8')
    expect(page).not.toMatch(/NaN|undefined/)
  })

  test('of people who all pass: no groups, nothing common, everything unsure', async () => {
    await peopleVote(12, () => 'pass')
    const figures = figuresOn(await text(app.get(PAGE)))
    expect([figures.get('lists/common'), figures.get('lists/dividing'), figures.get('lists/unsure')]).toEqual([
      '0',
      '0',
      '8',
    ])
  })

  test('of a statement that was taken back or hidden since: it is gone from the page at once', async () => {
    await peopleVote(12)
    const stored = await app.deps.opinionMaps.find(ID)
    const own = stored?.maps.own
    const ghost = { ...own!.statements[0]!, id: 'added.gone' }
    const maps = { own: { ...own!, statements: [...own!.statements, ghost] } }
    await app.deps.opinionMaps.lease({ journey: ID, owner: 'x', now: app.clock.now, until: app.clock.now + 1 })
    await app.deps.opinionMaps.store('x', { ...stored!, maps })
    const page = await text(app.get(PAGE))
    expect(shows(page)).toBe('shown')
    expect(page).not.toContain('added.gone')
  })
})
