import type { Trial, TrialPlan } from '#src/trial/trial.ts'

/** A plan of the cat's journey that nothing is missing from. */
export const WHOLE: TrialPlan = {
  mandate: { fi: 'Kysymme kissoista', sv: 'Vi frågar om katter', en: 'We ask about cats' },
  owner: { name: 'Kaisa Katti', body: 'Kissaministeriö' },
  opensOn: '2026-03-01',
  closesOn: '2026-05-01',
  answersDueOn: '2026-06-01',
  rota: [{ name: 'Mirri', hours: 'arkisin 9–12' }],
  languages: ['fi', 'sv', 'en'],
  openness: {
    'home/tell-the-register': { level: 'fixed', law: 'kissalaki 1 §' },
    'home/milk': { level: 'open', law: undefined },
  },
  weights: {},
  walkers: 40,
  wanted: [{ trait: 'standpoint', value: 'assisting', n: 6 }],
}

export function trialOf(more: Partial<Trial> = {}): Trial {
  return {
    ...{ id: 'a-trial', journey: 'cat-moves-house', stage: 'draft', isExample: false, plan: WHOLE, rev: 0 },
    ...{ createdAt: 0, openedAt: undefined, closedAt: undefined, ...more },
  }
}
