import { AppError } from '#src/errors.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Library, Published } from '#src/journey/library.ts'
import type { Version, VersionStore } from '#src/journey/version-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import type { WeighingStore } from '#src/walk/weighing-store.ts'
import { addUp, type Figure, figure } from './figure.ts'
import type { Condition } from './filter-rule.ts'
import { type PromptRow, promptRows } from './prompt-report.ts'
import { type FilterDeps, filteredCounts } from './read-filtered.ts'
import { withWeighing } from './read-weighing.ts'
import { modesOf, type ReportRequest } from './report-request.ts'
import type { ReviewFilter, ReviewStore } from './review-store.ts'
import { type Series, seriesOf } from './series.ts'
import { filterRows, type StepRow, stepRows } from './step-report.ts'

export type ReportDeps = Pick<FilterDeps, 'opinionMaps'> & {
  readonly review: ReviewStore
  readonly weighing: WeighingStore
  readonly versions: VersionStore
  readonly library: Library
  readonly now: () => number
}
export type VersionLine = Omit<Version, 'definition' | 'personas'>
export type Walks = { readonly started: Figure; readonly finished: Figure }
export type VersionReport = {
  readonly published: Published
  readonly walks: Walks
  readonly rows: readonly StepRow[]
}

// CONTRACT: a walk without an outcome, untouched for seven days, has left where it last was.
const LEFT_AFTER = 7 * 24 * 60 * 60 * 1000

/** The figures of a journey's steps, newest version first. Not found when the journey or the version is not. */
export async function readReport(deps: ReportDeps, request: ReportRequest): Promise<readonly VersionReport[]> {
  const wanted = await versionsIn(deps, request)
  return Promise.all(
    wanted.map(async (published) => {
      const filters = filtersOf(request, published)
      if (request.where) return filteredReport(deps, request, published, request.where)
      const counts = await Promise.all(filters.map((one) => deps.review.stepCounts(one, leftBefore(deps))))
      const rows = stepRows(published.version.definition, published.version.number, counts)
      return { published, walks: await walksOf(deps, filters), rows: filterRows(rows, request) }
    }),
  )
}

export function leftBefore({ now }: Pick<ReportDeps, 'now'>): number {
  return now() - LEFT_AFTER
}

async function filteredReport(
  deps: ReportDeps,
  request: ReportRequest,
  published: Published,
  where: readonly Condition[],
): Promise<VersionReport> {
  const { definition, number } = published.version
  const about = { definition, leftBefore: leftBefore(deps) }
  const filters = filtersOf(request, published)
  const modes = await Promise.all(filters.map((filter) => filteredCounts(deps, filter, where, about)))
  const rows = stepRows(
    definition,
    number,
    modes.map(({ steps }) => steps),
  )
  return {
    published,
    walks: {
      started: addUp(modes.map(({ started }) => figure(started))),
      finished: addUp(modes.map(({ finished }) => figure(finished))),
    },
    rows: filterRows(rows, request),
  }
}

/** The figures of prompts: of every step in the request, or of one. */
export async function readPrompts(
  deps: Pick<ReportDeps, 'review' | 'weighing' | 'opinionMaps'>,
  request: ReportRequest,
  { published, rows }: VersionReport,
): Promise<readonly PromptRow[]> {
  const { where } = request
  if (where) {
    const about = { definition: published.version.definition, leftBefore: 0 }
    const modes = await Promise.all(
      filtersOf(request, published).map((filter) => filteredCounts(deps, filter, where, about)),
    )
    // What weighing adds up to besides stays with all: the lists of reasons are few people's each.
    return promptRows(
      published.prompts,
      rows.map(({ key }) => key),
      published.version.number,
      modes.map(({ said }) => said),
    )
  }
  const counts = await Promise.all(
    filtersOf(request, published).map(async (filter) => ({
      prompts: await deps.review.promptCounts(filter),
      options: await deps.review.optionCounts(filter),
    })),
  )
  const steps = rows.map(({ key }) => key)
  const found = promptRows(published.prompts, steps, published.version.number, counts)
  return withWeighing(deps, filtersOf(request, published), counts, found)
}

/** Words said in a version, oldest first: at one step, or anywhere in the journey. */
export function readTexts(
  { review }: Pick<ReportDeps, 'review'>,
  request: ReportRequest,
  { published }: Pick<VersionReport, 'published'>,
  step: StepKey | undefined,
  page?: { readonly most: number; readonly older: number },
): Promise<readonly Contribution[]> {
  const { journey, number: version } = published.version
  return review.texts({ journey, version, modes: modesOf(request.mode) }, step, page)
}

/** How a step was met over time. Modes are not added up day by day: then there is none. */
export async function readSeries(
  { review }: Pick<ReportDeps, 'review'>,
  request: ReportRequest,
  { published }: Pick<VersionReport, 'published'>,
  step: StepKey,
): Promise<Series | undefined> {
  const [filter, ...others] = filtersOf(request, published)
  return filter && others.length === 0 ? seriesOf(await review.moments(filter, step)) : undefined
}

/** Started and finished walks of one's own in every version of a journey, newest first. */
export async function readVersions(
  deps: ReportDeps,
  journey: string,
): Promise<readonly { readonly version: VersionLine; readonly walks: Walks }[]> {
  const all = await deps.versions.list(journey)
  return Promise.all(
    all.toReversed().map(async (version) => ({
      version,
      walks: await walksOf(deps, [{ journey, version: version.number, modes: modesOf('own') }]),
    })),
  )
}

async function versionsIn(deps: ReportDeps, request: ReportRequest): Promise<readonly Published[]> {
  const lines = (await deps.versions.list(request.journey)).toReversed()
  const numbers = request.version === undefined ? await walkedOrNewest(deps, request, lines) : [request.version]
  const found = await Promise.all(numbers.map((number) => deps.library.version(request.journey, number)))
  const published = found.filter((one) => one !== undefined)
  if (published.length === 0) throw new AppError('not-found', 'version of a journey')
  return published
}

async function walkedOrNewest({ review }: ReportDeps, request: ReportRequest, lines: readonly VersionLine[]) {
  const walked = await Promise.all(
    lines.map(async ({ journey, number }, i) => {
      if (i === 0) return true
      return (await review.walks({ journey, version: number, modes: modesOf(request.mode) })).started > 0
    }),
  )
  return lines.filter((_, i) => walked[i]).map(({ number }) => number)
}

/** One filter a mode, since each mode's figures are withheld by themselves. */
function filtersOf({ mode }: ReportRequest, { version }: Published): readonly ReviewFilter[] {
  return modesOf(mode).map((one) => ({ journey: version.journey, version: version.number, modes: [one] }))
}

async function walksOf({ review }: ReportDeps, filters: readonly ReviewFilter[]): Promise<Walks> {
  const counts = await Promise.all(filters.map((filter) => review.walks(filter)))
  return {
    started: addUp(counts.map(({ started }) => figure(started))),
    finished: addUp(counts.map(({ finished }) => figure(finished))),
  }
}
