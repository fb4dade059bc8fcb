import { type MapSummary, standingOf } from '#feedback/opinion-map/summary.ts'
import { statementId } from '#feedback/statement-id.ts'
import type { Definition, FactValue } from '#src/journey/definition.ts'
import { dayOf } from '#src/trial/day.ts'
import { TRAITS } from '#src/trial/trial.ts'
import { peopleOf } from './filter-people.ts'
import type { Divided } from './filter-rule.ts'
import type { FilteredWalk, FilteredWalks, Met } from './filter-store.ts'

type Sources = FilteredWalks & {
  readonly definition: Pick<Definition, 'facts'>
  /** the opinion map of these walks, where there is one */
  readonly map: MapSummary | undefined
  readonly said: Met['said']
}

/** Everybody on a version by everything that a filter may ask. Facts with few answers only: no date, no number. */
export function divide(sources: Sources): Divided {
  const { walks } = sources
  const numbers = new Map(walks.map(({ walk }, i) => [walk, i]))
  const byWalk = (values: Iterable<readonly [walk: string, value: string]>) => {
    const told = new Map(values)
    const members = Map.groupBy(walks, ({ walk }) => told.get(walk) ?? '')
    return new Map(
      [...members].map(([value, some]) => [
        value,
        peopleOf(
          walks.length,
          some.map(({ walk }) => numbers.get(walk) ?? 0),
        ),
      ]),
    )
  }
  return new Map(dimensionsOf(sources).map(([name, values]) => [name, byWalk(values)]))
}

type Values = readonly (readonly [walk: string, value: string])[]

function dimensionsOf({
  walks,
  facts,
  traits,
  definition,
  map,
  said,
}: Sources): readonly (readonly [string, Values])[] {
  const byName = Map.groupBy(facts, ({ name }) => name)
  const asked = Object.entries(definition.facts).filter(([, { type }]) => type === 'choice' || type === 'boolean')
  const of = (value: (walk: FilteredWalk) => string): Values => walks.map((one) => [one.walk, value(one)])
  return [
    ...asked.map(([id]): [string, Values] => [
      `fact.${id}`,
      (byName.get(id) ?? []).map(({ walk, value }) => [walk, factText(value)]),
    ]),
    ['group', map && map.groups.length > 1 ? groupsOf(map, said) : []],
    ...TRAITS.map((trait): [string, Values] => [
      `about.${trait}`,
      traits.filter((one) => one.trait === trait).map(({ walk, value }) => [walk, value]),
    ]),
    ['language', of(({ language }) => language)],
    ['channel', of(({ channel }) => channel ?? '')],
    ['week', of(({ openedAt }) => weekOf(openedAt))],
  ]
}

function factText(value: FactValue): string {
  return value === null ? 'unknown' : String(value)
}

const STANCES: Readonly<Record<string, number>> = { agree: 1, pass: 0, disagree: -1 }

/** In which opinion group each walk stands by its votes on this version. */
function groupsOf(map: MapSummary, said: Met['said']): Values {
  const byWalk = Map.groupBy(said, ({ walk }) => walk)
  return [...byWalk].flatMap(([walk, all]) => {
    const votes = new Map(
      all.flatMap(({ step, prompt, option }): [string, number][] => {
        const [id, vote] = [statementId(step, prompt), STANCES[option ?? '']]
        return id === undefined || vote === undefined ? [] : [[id, vote]]
      }),
    )
    const group = standingOf(map, votes)?.group
    return group === undefined ? [] : [[walk, groupLetter(group)]]
  })
}

/** A, B, …: as the results name the groups. */
export function groupLetter(group: number): string {
  return String.fromCharCode(65 + group)
}

const DAY = 24 * 60 * 60 * 1000

/** The Monday of the week of a moment, in Finland. */
export function weekOf(at: number): string {
  const day = Date.parse(dayOf(at))
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return new Date(day - sinceMonday * DAY).toISOString().slice(0, 10)
}

/** What asks about health, as a public figure would have to treat it: twice as many people (trust.md 7.3, GDPR article 9). */
export function isSensitive({ facts }: Pick<Definition, 'facts'>, dimension: string): boolean {
  return dimension === 'about.assistive' || facts[dimension.replace(/^fact\./, '')]?.sensitive === true
}
