import { describe, expect, test } from 'vitest'
import type { Prompt } from '#feedback/prompt.ts'
import { OWN } from '#feedback/statement-id.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Go } from '#src/walk/answer-step.ts'
import { saidAt } from '#src/walk/said.ts'
import type { Contribution, Exposure } from '#src/walk/walk.ts'
import { AINO, begin, hereOf } from './pure-walk.ts'

const STEP: StepKey = 'money/bank-told'
const works: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const open: Prompt = { id: 'open', kind: 'open' }
const s1: Prompt = { id: 'statement.s1', kind: 'statement', text: { fi: 'Pankki saa tiedon itse.' }, origin: 'ours' }
const s2: Prompt = { ...s1, id: 'statement.s2', about: 'report-to-bank' }
const share: Prompt = { id: 'share.x', kind: 'data-sharing', share: 'x', data: [], from: 'dvv', to: 'bank' }
const PROMPTS = [s1, s2, share, works, open]

type More = { earlier?: readonly Contribution[]; exposures?: readonly Exposure[]; go?: Go; told?: typeof AINO }

function says(fields: Record<string, string>, { earlier = [], exposures = [], go = 'on', told = AINO }: More = {}) {
  let ids = 0
  const newId = () => {
    ids += 1
    return `c${ids}`
  }
  const here = { ...hereOf(begin()), told: told as Record<string, string> }
  const form = {
    here,
    step: STEP,
    prompts: PROMPTS,
    earlier,
    seen: { exposures },
    fields,
    go,
    language: 'sv' as const,
    adding: 'pre' as const,
  }
  return saidAt({ now: () => 5, newId }, form)
}

const offered = (prompt: string, step = STEP): Exposure => ({ step, prompt, offered: true, skipped: false })
const brief = (said: readonly Contribution[]) => said.map(({ prompt, option, text }) => [prompt, option, text])

describe('what Erik says at a step', () => {
  test('is nothing when he writes nothing', () => {
    expect(says({})).toEqual({
      contributions: [],
      exposures: [],
      emptied: [],
      redacted: [],
      errors: [],
      weighed: [],
      servesUnread: false,
    })
    expect(says({ 'p.open.text': '   ', 'p.works.rating': '' }).contributions).toEqual([])
  })

  test('is kept with the step, the version, his language and the hand-over it is about', () => {
    const { contributions } = says({ 'p.statement.s2.vote': 'agree', 'p.share.x.comfort': 'ask-first' })
    expect(contributions[0]).toMatchObject({
      ...{ walk: 'w', journey: 'death-of-a-relative', version: 1, step: STEP, language: 'sv', at: 5 },
      ...{ prompt: 'statement.s2', kind: 'statement', option: 'agree', text: undefined, share: 'report-to-bank' },
      state: 'none',
    })
  })

  test('waits for a person when it has words, and only then', () => {
    const { contributions } = says({ 'p.open.text': 'Tack för hjälpen', 'p.statement.s1.vote': 'pass' })
    expect(contributions.map(({ prompt, state }) => [prompt, state])).toEqual([
      ['statement.s1', 'none'],
      ['open', 'pending'],
    ])
  })

  test('a vote and a statement of his own are two contributions', () => {
    const { contributions } = says({ 'p.statement.s1.vote': 'disagree', 'p.statement.s1.own': 'Banken ska ringa.' })
    expect(brief(contributions)).toEqual([
      ['statement.s1', 'disagree', undefined],
      [OWN, undefined, 'Banken ska ringa.'],
    ])
    expect(new Set(contributions.map(({ id }) => id)).size).toBe(2)
  })

  test('personal details are taken out before anything is kept', () => {
    const { contributions, redacted } = says({ 'p.open.text': 'Ring mig: 040 123 4567' })
    expect(contributions[0]?.text).not.toContain('123')
    expect(redacted.length).toBeGreaterThan(0)
  })

  test('a text that is too long is an error at its field', () => {
    const { errors } = says({ 'p.open.text': 'a'.repeat(2001) })
    expect(errors).toEqual([{ field: 'p.open.text', error: 'too-long' }])
  })
})

describe('the situation that goes with it', () => {
  test('is coarse: no dates, no numbers, nothing sensitive, no consents', () => {
    const told = { ...AINO, heir_in_debt: true, 'share-x': 'yes', unheard_of: 'kept nowhere' }
    const { situation } = says({ 'p.open.text': 'Hej' }, { told }).contributions[0] ?? { situation: {} }
    expect(situation).toMatchObject({ place: 'hospital', relation: 'child', will: false })
    expect(Object.keys(situation)).not.toEqual(expect.arrayContaining(['died_on']))
    for (const name of ['died_on', 'heir_in_debt', 'share-x', 'unheard_of']) expect(situation).not.toHaveProperty(name)
  })
})

describe('what was said before', () => {
  const before = (said: Partial<Contribution>): Contribution =>
    ({ ...says({ 'p.open.text': 'x' }).contributions[0], ...said }) as Contribution

  test('is not news when it is sent again', () => {
    const earlier = [
      before({ prompt: 'open', text: 'Tack' }),
      before({ prompt: 'statement.s1', option: 'agree', text: undefined }),
      before({ prompt: OWN, option: undefined, text: 'Banken ska ringa.' }),
    ]
    const same = {
      'p.open.text': 'Tack',
      'p.statement.s1.vote': 'agree',
      'p.statement.s1.own': 'Banken ska ringa.',
    }
    expect(says(same, { earlier }).contributions).toEqual([])
    expect(brief(says({ ...same, 'p.statement.s1.vote': 'pass' }, { earlier }).contributions)).toEqual([
      ['statement.s1', 'pass', undefined],
    ])
  })

  test('is taken back when its field is emptied, and only when the field was on the page', () => {
    const earlier = [before({ prompt: 'open', text: 'Tack' })]
    expect(says({ 'p.open.text': ' ' }, { earlier }).emptied).toEqual(earlier)
    expect(says({}, { earlier }).emptied).toEqual([])
    expect(says({ 'p.open.text': 'Tack' }, { earlier }).emptied).toEqual([])
  })

  test('a choice is kept when the words beside it are emptied', () => {
    const earlier = [before({ kind: 'rating', prompt: 'works', option: 'yes', text: 'Bra' })]
    const { emptied } = says({ 'p.works.rating': 'yes', 'p.works.text': '' }, { earlier })
    expect(emptied).toEqual([])
  })

  test('an own statement is taken back at whichever statement its field stands now', () => {
    const earlier = [before({ prompt: OWN, option: undefined, text: 'Banken ska ringa.' })]
    expect(says({ 'p.statement.s2.own': '' }, { earlier }).emptied).toEqual(earlier)
    expect(says({ 'p.statement.s1.own': '', 'p.statement.s2.own': '' }, { earlier }).emptied).toEqual(earlier)
    expect(says({ 'p.statement.s1.own': '', 'p.statement.s2.own': 'Nytt' }, { earlier }).emptied).toEqual([])
    expect(says({ 'p.open.text': '' }, { earlier }).emptied).toEqual([])
  })
})

describe('what was shown', () => {
  const exposures = [offered('works'), offered('open', 'money/bills')]

  test('a prompt passed without a word is skipped when Erik moves on', () => {
    expect(says({}, { exposures }).exposures).toEqual([{ ...offered('works'), skipped: true }])
  })

  test('keeping what is written skips nothing', () => {
    expect(says({}, { exposures, go: 'stay' }).exposures).toEqual([])
  })

  test('pressing skip skips the prompt it names', () => {
    const two = [...exposures, offered('statement.s1')]
    expect(says({ skip: 'works' }, { exposures: two, go: 'skip' }).exposures).toEqual([
      { ...offered('works'), skipped: true },
    ])
    expect(says({}, { exposures: two, go: 'skip' }).exposures).toHaveLength(2)
  })

  test('an answered prompt is not skipped, nor one that was answered before', () => {
    expect(says({ 'p.works.rating': 'yes' }, { exposures }).exposures).toEqual([])
    const earlier = says({ 'p.works.rating': 'yes' }).contributions
    expect(earlier).toHaveLength(1)
    expect(says({}, { exposures, earlier }).exposures).toEqual([])
  })

  test('writing in a folded prompt counts as shown, not as offered', () => {
    expect(says({ 'p.open.text': 'Tack' }, { exposures: [] }).exposures).toEqual([
      { step: STEP, prompt: 'open', offered: false, skipped: false },
    ])
  })
})
