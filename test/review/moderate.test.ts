import { expect, test } from 'vitest'
import { moderate, seenOf } from '#src/review/moderate.ts'
import type { ReviewStore } from '#src/review/review-store.ts'
import type { Contribution } from '#src/walk/walk.ts'

const WORDS: Contribution = {
  id: 'c1',
  walk: 'w1',
  journey: 'cat-moves-house',
  version: 1,
  step: 'home/milk',
  prompt: 'open',
  kind: 'open',
  option: undefined,
  text: 'Kissa tahtoo maitoa',
  language: 'fi',
  share: undefined,
  situation: {},
  state: 'pending',
  reason: undefined,
  at: 5,
}
const MIKA = { account: 'reviewer-mika', journey: undefined }

function stored(words: Contribution | undefined) {
  const written: Parameters<ReviewStore['moderate']>[0][] = []
  const review = {
    contribution: async () => words,
    moderate: async (input: Parameters<ReviewStore['moderate']>[0]) => written.push(input) > 0,
  }
  // The verb asks these two of the store and no more.
  const moderations = { decided: async () => undefined }
  return { deps: { review: review as unknown as ReviewStore, moderations, now: () => 9 }, written }
}
const hide = (reason: string) => ({ to: 'hide', reason }) as const
const seen = seenOf(WORDS)

test('Mika approves words, and his account and the time are written with it', async () => {
  const { deps, written } = stored(WORDS)
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toEqual({
    ok: true,
    outcome: 'approved',
  })
  expect(written).toEqual([
    { id: 'c1', seenAt: 5, seenState: 'pending', state: 'visible', reason: undefined, by: 'reviewer-mika', at: 9 },
  ])
})

test('approving what is approved already writes nothing', async () => {
  const { deps, written } = stored({ ...WORDS, state: 'visible' })
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toMatchObject({ outcome: 'approved' })
  expect(written).toEqual([])
})

test('hiding needs a reason of at most 500 characters', async () => {
  const { deps, written } = stored(WORDS)
  const attempt = (reason: string) => moderate(deps, MIKA, { id: 'c1', seen, wish: hide(reason) })
  expect(await attempt(' \n ')).toMatchObject({ ok: false, error: 'reason-missing' })
  expect(await attempt('x'.repeat(501))).toMatchObject({ ok: false, error: 'reason-too-long' })
  expect(written).toEqual([])
})

test('a reason that repeats a personal identity code is stored without it', async () => {
  const { deps, written } = stored(WORDS)
  await moderate(deps, MIKA, { id: 'c1', seen, wish: hide('Tekstissä on 131052-308T') })
  expect(written[0]?.reason).toBe('Tekstissä on [hetu]')
})

test('words that changed after Mika read them are not approved unread', async () => {
  const { deps, written } = stored({ ...WORDS, text: 'Nyt aivan muuta' })
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toMatchObject({ outcome: 'changed' })
  expect(written).toEqual([])
})

test('words that change while Mika approves them, after they were read, are not approved either', async () => {
  const { deps } = stored(WORDS)
  const review: ReviewStore = { ...deps.review, moderate: async ({ seenAt }) => seenAt !== WORDS.at }
  expect(await moderate({ ...deps, review }, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toEqual({
    ...{ ok: true, outcome: 'changed' },
  })
})

test('what Sari has hidden is not approved from a page on which it still waited', async () => {
  const { deps, written } = stored({ ...WORDS, state: 'hidden', reason: 'Nimi' })
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toMatchObject({
    error: 'decided',
    contribution: { reason: 'Nimi' },
  })
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: hide('Toinen syy') })).toMatchObject({ error: 'decided' })
  expect(written).toEqual([])
})

test('what Sari has approved is not hidden from a page on which it still waited', async () => {
  const { deps, written } = stored({ ...WORDS, state: 'visible' })
  expect(await moderate(deps, MIKA, { id: 'c1', seen, wish: hide('Nimi') })).toMatchObject({ error: 'decided' })
  expect(written).toEqual([])
})

test('what Sari hides while Mika approves is told to him, and stays hidden', async () => {
  const readings: Contribution[] = [WORDS, { ...WORDS, state: 'hidden', reason: 'Nimi' }]
  const { deps } = stored(WORDS)
  const review: ReviewStore = {
    ...deps.review,
    contribution: async () => readings.shift(),
    moderate: async ({ seenState }) => seenState !== 'pending',
  }
  expect(await moderate({ ...deps, review }, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })).toMatchObject({
    error: 'decided',
  })
})

test('withdrawn words are told to be withdrawn', async () => {
  const gone = await moderate(stored(undefined).deps, MIKA, { id: 'c1', seen, wish: { to: 'approve' } })
  expect(gone).toMatchObject({ outcome: 'withdrawn' })
})

test('a facilitator of one journey decides on no other journey’s words', async () => {
  const bound = { account: 'facilitator-x', journey: 'moving-home' }
  await expect(moderate(stored(WORDS).deps, bound, { id: 'c1', seen, wish: { to: 'approve' } })).rejects.toThrow(
    'forbidden',
  )
})
