import { stringify } from 'csv-stringify/sync'
import { THRESHOLD } from '#feedback/disclosure.ts'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { AppError } from '#src/errors.ts'
import type { Definition } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import type { VoteStore } from '#src/walk/vote-store.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { codebookOf, datasetOf } from './codebook.ts'
import { promptsCsv, stepsCsv } from './csv.ts'
import { opinionFiles } from './opinion-files.ts'
import { type ReportDeps, readPrompts, readReport, type VersionReport } from './read-report.ts'
import { batched } from './release-batch.ts'
import { releasedPrompts, releasedSteps } from './release-disclosure.ts'
import type { Release, ReleaseFile, ReleaseStore } from './release-store.ts'
import { reportRequest } from './report-request.ts'
import { COLUMNS } from './step-report.ts'
import { votedStatements } from './voted-statements.ts'

export type ReleaseDeps = ReportDeps & {
  readonly releases: ReleaseStore
  readonly votes: VoteStore
}

/**
 * Publishes the open data of a journey as they are now, as a new release that never changes: the very figures of the live
 * pages, moved on only in batches. Undefined when somebody else published at the same moment: then theirs is the new
 * release. Throws `not-found` for a journey that is not there.
 */
export async function publishRelease(deps: ReleaseDeps, journey: string, by: string): Promise<Release | undefined> {
  const published = await deps.library.latest(journey)
  if (!published) throw new AppError('not-found', 'journey')
  const [last] = await deps.releases.list(journey)
  const before = (name: string) => (last ? deps.releases.file(journey, last.number, name) : Promise.resolve(undefined))
  const release: Release = { journey, number: (last?.number ?? 0) + 1, by, at: deps.now() }

  const tables = [...(await figureFiles(deps, journey, before)), ...(await opinionsOf(deps, published, before))]
  const { title } = published.version.definition
  const files: readonly ReleaseFile[] = [...tables, { name: 'codebook.json', text: codebookOf(release, title) }]
  const dataset = datasetOf(
    release,
    title,
    files.map(({ name }) => name),
  )
  const isOurs = await deps.releases.add(release, [...files, { name: 'dataset.jsonld', text: dataset }])
  return isOurs ? release : undefined
}

/** Of people only, those who voted elsewhere and were brought in among them. */
const OPINIONS: readonly WalkMode[] = ['own', 'imported']

type Before = (name: string) => Promise<string | undefined>

async function figureFiles(deps: ReleaseDeps, journey: string, before: Before): Promise<readonly ReleaseFile[]> {
  const request = reportRequest(journey, {})
  const reports = await readReport(deps, request)
  const prompts = await Promise.all(reports.map((report) => readPrompts(deps, request, report)))
  const steps = batched(stepsCsv(releasedSteps(reports.flatMap(({ rows }) => rows))), await before('steps.csv'), {
    group: ['version', 'track', 'step'],
    figures: COLUMNS,
  })
  const said = batched(promptsCsv(releasedPrompts(prompts.flat(), sensitiveIn(reports))), await before('prompts.csv'), {
    group: ['version', 'track', 'step', 'prompt'],
    figures: ['n', 'of'],
  })
  return [
    { name: 'steps.csv', text: stringify([...steps]) },
    { name: 'prompts.csv', text: stringify([...said]) },
  ]
}

/** Whether a version marks a data item as sensitive. */
function sensitiveIn(reports: readonly VersionReport[]) {
  const data = new Map(reports.map(({ published: { version } }) => [version.number, version.definition.data ?? {}]))
  return (version: number, item: string) => data.get(version)?.[item]?.sensitive === true
}

/** Opinions are single people's, so they are renewed as a whole and only when five more or fewer have voted. */
async function opinionsOf(deps: ReleaseDeps, published: Published, before: Before): Promise<readonly ReleaseFile[]> {
  const { journey, definition } = published.version
  const fresh = opinionFiles({
    ...aboutOf(definition, journey),
    statements: await votedStatements(deps, published),
    votes: (await deps.votes.votesOf(journey, 0)).filter(({ mode }) => OPINIONS.includes(mode)),
  })
  const names = Object.keys(fresh) as (keyof typeof fresh)[]
  const earlier = await before('opinion/participants-votes.csv')
  const isRenewed =
    earlier === undefined || Math.abs(people(fresh['participants-votes']) - people(earlier)) >= THRESHOLD
  return Promise.all(
    names.map(async (name) => {
      const path = `opinion/${name}.csv`
      return { name: path, text: isRenewed ? fresh[name] : ((await before(path)) ?? fresh[name]) }
    }),
  )
}

function people(participantsVotes: string): number {
  return [...csvRows([participantsVotes])].length - 1
}

function aboutOf({ title, summary }: Definition, journey: string) {
  return {
    topic: title.en ?? title.fi ?? title.sv ?? journey,
    description: summary ?? title,
    url: `/journeys/${journey}`,
  }
}
