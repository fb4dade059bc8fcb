import { describe, expect, test } from 'vitest'
import { optionsOf } from '#feedback/answer.ts'
import type { Prompt } from '#feedback/prompt.ts'
import { fieldName, readAnswer } from '#feedback/read-answer.ts'

const works: Prompt = { id: 'works', kind: 'rating', of: 'works' }
const ease: Prompt = { id: 'ease', kind: 'rating', of: 'ease' }
const open: Prompt = { id: 'open', kind: 'open' }
const statement: Prompt = {
  id: 'statement.s1',
  kind: 'statement',
  text: { fi: 'Haluan tehdä tämän itse.' },
  origin: 'ours',
}
const share: Prompt = {
  id: 'share.report-to-bank',
  kind: 'data-sharing',
  share: 'report-to-bank',
  data: ['death_record'],
  from: 'dvv',
  to: 'bank',
}
const automation: Prompt = { id: 'automation', kind: 'automation' }

const said = (prompt: Prompt, fields: Record<string, string>) =>
  readAnswer(
    prompt,
    Object.fromEntries(Object.entries(fields).map(([field, value]) => [fieldName(prompt.id, field), value])),
  )
const answer = (prompt: Prompt, fields: Record<string, string>) => {
  const read = said(prompt, fields)
  return read.ok ? read.answer : read.errors
}

test('a field is named by its prompt', () => {
  expect(fieldName('share.report-to-bank', 'comfort')).toBe('p.share.report-to-bank.comfort')
})

test('the options of each kind, in order', () => {
  expect([works, ease, open, statement, share, automation].map(optionsOf)).toEqual([
    ['yes', 'partly', 'no'],
    ['1', '2', '3', '4', '5'],
    [],
    ['agree', 'disagree', 'pass'],
    ['yes', 'ask-first', 'no'],
    ['do-it', 'ask-first', 'let-me'],
  ])
})

describe('Aino answers', () => {
  test('every kind with an option and a reason', () => {
    expect(answer(works, { rating: 'partly', text: 'Odotin kauan.' })).toEqual({
      kind: 'rating',
      rating: 'partly',
      text: 'Odotin kauan.',
    })
    expect(answer(ease, { rating: '5' })).toEqual({ kind: 'rating', rating: '5' })
    expect(answer(open, { text: 'Kiitos.' })).toEqual({ kind: 'open', text: 'Kiitos.' })
    expect(answer(share, { comfort: 'ask-first', text: 'Haluan tietää.' })).toEqual({
      kind: 'data-sharing',
      comfort: 'ask-first',
      text: 'Haluan tietää.',
    })
    expect(answer(automation, { wish: 'let-me' })).toEqual({ kind: 'automation', wish: 'let-me' })
    expect(answer(statement, { vote: 'agree', own: 'Kirje olisi\nparempi.', ownLanguage: 'fi' })).toEqual({
      kind: 'statement',
      vote: 'agree',
      own: 'Kirje olisi parempi.',
      ownLanguage: 'fi',
    })
  })

  test.each([works, share, automation])('$kind with words alone: they are kept', (prompt) => {
    expect(answer(prompt, { text: 'En osaa valita.' })).toEqual({ kind: prompt.kind, text: 'En osaa valita.' })
  })

  test.each([works, ease, open, statement, share, automation])('nothing at $id: nothing is recorded', (prompt) => {
    expect(said(prompt, {})).toEqual({ ok: true, answer: undefined, redacted: [] })
    expect(
      answer(prompt, {
        text: ' \u200b\r\n ',
        own: '\t',
        rating: '',
        vote: '',
        comfort: '',
        wish: '',
        ownLanguage: 'fi',
      }),
    ).toBeUndefined()
  })

  test('only the fields of the prompt itself count', () => {
    expect(readAnswer(works, { 'p.ease.rating': 'yes', rating: 'yes' })).toMatchObject({ answer: undefined })
  })
})

describe('what can be put right is said by field', () => {
  test.each([
    [works, 'rating', '3'],
    [ease, 'rating', 'yes'],
    [statement, 'vote', 'maybe'],
    [statement, 'ownLanguage', 'de'],
    [share, 'comfort', 'toString'],
    [automation, 'wish', 'yes'],
  ] as const)('an option that was not offered: %o', (prompt, field, value) => {
    expect(answer(prompt, { [field]: value })).toEqual([
      { field: fieldName(prompt.id, field), error: 'unknown-option' },
    ])
  })

  test.each([
    [open, 'text', 2000, 'too-long'],
    [works, 'text', 500, 'too-long-why'],
    [share, 'text', 500, 'too-long-why'],
    [automation, 'text', 500, 'too-long-why'],
    [statement, 'own', 280, 'too-long-statement'],
  ] as const)('a text over its length, in characters as a person counts: %o', (prompt, field, most, error) => {
    expect(said(prompt, { [field]: '🕯'.repeat(most) }).ok).toBe(true)
    expect(answer(prompt, { [field]: 'ä'.repeat(most + 1) })).toEqual([{ field: fieldName(prompt.id, field), error }])
  })

  test('all troubles of a prompt at once', () => {
    expect(answer(works, { rating: 'x', text: 'a'.repeat(501) })).toHaveLength(2)
  })
})

describe('free text', () => {
  test('is cleaned of what nobody sees, and keeps its lines', () => {
    expect(answer(open, { text: '  a\u0308iti\r\nkuoli\u0000\u202e \tsyksyllä\ud800 ' })).toEqual({
      kind: 'open',
      text: 'äiti\nkuoli  syksyllä\ufffd',
    })
  })

  test('keeps the joiners of emoji and of Persian', () => {
    expect(answer(open, { text: '👩\u200d👧 می\u200cخواهم' })).toEqual({
      kind: 'open',
      text: '👩\u200d👧 می\u200cخواهم',
    })
  })

  test.each([open, works, share, automation, statement])('is redacted before anyone gets it: $kind', (prompt) => {
    const raw = 'Äidin 0105\u200b94Y9032, minun 040 1234567'
    const read = said(prompt, { [prompt.kind === 'statement' ? 'own' : 'text']: raw })
    expect(JSON.stringify(read)).toContain('Äidin [hetu], minun [tel]')
    expect(read).toMatchObject({
      redacted: [
        { kind: 'hetu', count: 1 },
        { kind: 'phone', count: 1 },
      ],
    })
  })

  test('that was kept can be sent again as it stands', () => {
    const text = `${'a'.repeat(269)} 010594Y9032`
    const once = answer(statement, { own: text })
    expect(once).toEqual({ kind: 'statement', own: `${'a'.repeat(269)} [hetu]` })
    expect(answer(statement, { own: `${'a'.repeat(273)} a@b.fi` })).toEqual([
      { field: 'p.statement.s1.own', error: 'too-long-statement' },
    ])
  })

  test('of 200,000 hostile characters is read in linear time', () => {
    const before = process.threadCpuUsage()
    answer(open, { text: 'ä\u200d'.repeat(100_000) })
    const { user, system } = process.threadCpuUsage(before)
    expect(user + system).toBeLessThan(500_000)
  })
})
