import { AppError } from '#src/errors.ts'
import type { WalkMode } from '#src/walk/walk.ts'
import { conditionsIn } from './filter-query.ts'
import type { Condition } from './filter-rule.ts'

/** Votes that were brought in from elsewhere walked nowhere: they stand in no figure of a step. */
const WALKED = ['own', 'persona', 'assisted', 'simulated'] as const satisfies readonly WalkMode[]
export const REPORT_MODES = [...WALKED, 'all'] as const
export type ReportMode = (typeof REPORT_MODES)[number]

/** What a report is asked about: the same for a page and for the file beside it. */
export type ReportRequest = {
  readonly journey: string
  /** undefined: the newest version and every earlier one that has been walked */
  readonly version: number | undefined
  readonly mode: ReportMode
  readonly track: string | undefined
  readonly provider: string | undefined
  /** what the walks have in common that are counted; nothing said is all */
  readonly where?: readonly Condition[] | undefined
}

/** From the query of an address. A field left empty asks nothing; what is not known is refused rather than answered wrongly. */
export function reportRequest(journey: string, query: Readonly<Record<string, string | undefined>>): ReportRequest {
  return {
    journey,
    version: query.version ? versionOf(query.version) : undefined,
    mode: query.mode ? modeOf(query.mode) : 'own',
    track: query.track || undefined,
    provider: query.provider || undefined,
    where: conditionsIn(query),
  }
}

export function modesOf(mode: ReportMode): readonly WalkMode[] {
  return mode === 'all' ? WALKED : [mode]
}

/** The query that asks the same again; what is as usual is left out. */
export function queryOf({ version, mode, track, provider, where = [] }: Omit<ReportRequest, 'journey'>): string {
  const query = new URLSearchParams()
  if (version !== undefined) query.set('version', String(version))
  if (mode !== 'own') query.set('mode', mode)
  if (track !== undefined) query.set('track', track)
  if (provider !== undefined) query.set('provider', provider)
  for (const { dimension, value } of where) query.set(dimension, value)
  return query.size > 0 ? `?${query}` : ''
}

function versionOf(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError('not-found', 'version')
  return Number(text)
}

function modeOf(text: string): ReportMode {
  const mode = REPORT_MODES.find((known) => known === text)
  if (!mode) throw new AppError('invalid', 'mode of walks')
  return mode
}
