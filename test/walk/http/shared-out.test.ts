import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestApp } from '../../support/app.ts'
import { answerOffered, citizen } from '../../support/citizen.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'

const WALKERS = 40
const MOST_PROMPTS_A_WALK = 7
/** below this many openings a step is allowed to stay unheard */
const ENOUGH = 5

const people = ['own', ...shippedJourney().personas.map(({ id }) => id)]

type Heard = { opened: number; answered: number }

/** One walker who answers whatever is offered, told step by step. */
async function takePart(app: TestApp, nth: number, heard: Map<string, Heard>): Promise<number> {
  const walker = citizen(app.visitor(), 'fi')
  const met = new Set<string>()
  let offered = 0
  await walker.start(SHIPPED, { as: people[nth % people.length] })
  await walker.walk((page, form) => {
    const said = answerOffered('ihan hyvin')(page, form)
    const step = page.step ?? ''
    if (page.name !== 'step' || met.has(step)) return said
    met.add(step)
    const so = heard.get(step) ?? { opened: 0, answered: 0 }
    const hasAnswer = Object.keys(said).length > 0
    if (hasAnswer) offered++
    heard.set(step, { opened: so.opened + 1, answered: so.answered + (hasAnswer ? 1 : 0) })
    return said
  })
  return offered
}

describe.each([1, 8])('forty walkers of all kinds who answer what they are offered, %i side by side', (sideBySide) => {
  let app: TestApp
  const heard = new Map<string, Heard>()
  const offers: number[] = []
  beforeAll(async () => {
    app = await shippedApp()
    const walkers = Array.from({ length: WALKERS }, (_, nth) => nth)
    const one = async () => {
      for (let nth = walkers.shift(); nth !== undefined; nth = walkers.shift())
        offers.push(await takePart(app, nth, heard))
    }
    await Promise.all(Array.from({ length: sideBySide }, one))
  }, 240_000)
  afterAll(() => app.close())

  it('leave no step unheard that at least five have opened', () => {
    const unheard = [...heard].filter(([, { opened, answered }]) => opened >= ENOUGH && answered === 0)
    expect(unheard).toEqual([])
    expect(heard.size).toBeGreaterThan(40)
    const answers = [...heard.values()].map(({ answered }) => answered).sort((one, other) => one - other)
    console.info(`${sideBySide} side by side, answers a step: ${answers.join(' ')}`)
  })

  it('are each asked at most seven times', () => {
    expect(offers.length).toBe(WALKERS)
    expect(Math.max(...offers)).toBeLessThanOrEqual(MOST_PROMPTS_A_WALK)
  })
})
