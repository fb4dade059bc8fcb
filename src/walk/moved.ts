import type { StepKey } from '#src/journey/definition.ts'
import type { Moved, WalkEvent, WalkRecord } from './walk.ts'

/** What counts of a walk's events: a move that was taken back, and whatever it began, is as if it had not been. */
export function inForce(events: readonly WalkEvent[]): readonly WalkEvent[] {
  if (!events.some(({ kind }) => kind === 'moved-back')) return events
  const counted: WalkEvent[] = []
  for (const event of events) {
    if (event.kind !== 'moved-back') counted.push(event)
    else
      counted.length = Math.max(
        counted.findLastIndex(({ kind }) => kind === 'moved'),
        0,
      )
  }
  return counted
}

/** The record of a walk under the step names of the version it moves to. */
export function movedRecord(record: WalkRecord, { renamed, dropped, reopened, recalled }: Moved): WalkRecord {
  const isDropped = new Set<string>(dropped)
  const nameOf = (key: string) => renamed[key as StepKey] ?? (key as StepKey)
  const named = <T>(steps: Readonly<Record<string, T>>, left: readonly string[]): Readonly<Record<string, T>> =>
    Object.fromEntries(
      Object.entries(steps)
        .filter(([key]) => !isDropped.has(key))
        .map(([key, value]) => [nameOf(key), value] as const)
        .filter(([key]) => !left.includes(key)),
    )
  const { sentBack, person, ...others } = record
  const back = sentBack && named(sentBack, recalled)
  const calls = person && named(person, recalled)
  return {
    ...others,
    done: named(record.done, reopened),
    aside: named(record.aside, reopened),
    asked: named(record.asked, recalled),
    replied: named(record.replied, recalled),
    ...(back &&
      !isEmpty(back) && {
        sentBack: Object.fromEntries(
          Object.entries(back).map(([to, { by, reply }]) => [to, { by: nameOf(by), reply }]),
        ),
      }),
    ...(calls && !isEmpty(calls) && { person: calls }),
  }
}

function isEmpty(steps: object): boolean {
  return Object.keys(steps).length === 0
}
