import { describe, expect, test } from 'vitest'
import type { Definition } from '#src/journey/definition.ts'
import type { Response } from '#src/review/response.ts'
import { isPromise, keptChanges, plannedChanges } from '#src/studio/changes.ts'
import { aResponse } from '../contract/cast.ts'
import { CAT, FIRST_CAT, MILK, nextCat, REGISTER, words } from './promised.ts'

function promise(id: string, more: Partial<Response> = {}): Response {
  return aResponse(id, {
    ...{ journey: CAT, step: REGISTER, state: 'accepted', publishedOn: '2026-03-11', contributions: [`${id} words`] },
    ...more,
  })
}

const told = (after: Definition, responses: readonly Response[] = [], before: Definition | undefined = FIRST_CAT) =>
  plannedChanges(before, after, responses).map(({ step, was, kind, responses: kept }) => ({
    ...{ step, was, kind },
    kept: kept.map(({ id }) => id),
  }))

const renamed = nextCat(([register]) => {
  if (register) Object.assign(register, { id: 'register-knows', was: REGISTER, title: words('Rekisteri tietää') })
})

describe('what becomes different', () => {
  test('a first version changes nothing, nor does the same again', () => {
    expect(plannedChanges(undefined, FIRST_CAT, [promise('r')])).toEqual([])
    expect(told(FIRST_CAT, [promise('r')])).toEqual([])
  })

  test('a step that came, one that is told otherwise, one that went and one that only moved', () => {
    const added = nextCat((home) => home.push({ ...structuredClone(home[0]), id: 'purr' } as never))
    expect(told(added)).toEqual([{ step: 'home/purr', was: undefined, kind: 'added', kept: [] }])
    expect(told(nextCat())).toMatchObject([{ step: REGISTER, was: REGISTER, kind: 'changed' }])
    expect(told(nextCat((home) => home.shift()))).toMatchObject([{ step: REGISTER, was: REGISTER, kind: 'removed' }])
    expect(told(nextCat((home) => home.reverse()))).toMatchObject([{ kind: 'moved' }])
    expect(told(renamed)).toMatchObject([{ step: 'home/register-knows', was: REGISTER, kind: 'changed' }])
  })
})

describe('the answers that a change may keep', () => {
  test('are public promises about that step, not yet kept by an earlier version', () => {
    const all = [
      promise('accepted'),
      promise('partly', { state: 'partly' }),
      promise('done', { state: 'done' }),
      promise('refused', { state: 'declined' }),
      promise('weighed', { state: 'under-review' }),
      promise('draft', { publishedOn: undefined }),
      promise('kept before', { toVersion: 2 }),
      promise('elsewhere', { step: MILK }),
    ]
    expect(told(nextCat(), all)).toMatchObject([{ kept: ['accepted', 'partly', 'done'] }])
    expect(all.filter(isPromise).map(({ id }) => id)).toEqual(['accepted', 'partly', 'done', 'elsewhere'])
  })

  test('are followed through a new name, and stay with a step that went', () => {
    expect(told(renamed, [promise('r')])).toMatchObject([{ kept: ['r'] }])
    expect(told(renamed, [promise('r', { step: 'home/register-knows' })])).toMatchObject([{ kept: ['r'] }])
    expect(
      told(
        nextCat((home) => home.shift()),
        [promise('r')],
      ),
    ).toMatchObject([{ kept: ['r'] }])
  })

  test('are none where nothing is different for whoever walks', () => {
    const asked = nextCat(([register]) => {
      if (register) register.prompts = [{ id: 'purr', kind: 'open', ask: words('Kehräsikö?') }] as never
    })
    expect(told(asked, [promise('r')])).toMatchObject([{ kind: 'changed', kept: [] }])
  })
})

describe('the changes as a version keeps them', () => {
  const planned = plannedChanges(FIRST_CAT, nextCat(), [
    promise('one', { contributions: ['c1', 'c2'] }),
    promise('other', { contributions: ['c2', 'c3'] }),
  ])

  test('name the chosen answers, and the words of each of them once', () => {
    expect(keptChanges(planned, ['one', 'other'])).toEqual([
      {
        ...{ step: REGISTER, kind: 'changed', parts: ['proposed'] },
        ...{ responses: ['one', 'other'], contributions: ['c1', 'c2', 'c3'] },
      },
    ])
    expect(keptChanges(planned, ['other'])).toMatchObject([{ responses: ['other'], contributions: ['c2', 'c3'] }])
  })

  test('credit nobody whose answer was not chosen, and nothing that no change keeps', () => {
    expect(keptChanges(planned, [])).toMatchObject([{ responses: [], contributions: [] }])
    expect(keptChanges(planned, ['of another journey'])).toMatchObject([{ responses: [], contributions: [] }])
  })
})
