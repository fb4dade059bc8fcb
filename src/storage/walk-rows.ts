import type { Contribution, Walk, WalkEvent } from '#src/walk/walk.ts'
import type { Device, Participant } from '#src/walk/walk-store.ts'
import type { Tables } from './engine.ts'

type Row<Name extends keyof Tables> = Tables[Name] extends { $inferSelect: infer R } ? R : never

export function toWalk({ variants, ...row }: Row<'walks'>): Walk {
  return {
    ...row,
    persona: row.persona ?? undefined,
    tracks: row.tracks ?? undefined,
    lastStep: row.lastStep ?? undefined,
    outcomeAt: row.outcomeAt ?? undefined,
    trial: row.trial ?? undefined,
    channel: row.channel ?? undefined,
    ...(variants ? { variants } : {}),
  }
}

export function fromWalk(walk: Walk): Row<'walks'> {
  return {
    ...walk,
    persona: walk.persona ?? null,
    tracks: walk.tracks ?? null,
    lastStep: walk.lastStep ?? null,
    outcomeAt: walk.outcomeAt ?? null,
    trial: walk.trial ?? null,
    channel: walk.channel ?? null,
    variants: walk.variants ?? null,
  }
}

/** An event's other fields lie in `data`. Only `fromEvent` writes these rows, so what comes back is the event that went in. */
export function toEvent({ kind, step, data }: Pick<Row<'events'>, 'kind' | 'step' | 'data'>): WalkEvent {
  return { kind, ...(step === null ? {} : { step }), ...data } as WalkEvent
}

export function fromEvent(
  { walk, version }: { walk: string; version: number },
  seq: number,
  event: WalkEvent,
): Row<'events'> {
  const { kind, ...data } = event
  if (!('step' in data)) return { walk, seq, kind, step: null, data, version }
  const { step, ...others } = data
  return { walk, seq, kind, step, data: others, version }
}

export function toContribution({ important, ...row }: Row<'contributions'>): Contribution {
  return {
    ...row,
    option: row.option ?? undefined,
    text: row.text ?? undefined,
    share: row.share ?? undefined,
    reason: row.reason ?? undefined,
    ...(important ? { important } : {}),
  }
}

export function fromContribution(contribution: Contribution): Row<'contributions'> {
  return {
    ...contribution,
    option: contribution.option ?? null,
    text: contribution.text ?? null,
    share: contribution.share ?? null,
    reason: contribution.reason ?? null,
    important: contribution.important ?? false,
  }
}

export function toParticipant({ noticeHash, noticeLanguage, noticeAt, ...row }: Row<'participants'>): Participant {
  return { ...row, notice: { hash: noticeHash, language: noticeLanguage, at: noticeAt } }
}

export function fromParticipant({ id, codeHash, createdAt, notice }: Participant): Row<'participants'> {
  return { id, codeHash, createdAt, noticeHash: notice.hash, noticeLanguage: notice.language, noticeAt: notice.at }
}

export function toDevice(row: Row<'devices'>): Device {
  return row
}
