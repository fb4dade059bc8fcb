import { expect, test } from 'vitest'
import { rememberCurrent } from '#src/trial/current.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { TrialStore } from '#src/trial/trial-store.ts'
import { trialOf } from './plans.ts'

function remembered() {
  const clock = { now: 0 }
  let asked = 0
  let stored: Trial | undefined
  const store = {
    current: async () => {
      asked += 1
      return stored
    },
    create: async (trial: Trial) => {
      stored = trial
    },
    save: async (trial: Trial) => {
      stored = trial
      return true
    },
  } as unknown as TrialStore
  return {
    trials: rememberCurrent(store, () => clock.now),
    clock,
    asked: () => asked,
    put: (trial: Trial) => (stored = trial),
  }
}

test('is asked of the storage once a second, none as well as one', async () => {
  const { trials, clock, asked, put } = remembered()
  for (let i = 0; i < 5; i++) expect(await trials.current('cat')).toBeUndefined()
  expect(asked()).toBe(1)
  put(trialOf())
  clock.now = 1001
  expect((await trials.current('cat'))?.id).toBe('a-trial')
  expect(asked()).toBe(2)
})

test('is asked anew after a change of this process', async () => {
  const { trials } = remembered()
  await trials.current('cat')
  await trials.create(trialOf())
  expect((await trials.current('cat'))?.stage).toBe('draft')
  await trials.save(trialOf({ stage: 'recruiting' }), 0)
  expect((await trials.current('cat'))?.stage).toBe('recruiting')
})

test('a storage that failed is asked again', async () => {
  let fails = true
  const current = async () => {
    if (fails) throw new Error('away')
    return trialOf()
  }
  const trials = rememberCurrent({ current } as unknown as TrialStore, () => 0)
  await expect(trials.current('cat')).rejects.toThrow('away')
  fails = false
  expect((await trials.current('cat'))?.id).toBe('a-trial')
})
