import { movedRecord } from './moved.ts'
import type { WalkEvent, WalkRecord } from './walk.ts'

export const NOTHING_YET: WalkRecord = { today: null, advanced: null, done: {}, aside: {}, asked: {}, replied: {} }

/** The record after an event. */
export function happened(record: WalkRecord, event: WalkEvent): WalkRecord {
  switch (event.kind) {
    case 'opened':
      return event.by === 'offer' ? { ...record, byOffer: true } : record
    case 'answered':
      return corrected(record, event.names)
    case 'done':
      return {
        ...noLongerSentBack(record, event.step),
        done: { ...record.done, [event.step]: event.on },
        aside: without(record.aside, event.step),
      }
    case 'aside':
      return { ...record, aside: { ...record.aside, [event.step]: true }, done: without(record.done, event.step) }
    case 'asked':
    case 'tried':
      return called(record, event)
    case 'replied':
      return replied(record, event)
    case 'sent-back':
      return sentBack(record, event)
    case 'person':
      return withPerson(record, event)
    case 'advanced':
      return { ...record, advanced: event.to, today: event.to }
    case 'moved':
      return movedRecord(record, event)
    default:
      return record
  }
}

type Of<Kind extends WalkEvent['kind']> = Extract<WalkEvent, { kind: Kind }>

/** Whoever is asked anew has not replied yet, and what was read of an earlier reply is to be read again. */
function called(record: WalkRecord, { kind, step, ...call }: Of<'asked' | 'tried'>): WalkRecord {
  return {
    ...record,
    asked: { ...record.asked, [step]: call },
    replied: without(record.replied, step),
    done: kind === 'tried' ? without(record.done, step) : record.done,
  }
}

function replied(record: WalkRecord, { step, on, reply }: Of<'replied'>): WalkRecord {
  const sets = record.asked[step]?.sets
  return withPerson(
    {
      ...noLongerSentBack(record, step),
      replied: { ...record.replied, [step]: { on, reply, ...(sets && { sets }) } },
    },
    { step, call: null },
  )
}

function sentBack(record: WalkRecord, { step, to, reply }: Of<'sent-back'>): WalkRecord {
  return {
    ...record,
    done: without(record.done, to),
    asked: without(without(record.asked, step), to),
    replied: without(without(record.replied, step), to),
    sentBack: { ...record.sentBack, [to]: { by: step, reply } },
  }
}

function withPerson(record: WalkRecord, { step, call }: Pick<Of<'person'>, 'step' | 'call'>): WalkRecord {
  if (call !== null) return { ...record, person: { ...record.person, [step]: call } }
  const { person, ...others } = record
  const left = person && without(person, step)
  return left && Object.keys(left).length > 0 ? { ...others, person: left } : others
}

function noLongerSentBack(record: WalkRecord, step: string): WalkRecord {
  const { sentBack: before, ...others } = record
  const left = before && without(before, step)
  return left && Object.keys(left).length > 0 ? { ...others, sentBack: left } : others
}

/** The walker's own word is the last: what a provider told of the same fact counts no more. */
function corrected(record: WalkRecord, names: readonly string[]): WalkRecord {
  const all = Object.entries(record.replied)
  if (!all.some(([, { sets }]) => sets && names.some((name) => name in sets))) return record
  const kept = all.map(([step, { sets, ...reply }]) => {
    const left = Object.entries(sets ?? {}).filter(([name]) => !names.includes(name))
    return [step, { ...reply, ...(left.length > 0 && { sets: Object.fromEntries(left) }) }]
  })
  return { ...record, replied: Object.fromEntries(kept) }
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record
  const { [key]: _gone, ...rest } = record
  return rest
}
