import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LONGEST } from '#feedback/prompt-form.ts'
import { messages } from '#src/i18n/translate.ts'
import type { TestApp } from '../../support/app.ts'
import { type Citizen, citizen, required } from '../../support/citizen.ts'
import { all, textOf } from '../../support/html.ts'
import { formOf, type Page } from '../../support/page.ts'
import { SHIPPED, shippedApp, shippedJourney } from '../../support/shipped.ts'

const { definition } = shippedJourney()
const steps = Object.values(definition.tracks).flatMap((track) => track.steps)
const { walk: words } = messages('fi')
const FIRST = { 'died_on-day': '1', 'died_on-month': '3', 'died_on-year': '2026', place: 'home' }

let app: TestApp
beforeAll(async () => {
  app = await shippedApp()
})
afterAll(() => app.close())

describe('where Aino begins', () => {
  it('herself is chosen already, and can be left', async () => {
    const page = await citizen(app.visitor()).open(`/fi/journeys/${SHIPPED}`)
    const chosen = formOf(page, 'start').fields.filter(({ name, isChecked }) => name === 'as' && isChecked)
    expect(chosen.map(({ value }) => value)).toEqual(['own'])
  })

  it('she is told once that she can take a break and where the code is', async () => {
    const aino = await begun()
    expect(textOf(aino.page.main)).toContain(words.step.breakAnyTime)
    await aino.forward()
    expect(textOf(aino.page.main)).not.toContain(words.step.breakAnyTime)
  })
})

describe('what needs another look', () => {
  it('is told with the question it is about', async () => {
    const aino = await begun()
    const summary = await errorsAfter(aino, { 'died_on-day': '', 'died_on-month': '', 'died_on-year': '', place: '' })
    expect(summary).toEqual([
      words.errors.missing('Milloin läheisesi kuoli?'),
      words.errors.missing('Missä ja miten hän kuoli?'),
    ])
  })

  it('is a day that does not exist, or one that is not written', async () => {
    const aino = await begun()
    const noSuch = await errorsAfter(aino, { ...FIRST, 'died_on-day': '31', 'died_on-month': '2' })
    expect(noSuch).toEqual([words.errors['no-such-date']])
    expect(await errorsAfter(aino, { ...FIRST, 'died_on-day': '' })).toEqual([words.errors['not-a-date']])
  })

  it('is a text with its length and its limit', async () => {
    const aino = await begun()
    const summary = await errorsAfter(aino, { ...FIRST, 'p.open.text': 'a'.repeat(2100) })
    expect(summary).toEqual([words.errors['too-long'](LONGEST.open, 2100)])
    expect(summary.join()).toMatch(/2100.*2000/)
  })

  async function errorsAfter(aino: Citizen, values: Record<string, string>) {
    const form = formOf(aino.page, 'answer')
    const page = await aino.send(form, { ...required(form), ...values, go: 'on' })
    const [list] = all(page.main, ({ attributes }) => /error-summary__list/.test(attributes.class ?? ''))
    return list ? all(list, ({ name }) => name === 'a').map(textOf) : []
  }
})

describe('Aino walks to the end', () => {
  const met = new Map<string, Page>()
  let aino: Citizen
  beforeAll(async () => {
    aino = citizen(app.visitor(), 'fi', (page) => met.set(page.step ?? page.name, page))
    await aino.start(SHIPPED)
    await aino.walk()
  })

  it('and is asked for every consent in a whole question, with what, from whom and to whom under it', () => {
    const shares = steps.flatMap((step) => step.shares ?? [])
    const consents = Object.entries(definition.tracks).flatMap(([track, { steps: own }]) =>
      own.flatMap((step) => (step.kind === 'consent' ? [{ key: `${track}/${step.id}`, ids: step.consents }] : [])),
    )
    expect(consents.length).toBe(2)
    for (const { key, ids } of consents) {
      const legends = all(met.get(key)!.main, ({ name }) => name === 'legend').map(textOf)
      for (const id of ids) {
        const { ask, from, to } = shares.find((share) => share.id === id)!
        const legend = legends.find((text) => text.startsWith(ask?.fi ?? 'no question'))
        expect(legend, id).toContain(`Antaa: ${from === 'self' ? 'Sinä' : definition.providers[from]?.name.fi}`)
        expect(legend, id).toContain(`Saa: ${to === 'self' ? 'Sinä' : definition.providers[to]?.name.fi}`)
      }
    }
  })

  it('and every link that changes an answer has a name of its own', () => {
    const main = met.get('check')!.main
    const names = all(main, ({ name, attributes }) => name === 'a' && /return=check/.test(attributes.href ?? '')).map(
      textOf,
    )
    expect(names.length).toBeGreaterThan(30)
    expect(new Set(names).size).toBe(names.length)
  })

  it('and there the present goes by its own names, not by those of the proposal', () => {
    const text = textOf(met.get('outcome')!.main)
    expect(text).toContain(words.outcome.asToday)
    const named = steps.filter(({ today }) => today?.title)
    expect(named.length).toBeGreaterThan(7)
    for (const { title, today } of named) {
      expect(text).toContain(today?.title?.fi)
      expect(text).not.toContain(title.fi)
    }
  })

  it('and a time that runs from the trial is told as a rule, one that runs from what she told as a date', () => {
    const items = all(met.get('outcome')!.main, ({ name }) => name === 'li').map(textOf)
    const of = (title: string) => items.find((text) => text.startsWith(title)) ?? ''
    expect(of('Perunkirjoituksen järjestäminen')).toContain('Viimeistään 1. kesäkuuta 2026')
    expect(of('Perukirjan lähettäminen Verohallintoon')).toContain('kuukauden kuluessa perunkirjoituksesta')
    expect(of('Perukirjan lähettäminen Verohallintoon')).not.toMatch(/Viimeistään|\d{4}/)
  })

  it('and a step that tells of a period never says that there is no deadline', () => {
    for (const key of ['estate/contest-period', 'home/vehicle'])
      expect(textOf(met.get(key)!.main)).not.toContain(words.step.noDeadline)
    expect([...met.values()].some(({ main }) => textOf(main).includes(words.step.noDeadline))).toBe(true)
  })

  it('and where nobody else has said anything a sentence tells so', async () => {
    await aino.open(`${aino.walkPath()}/steps/funeral/support`)
    const form = formOf(aino.page, 'answer')
    await aino.send(form, { 'p.open.text': 'Kirje riittäisi', go: 'stay' })
    const [others] = all(aino.page.main, ({ attributes }) => attributes.id === 'others')
    expect(others && textOf(others)).toContain(words.step.othersNone)
  })
})

async function begun(): Promise<Citizen> {
  const aino = citizen(app.visitor())
  await aino.start(SHIPPED)
  return aino
}
