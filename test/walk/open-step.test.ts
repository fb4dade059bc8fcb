import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Definition } from '#src/journey/definition.ts'
import { promptsAt } from '#src/walk/open-step.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import {
  answers,
  MILK,
  MOVED,
  opens,
  REGISTER,
  starts,
  stored,
  type Walker,
  WHO_MOVED,
  type World,
  worldWith,
} from './world.ts'

let world: World
let aino: Walker
beforeEach(async () => {
  world = await worldWith([withStatements()])
  aino = await starts(world, 'aino')
})
afterEach(() => world.storage.cleanup())

/** The cat's journey with two statements at the register. */
function withStatements(): Definition {
  const definition = structuredClone(MOVING_HOUSE_CAT)
  const register = definition.tracks.home?.steps[0]
  if (register)
    register.statements = [
      { id: 's1', text: { fi: 'Yksi' } },
      { id: 's2', text: { fi: 'Kaksi' } },
    ]
  return Definition.parse(definition)
}

async function opened(walker: Walker, step: string) {
  const page = await opens(walker, step)
  if ('notOpen' in page) throw new Error(`${step} is not open`)
  return page
}

async function atTheRegister(name: string): Promise<Walker> {
  const walker = await starts(world, name)
  await answers(walker, WHO_MOVED, MOVED)
  return walker
}

describe('opening a step', () => {
  test('counts as reached, once, and is where Aino goes on from', async () => {
    await opened(aino, WHO_MOVED)
    await opened(aino, WHO_MOVED)
    const { seen, walk } = await stored(aino)
    expect(seen.visited).toEqual([WHO_MOVED])
    expect(walk.lastStep).toBe(WHO_MOVED)
    expect(walk.rev).toBe(0)
  })

  test('offers the open answer at a question, which has nothing lighter', async () => {
    const { prompts, exposures } = await opened(aino, WHO_MOVED)
    expect(prompts.map(({ id }) => id)).toEqual(['open'])
    expect(exposures).toEqual([{ step: WHO_MOVED, prompt: 'open', offered: true, skipped: false }])
  })

  test('offers one light prompt, the same one each time, and the open answer beside it', async () => {
    await answers(aino, WHO_MOVED, MOVED)
    const first = await opened(aino, REGISTER)
    expect(first.prompts).toHaveLength(2)
    expect(first.prompts.at(-1)?.id).toBe('open')
    expect(first.exposures).toHaveLength(1)
    expect(first.exposures[0]?.prompt).not.toBe('open')
    expect((await opened(aino, REGISTER)).prompts).toEqual(first.prompts)
    expect((await stored(aino)).seen.exposures.filter(({ step }) => step === REGISTER)).toHaveLength(1)
  })

  test('shares the prompts of a step out among walkers', async () => {
    const offered = new Set<string>()
    for (let i = 0; i < 4; i++) {
      const { exposures } = await opened(await atTheRegister(`walker ${i}`), REGISTER)
      offered.add(exposures[0]?.prompt ?? '')
    }
    expect(offered.size).toBe(4)
  })

  test('keeps what was answered on the page, and takes away what was skipped', async () => {
    await answers(aino, WHO_MOVED, MOVED)
    const { exposures } = await opened(aino, REGISTER)
    const offered = exposures[0]?.prompt ?? ''
    const other = offered === 'works' ? 'statement.s1' : 'works'
    const field = other === 'works' ? 'p.works.rating' : 'p.statement.s1.vote'
    await answers(aino, REGISTER, { [field]: other === 'works' ? 'yes' : 'agree' }, { go: 'skip' })
    const again = await opened(aino, REGISTER)
    expect(again.prompts.map(({ id }) => id).toSorted()).toEqual(['open', other].toSorted())
    expect(again.said.map(({ prompt }) => prompt)).toEqual([other])
  })
})

describe('a step that is not open', () => {
  test('is told kindly when something comes first, and nothing is counted', async () => {
    const page = await opens(aino, MILK)
    expect(page).toMatchObject({ notOpen: { status: 'blocked', after: [REGISTER] } })
    expect((await stored(aino)).seen).toEqual({ visited: [], exposures: [], offeredBefore: 0 })
  })

  test('is not hers when it lies in a strand she did not choose', async () => {
    const { tracks } = MOVING_HOUSE_CAT
    const wide = await worldWith([{ ...MOVING_HOUSE_CAT, tracks: { ...tracks, garden: tracks.home as never } }])
    const walker = await starts(wide, 'aino', { tracks: ['garden'] })
    expect(await opens(walker, REGISTER)).toMatchObject({ notOpen: 'not-yours' })
    await wide.storage.cleanup()
  })

  test('does not exist when no version knows it, and neither does another person’s walk', async () => {
    await expect(opens(aino, 'home/garden')).rejects.toMatchObject({ code: 'not-found' })
    await expect(opens({ ...aino, participant: 'erik' }, WHO_MOVED)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('what others said', () => {
  const vote = { 'p.statement.s1.vote': 'agree' }

  test('is hidden until Aino has said something herself', async () => {
    const erik = await atTheRegister('erik')
    await answers(erik, REGISTER, { ...vote, 'p.open.text': 'Bra' })
    await answers(aino, WHO_MOVED, MOVED)
    expect((await opened(aino, REGISTER)).others).toBeUndefined()
    await answers(aino, REGISTER, { 'p.statement.s1.vote': 'disagree' }, { go: 'stay' })
    const { others } = await opened(aino, REGISTER)
    expect(others?.options).toEqual([
      { prompt: 'statement.s1', option: 'agree', n: 1 },
      { prompt: 'statement.s1', option: 'disagree', n: 1 },
    ])
    expect(others?.texts).toEqual([])
  })

  test('a statement another walker added can be voted on when a person has approved it, never one’s own', async () => {
    const erik = await atTheRegister('erik')
    await answers(erik, REGISTER, { ...vote, 'p.statement.s1.own': 'Katten bestämmer själv.' })
    const [added] = (await stored(erik)).said.filter(({ prompt }) => prompt === 'own')
    await world.storage.review.moderate({
      ...{ id: added?.id ?? '', seenAt: undefined, state: 'visible', reason: undefined, by: 'mika', at: 2000 },
    })
    await answers(aino, WHO_MOVED, MOVED)
    await answers(aino, REGISTER, { [`p.added.${added?.id}.vote`]: 'agree' }, { go: 'stay' })
    const prompts = (await opened(aino, REGISTER)).prompts
    expect(prompts.find(({ id }) => id === `added.${added?.id}`)).toMatchObject({
      ...{ kind: 'statement', origin: 'participant', text: { fi: 'Katten bestämmer själv.' } },
    })
    const possible = await promptsAt(world, (await opened(erik, REGISTER)).here, REGISTER)
    expect(possible.map(({ id }) => id)).not.toContain(`added.${added?.id}`)
  })
})

test('a walk is offered seven prompts at most', async () => {
  const definition = structuredClone(withStatements())
  const [register] = definition.tracks.home?.steps ?? []
  if (!register || !definition.tracks.home) throw new Error('the cat has a home')
  definition.id = 'cat-moves-ten-times'
  definition.tracks.home.steps = Array.from({ length: 10 }, (_, i) => ({ ...register, id: `register-${i}` }))
  const long = await worldWith([definition])
  const walker = await starts(long, 'aino', { journey: definition.id })
  await opened(walker, WHO_MOVED)
  await answers(walker, WHO_MOVED, MOVED)
  for (let i = 0; i < 10; i++) {
    await opened(walker, `home/register-${i}`)
    await answers(walker, `home/register-${i}`)
  }
  const { seen } = await stored(walker)
  expect(seen.exposures.filter(({ offered }) => offered)).toHaveLength(7)
  expect(seen.visited).toHaveLength(11)
  await long.storage.cleanup()
})
