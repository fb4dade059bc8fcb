import type { Published } from '#src/journey/library.ts'
import type { Figure } from '#src/review/figure.ts'
import { filterChoices } from '#src/review/read-filtered.ts'
import { queryOf, type ReportRequest } from '#src/review/report-request.ts'
import type { Who } from '#views/review/who.ts'
import type { Deps } from './context.ts'

type Asked = {
  readonly published: Published
  readonly n: Figure
  readonly action: string
  /** the form is wanted: what can be chosen is worked out from every walk, so not on every page */
  readonly isAsked: boolean
}

/** What the filter of a page needs. Walks of all modes at once are not narrowed: each mode is withheld by itself. */
export async function whoOf(
  deps: Deps,
  request: ReportRequest,
  { published, n, action, isAsked }: Asked,
): Promise<Who> {
  const { definition, journey, number } = published.version
  const { mode } = request
  const filter = { journey, version: number, modes: mode === 'all' ? [] : [mode] }
  const isOpen = isAsked || request.where !== undefined
  const choices = mode === 'all' || !isOpen ? [] : await filterChoices(deps, filter, definition)
  const trials = (await deps.trials.all()).filter((trial) => trial.journey === journey)
  const channels = (await Promise.all(trials.map(({ id }) => deps.trials.channels(id)))).flat()
  return {
    ...{ definition, n, action, choices, isOpen },
    where: request.where ?? [],
    channels: new Map(channels.map(({ id, name }) => [id, name])),
    rest: Object.fromEntries(new URLSearchParams(queryOf({ ...request, where: [] }))),
  }
}

/** Words are not narrowed: the same text under one condition after another would tell all that its writer told. */
export function mayReadWords({ where = [] }: ReportRequest): boolean {
  return where.length === 0
}
