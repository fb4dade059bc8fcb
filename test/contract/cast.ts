import type { StepKey } from '#src/journey/definition.ts'
import type { Response } from '#src/review/response.ts'
import type { Storage } from '#src/storage/open.ts'
import type { Trial } from '#src/trial/trial.ts'
import type { Contribution, Exposure, Progress, Walk } from '#src/walk/walk.ts'
import type { Append, Device, Participant } from '#src/walk/walk-store.ts'

export const JOURNEY = 'death-of-a-relative'
export const BANK = 'money/tell-the-bank'
export const INVENTORY = 'estate/inventory'

/** A storage under test, and a way to speak to its database past the ports. */
export type World = { readonly storage: Storage; sql(statement: string): Promise<unknown> }

export const NOWHERE: Progress = {
  value: { money: 'tell-the-bank' },
  record: { today: null, advanced: null, done: {}, aside: {}, asked: {}, replied: {} },
}

export function aWalk(id: string, more: Partial<Walk> = {}): Walk {
  return {
    id,
    participant: `participant of ${id}`,
    journey: JOURNEY,
    version: 1,
    hash: 'a1',
    mode: 'own',
    persona: undefined,
    tracks: undefined,
    language: 'fi',
    rev: 0,
    progress: NOWHERE,
    lastStep: undefined,
    openedAt: 1000,
    touchedAt: 1000,
    outcomeAt: undefined,
    trial: undefined,
    channel: undefined,
    ...more,
  }
}

export function aParticipant(id: string): Participant {
  return { id, codeHash: `code of ${id}`, createdAt: 900, notice: { hash: 'n1', language: 'sv', at: 901 } }
}

export function aDevice(id: string, participant: string): Device {
  return { id, participant, expiresAt: 5000, kept: false }
}

export function aChange(walk: string, more: Partial<Append> = {}): Append {
  return {
    walk,
    rev: 0,
    key: undefined,
    events: [],
    progress: NOWHERE,
    told: {},
    contributions: [],
    exposures: [],
    ran: [],
    outcome: false,
    at: 2000,
    ...more,
  }
}

export function aContribution(walk: string, more: Partial<Contribution> = {}): Contribution {
  return {
    id: `${walk} says`,
    walk,
    journey: JOURNEY,
    version: 1,
    step: BANK,
    prompt: 'works',
    kind: 'rating',
    option: 'yes',
    text: undefined,
    language: 'fi',
    share: undefined,
    situation: {},
    state: 'none',
    reason: undefined,
    at: 2000,
    ...more,
  }
}

export function anExposure(step: StepKey, prompt: string, more: Partial<Exposure> = {}): Exposure {
  return { step, prompt, offered: true, skipped: false, ...more }
}

/** A trial of which nothing is decided yet. */
export function aTrial(id: string, more: Partial<Trial> = {}): Trial {
  return {
    id,
    journey: JOURNEY,
    stage: 'draft',
    isExample: false,
    plan: {
      mandate: {},
      owner: undefined,
      opensOn: undefined,
      closesOn: undefined,
      answersDueOn: undefined,
      rota: [],
      languages: [],
      openness: {},
      weights: {},
      walkers: 0,
      wanted: [],
    },
    rev: 0,
    createdAt: 1000,
    openedAt: undefined,
    closedAt: undefined,
    ...more,
  }
}

/** A draft that answers nothing yet. */
export function aResponse(id: string, more: Partial<Response> = {}): Response {
  return {
    id,
    group: `group of ${id}`,
    journey: JOURNEY,
    trial: undefined,
    step: BANK,
    share: undefined,
    body: 'ministry',
    contributions: [],
    said: { fi: 'Pankki on hidas' },
    state: 'received',
    reason: {},
    whose: undefined,
    evidence: undefined,
    dueOn: '2027-03-31',
    acceptedOn: undefined,
    decidedOn: undefined,
    fromVersion: 1,
    toVersion: undefined,
    publishedOn: undefined,
    by: 'Mika',
    rev: 0,
    at: 1000,
    ...more,
  }
}

/** Starts a walk with a participant of its own. */
export async function begin({ storage }: World, id: string, more: Partial<Walk> = {}): Promise<Walk> {
  const walk = aWalk(id, more)
  await storage.walks.create({ walk, participant: aParticipant(walk.participant), device: undefined, key: undefined })
  return walk
}
