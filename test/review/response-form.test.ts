import { describe, expect, test } from 'vitest'
import type { Response } from '#src/review/response.ts'
import { fieldsOf, partsFor, revised } from '#src/review/response-form.ts'

const DRAFT: Response = {
  id: 'r1',
  group: 'g1',
  journey: 'cat-moves-house',
  trial: undefined,
  step: 'home/milk',
  share: undefined,
  body: 'ministry',
  contributions: ['c1'],
  said: { fi: 'Maitoa on liikaa' },
  state: 'received',
  reason: {},
  whose: undefined,
  evidence: undefined,
  dueOn: '2026-04-01',
  acceptedOn: '2026-03-10',
  decidedOn: undefined,
  fromVersion: 1,
  toVersion: undefined,
  publishedOn: undefined,
  by: 'a test',
  rev: 0,
  at: 0,
}
const ALL = ['said', 'decision', 'due', 'versions'] as const
const written = (fields: Record<string, string>) => revised(DRAFT, { ...fieldsOf(DRAFT), ...fields }, ALL, [1, 2])
const errorsOf = (fields: Record<string, string>) =>
  written(fields).errors.map(({ field, error }) => `${field} ${error}`)

test('a form that is sent as it was shown changes nothing', () => {
  expect(written({})).toEqual({ response: DRAFT, errors: [] })
})

test('a field that is not sent stays as it was, and one that is sent empty is emptied', () => {
  expect(revised(DRAFT, { state: 'under-review' }, ALL, [1]).response).toEqual({ ...DRAFT, state: 'under-review' })
  expect(revised(DRAFT, { 'said-fi': '' }, ALL, [1]).response.said).toEqual({})
})

describe('a link', () => {
  test.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>1</script>',
    'http://vnk.fi/paatos',
    '//vnk.fi',
    'https://user:secret@vnk.fi/',
    'vnk.fi',
    'https://vnk.fi/?who=131052-308T',
  ])('%s is refused', (evidence) => {
    expect(errorsOf({ evidence })).toEqual(['evidence bad-link'])
  })

  test('to a page over https is kept', () => {
    expect(written({ evidence: ' https://vnk.fi/paatos?id=1 ' }).response.evidence).toBe('https://vnk.fi/paatos?id=1')
    expect(written({ evidence: '' }).response.evidence).toBeUndefined()
  })
})

test('what the staff write is stored without personal data, too', () => {
  const { response } = written({
    'said-fi': 'Sanoi 131052-308T',
    'reason-sv': 'Ring aino@example.org',
    state: 'not-ours',
    whose: 'aino@example.org',
  })
  expect(response.said.fi).toBe('Sanoi [hetu]')
  expect(response.reason.sv).toBe('Ring [e-mail]')
  expect(response.whose).toBe('[e-mail]')
})

test('whose it is stands only with what is another’s', () => {
  expect(written({ state: 'accepted', whose: 'Kissaliitto' }).response.whose).toBeUndefined()
})

test('a day must be one, and a version newer than the answered', () => {
  expect(errorsOf({ 'due-day': '31', 'due-month': '2' })).toEqual(['due-day not-a-date'])
  expect(written({ 'due-day': '5', 'due-month': '5', 'due-year': '2026' }).response.dueOn).toBe('2026-05-05')
  expect(errorsOf({ 'to-version': '1' })).toEqual(['to-version unknown-version'])
  expect(errorsOf({ 'to-version': '3' })).toEqual(['to-version unknown-version'])
  expect(written({ 'to-version': '2' }).response.toVersion).toBe(2)
})

test('an unknown state and too long a text are told, each at its field', () => {
  expect(errorsOf({ state: 'postponed' })).toEqual(['state state-not-possible'])
  expect(errorsOf({ 'said-en': 'x'.repeat(301), 'reason-fi': 'x'.repeat(2001) })).toEqual([
    'said-en too-long',
    'reason-fi too-long',
  ])
})

test('each body writes its own decision; the ministry sets the day and the version', () => {
  const share: Response = { ...DRAFT, body: 'vet', acceptedOn: undefined }
  expect(partsFor('ministry', DRAFT)).toEqual(['said', 'decision', 'due', 'versions'])
  expect(partsFor('ministry', share)).toEqual(['said', 'due', 'versions'])
  expect(partsFor('ministry', { ...share, acceptedOn: '2026-03-10' })).toEqual(['versions'])
  expect(partsFor('vet', share)).toEqual(['said', 'decision'])
  expect(partsFor('cat_register', share)).toEqual([])
})

test('a part that is not one’s own is left as it is, whatever the form holds', () => {
  const { response } = revised(DRAFT, { state: 'done', 'reason-fi': 'x', 'due-year': '2030' }, ['said'], [1])
  expect(response).toMatchObject({ state: 'received', reason: {}, dueOn: '2026-04-01' })
})
