import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PromptKind } from '#feedback/prompt.ts'
import type { StepKey } from '#src/journey/definition.ts'
import { OFFER, promptsByStep } from '#src/journey/prompts.ts'
import type { TestApp } from '../../support/app.ts'
import { type Citizen, citizen, required, type Values } from '../../support/citizen.ts'
import { all } from '../../support/html.ts'
import { type Field, formOf, visible } from '../../support/page.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'

const KINDS = ['rating', 'open', 'statement', 'data-sharing', 'automation'] as const satisfies readonly PromptKind[]
const BUTTONS = ['on', 'stay', 'aside', 'skip'] as const
const WORDS = 'tämä auttoi minua kovasti'

const { definition } = shippedJourney()
const promptsOf = promptsByStep(definition)

let app: TestApp
beforeAll(async () => {
  app = await shippedApp()
})
afterAll(() => app.close())

/** Somebody who knows little: steps that depend on it are offered as "perhaps" and can be put aside. */
async function unsure(): Promise<Citizen> {
  const walker = citizen(app.visitor(), 'fi')
  await walker.start(SHIPPED, { as: 'tuomas-does-not-know' })
  return walker
}

/** Walks on to the first open step that has such a prompt and such a button, and has that prompt offered there. */
async function meet(walker: Citizen, kind: PromptKind, button: string): Promise<string> {
  while (walker.page.name !== 'outcome') {
    const prompt = promptsOf.get(walker.page.step as StepKey)?.find((one) => one.kind === kind && one.id !== OFFER.id)
    if (prompt && formOf(walker.page, 'answer').buttons.some((one) => one === button || button === 'skip')) {
      const walk = walker.walkPath().split('/').at(-1) ?? ''
      await app.deps.walks.visit({ walk, step: walker.page.step as StepKey, offered: [prompt.id], at: app.clock.now })
      await walker.open(walker.path)
      return prompt.id
    }
    await walker.forward()
  }
  throw new Error(`no step with ${kind} and the button ${button}`)
}

/** The last choice, and words in every text field of one prompt. */
function typed(fields: readonly Field[], prompt: string): Values {
  const own = fields.filter((field) => field.prompt?.id === prompt)
  return Object.fromEntries(own.map(({ name, type, value }) => [name, type === 'radio' ? value : `${WORDS} (${name})`]))
}

function shown(fields: readonly Field[]): Values {
  const own = fields.filter(({ type, isChecked }) => type !== 'radio' || isChecked)
  return Object.fromEntries(own.map(({ name, value }) => [name, value.trim()]))
}

describe.each(KINDS)('what is typed at a prompt of the kind %s', (kind) => {
  it.each(BUTTONS)('is kept without script when the button pressed is %s', async (go) => {
    const walker = await unsure()
    const prompt = await meet(walker, kind, go)
    const { path } = walker
    const form = formOf(walker.page, 'answer')
    expect(form.buttons).toContain(go)
    const said = typed(form.fields, prompt)
    expect(Object.keys(said).length).toBeGreaterThan(0)

    await walker.send(form, { ...required(form), ...said, go })
    expect(walker.page.name).not.toBe('error')
    const again = await walker.open(path)
    expect(shown(formOf(again, 'answer').fields)).toMatchObject(said)
    const mine = visible((await walker.open(`${walker.walkPath()}/mine`)).main)
    for (const words of Object.values(said).filter((one) => one.startsWith(WORDS))) expect(mine).toContain(words)
  })
})

// No step that asks something moves data between two parties as well.
it.each(KINDS.filter((kind) => kind !== 'data-sharing'))(
  'what is typed at a prompt of the kind %s is kept when the question beside it still has to be mended',
  async (kind) => {
    const walker = await unsure()
    while (!hasQuestion(walker) || !promptAt(walker, kind)) await walker.forward()
    const prompt = await meet(walker, kind, 'on')
    const { path } = walker
    const form = formOf(walker.page, 'answer')
    const said = typed(form.fields, prompt)
    const unreadable = Object.fromEntries(Object.keys(required(form)).map((name) => [name, 'no-such-thing']))
    await walker.send(form, { ...unreadable, ...said, go: 'on' })
    expect(walker.path).toBe(path)
    expect(
      all(walker.page.main, ({ attributes }) => 'data-module' in attributes || attributes.role === 'alert'),
    ).not.toEqual([])
    expect(shown(formOf(walker.page, 'answer').fields)).toMatchObject(said)
    expect(shown(formOf(await walker.open(path), 'answer').fields)).toMatchObject(said)
  },
)

function hasQuestion({ page }: Citizen): boolean {
  return page.step !== undefined && Object.keys(required(formOf(page, 'answer'))).length > 0
}

function promptAt({ page }: Citizen, kind: PromptKind): boolean {
  return promptsOf.get(page.step as StepKey)?.some((prompt) => prompt.kind === kind) ?? false
}
