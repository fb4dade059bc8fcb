import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import type { TrialPlan } from '#src/trial/trial.ts'
import { addStatement } from '#src/walk/add-statement.ts'
import { withdraw } from '#src/walk/mine.ts'
import { openStatements } from '#src/walk/statements.ts'
import { vote } from '#src/walk/vote.ts'
import { aTrial } from '../contract/cast.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import {
  answers,
  CAT,
  MILK,
  MOVED,
  opens,
  REGISTER,
  starts,
  type Walker,
  WHO_MOVED,
  type World,
  worldWith,
} from './world.ts'

const WHOLE = '-/journey'
let world: World
beforeEach(async () => {
  world = await worldWith([withStatements()])
})
afterEach(() => world.storage.cleanup())

/** The cat's journey with two statements at the register and one about all of it. */
function withStatements(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const register = definition.tracks.home?.steps[0]
  if (register)
    register.statements = [
      { id: 's1', text: { fi: 'Rekisteri kysyy liikaa.' } },
      { id: 's2', text: { fi: 'Kissa saa muuttaa ilmoittamatta.' } },
    ]
  return Definition.parse({ ...definition, statements: [{ id: 'all', text: { fi: 'Muutto on mukavaa.' } }] })
}

async function walker(name: string): Promise<Walker> {
  const one = await starts(world, name)
  await opens(one, WHO_MOVED)
  await answers(one, WHO_MOVED, MOVED)
  await opens(one, REGISTER)
  return one
}

const whose = ({ walk, participant }: Walker) => ({ walk: walk.id, participant })
const page = (one: Walker, again?: string) => openStatements(world, { ...whose(one), again })
const served = async (one: Walker) => (await page(one)).current?.prompt.id
const says = (one: Walker, step: string, prompt: string, option: string, more: Record<string, string> = {}) =>
  vote(world, {
    ...{
      ...whose(one),
      step: step as typeof REGISTER & `${string}/${string}`,
      prompt,
      go: 'next',
      key: undefined,
      language: 'fi',
    },
    fields: { [`p.${prompt}.vote`]: option, ...more },
  })
const skips = (one: Walker, step: string, prompt: string) =>
  vote(world, {
    ...{
      ...whose(one),
      step: step as `${string}/${string}`,
      prompt,
      go: 'skip',
      key: undefined,
      language: 'fi',
      fields: {},
    },
  })
const adds = (one: Walker, text: string, more: Partial<Parameters<typeof addStatement>[1]> = {}) =>
  addStatement(world, {
    ...{ ...whose(one), step: REGISTER as `${string}/${string}`, share: undefined, text, anyway: false },
    ...{ key: undefined, language: 'fi', ...more },
  })
const allAdded = () => world.walks.allAdded(CAT)
const votes = async () => (await world.storage.votes.votesOf(CAT, 0)).map((one) => [one.statement, one.vote])
const trialWith = (plan: Partial<TrialPlan>) =>
  world.storage.trials.create({
    ...aTrial('t', { journey: CAT, stage: 'mapping' }),
    plan: { ...aTrial('t').plan, ...plan },
  })

/** What the walker is served, answering each as given. */
async function answersAll(one: Walker, option = 'agree'): Promise<string[]> {
  const met: string[] = []
  for (let i = 0; i < 20; i++) {
    const { current } = await page(one)
    if (!current) break
    met.push(`${current.step} ${current.prompt.id}`)
    await says(one, current.step, current.prompt.id, option)
  }
  return met
}

describe('more statements', () => {
  test('come from the steps met and the journey as a whole, each once, and an opened one stays until it is answered', async () => {
    const aino = await walker('aino')
    const first = await served(aino)
    expect(await served(aino)).toBe(first)
    const met = await answersAll(aino)
    expect(met.toSorted()).toEqual([`${WHOLE} statement.all`, `${REGISTER} statement.s1`, `${REGISTER} statement.s2`])
    expect(await served(aino)).toBeUndefined()
    expect((await votes()).toSorted()).toEqual([
      ['-/journey#all', 1],
      [`${REGISTER}#s1`, 1],
      [`${REGISTER}#s2`, 1],
    ])
  })

  test('are not taken from steps that were not met', async () => {
    const aino = await starts(world, 'aino')
    await opens(aino, WHO_MOVED)
    expect(await answersAll(aino)).toEqual([`${WHOLE} statement.all`])
    expect(await says(aino, REGISTER, 'statement.s1', 'agree')).toEqual({ ok: false, error: 'gone' })
  })

  test('are exposures, and a skip is a skip and not a vote', async () => {
    const aino = await walker('aino')
    const id = (await served(aino)) ?? ''
    const step = (await page(aino)).current?.step ?? ''
    await skips(aino, step, id)
    const { exposures } = await world.walks.seen(aino.walk.id)
    expect(exposures).toContainEqual({ step, prompt: id, offered: expect.any(Boolean), skipped: true })
    expect(await votes()).toEqual([])
    expect(await served(aino)).not.toBe(id)
  })

  test('include what others added, never one’s own, once a person has approved it', async () => {
    const [aino, ben] = [await walker('aino'), await walker('ben')]
    await adds(aino, 'Naapuri voi ruokkia kissan.')
    expect((await answersAll(ben)).some((one) => one.includes('added'))).toBe(false)
    const [added] = await allAdded()
    await world.storage.review.moderate({
      ...{ id: added?.contribution ?? '', seenAt: undefined, state: 'visible', reason: undefined, by: 'r', at: 5 },
    })
    expect(await answersAll(ben, 'disagree')).toEqual([`${REGISTER} ${added?.id}`])
    expect((await answersAll(aino)).some((one) => one.includes('added'))).toBe(false)
  })

  test('can be answered with why and how much it matters, and a changed answer is one more row', async () => {
    const aino = await walker('aino')
    const asks = { 'p.statement.s1.asks': '1' }
    await says(aino, REGISTER, 'statement.s1', 'agree', {
      ...asks,
      'p.statement.s1.text': 'Kysyi kahdesti',
      'p.statement.s1.important': 'yes',
    })
    expect((await page(aino, `${REGISTER}#s1`)).current?.said).toMatchObject({
      option: 'agree',
      text: 'Kysyi kahdesti',
      important: true,
      state: 'pending',
    })
    await answers(aino, REGISTER, { 'p.statement.s1.vote': 'disagree' }, { go: 'stay' })
    expect((await page(aino)).votes[0]?.said).toMatchObject({
      option: 'disagree',
      text: 'Kysyi kahdesti',
      important: true,
    })
    expect(await votes()).toEqual([
      [`${REGISTER}#s1`, 1],
      [`${REGISTER}#s1`, -1],
    ])
  })

  test('sent without a vote ask for one, and parallel equal votes count once', async () => {
    const aino = await walker('aino')
    expect(await says(aino, REGISTER, 'statement.s1', '')).toMatchObject({
      ok: false,
      errors: [{ error: 'missing-vote' }],
    })
    await Promise.all(Array.from({ length: 5 }, () => says(aino, REGISTER, 'statement.s1', 'pass')))
    expect(await votes()).toEqual([[`${REGISTER}#s1`, 0]])
  })
})

describe('a statement of one’s own', () => {
  test('waits for a person in a trial that moderates beforehand and without a trial', async () => {
    const aino = await walker('aino')
    expect(await adds(aino, 'Naapuri voi ruokkia kissan.')).toMatchObject({ ok: true })
    expect(await allAdded()).toMatchObject([{ state: 'pending', isServed: false, step: REGISTER }])
    expect((await page(aino)).own).toMatchObject([{ text: 'Naapuri voi ruokkia kissan.', state: 'pending' }])
  })

  test.each([
    ['post', 'pending'],
    ['none', 'visible'],
  ] as const)(
    'is served at once where the trial moderates %s, unless it held a personal detail',
    async (moderation, state) => {
      await trialWith({ moderation })
      const [aino, ben] = [await walker('aino'), await walker('ben')]
      await adds(aino, 'Naapuri voi ruokkia kissan.')
      await adds(ben, 'Soittakaa minulle: 040 123 4567')
      expect(await allAdded()).toMatchObject([
        { state, isServed: true },
        { state: 'pending', isServed: false },
      ])
    },
  )

  test('near another at the same step offers that one instead, and is added where they still want it', async () => {
    const aino = await walker('aino')
    const told = await adds(aino, 'Rekisteri kysyy aivan liikaa')
    expect(told).toMatchObject({ ok: false, error: 'near', near: { id: 'statement.s1' } })
    expect(await allAdded()).toEqual([])
    expect(await adds(aino, 'Rekisteri kysyy aivan liikaa', { anyway: true })).toMatchObject({ ok: true })
    expect(await allAdded()).toHaveLength(1)
  })

  test('is one a place: about a step, a hand-over or the whole, and can be taken back', async () => {
    const aino = await walker('aino')
    await adds(aino, 'Naapuri voi ruokkia kissan.')
    expect(await adds(aino, 'Lisäksi koira.')).toEqual({ ok: false, error: 'one-a-place' })
    expect(await adds(aino, '   ')).toEqual({ ok: false, error: 'empty' })
    expect(await adds(aino, 'Kaikki meni hyvin.', { step: WHOLE })).toMatchObject({ ok: true })
    const [first] = (await page(aino)).own
    await withdraw(world, { ...whose(aino), contribution: first?.id })
    expect((await allAdded()).map(({ step }) => step)).toEqual([WHOLE])
  })

  test('taken back stops counting for others too: their votes stay as history only', async () => {
    await trialWith({ moderation: 'none' })
    const [aino, ben] = [await walker('aino'), await walker('ben')]
    await adds(aino, 'Naapuri voi ruokkia kissan.')
    const [added] = await allAdded()
    await says(ben, REGISTER, added?.id ?? '', 'agree')
    expect((await page(ben)).votes).toHaveLength(1)
    await withdraw(world, { ...whose(aino), contribution: added?.contribution })
    expect((await page(ben)).votes).toEqual([])
    expect(await says(ben, REGISTER, added?.id ?? '', 'disagree')).toEqual({ ok: false, error: 'gone' })
    expect(await votes()).toEqual([[added?.id, 1]])
  })
})

describe('the windows of a trial', () => {
  test('after the last day of adding statements are voted on only, at the step and after it', async () => {
    await trialWith({ addingEndsOn: '1969-12-31' })
    const aino = await walker('aino')
    const { takesStatements, takesVotes, current } = await page(aino)
    expect([takesStatements, takesVotes, current !== undefined]).toEqual([false, true, true])
    expect(await adds(aino, 'Naapuri voi ruokkia kissan.')).toEqual({ ok: false, error: 'closed' })
    const told = await answers(aino, REGISTER, { 'p.statement.s1.own': 'Naapuri voi ruokkia.' }, { go: 'stay' })
    expect(told).toMatchObject({ ok: false, promptErrors: [{ field: 'p.statement.s1.own', error: 'adding-closed' }] })
    expect(await says(aino, REGISTER, 'statement.s1', 'agree')).toMatchObject({ ok: true })
  })

  test('once the trial has closed nothing is served and no vote is taken; what was said stays', async () => {
    const aino = await walker('aino')
    await says(aino, REGISTER, 'statement.s1', 'agree')
    await trialWith({ closesOn: '1969-12-31' })
    const { current, takesVotes, votes: own } = await page(aino)
    expect([current, takesVotes, own.length]).toEqual([undefined, false, 1])
    expect(await says(aino, REGISTER, 'statement.s1', 'disagree')).toEqual({ ok: false, error: 'closed' })
  })
})

test('a translation by others stands beside the author’s own words', async () => {
  await trialWith({ moderation: 'none' })
  const [aino, ben] = [await walker('aino'), await walker('ben')]
  await adds(aino, 'Naapuri voi ruokkia kissan.')
  const [added] = await allAdded()
  await world.walks.translate({
    contribution: added?.contribution ?? '',
    language: 'sv',
    text: 'Grannen kan mata katten.',
    by: 'd',
    at: 5,
  })
  await opens(ben, MILK)
  const { current } = await page(ben, undefined)
  await skips(ben, current?.step ?? '', current?.prompt.id ?? '')
  await says(ben, REGISTER, added?.id ?? '', 'agree')
  expect((await page(ben)).votes.at(-1)?.prompt).toMatchObject({
    text: { fi: 'Naapuri voi ruokkia kissan.', sv: 'Grannen kan mata katten.' },
    original: 'fi',
  })
})
