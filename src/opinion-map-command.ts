import { readFileSync, statSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type MapOptions, opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { PolisFormatError } from '#feedback/opinion-map/polis-export.ts'
import { stability } from '#feedback/opinion-map/stability.ts'
import { VoteLog } from '#feedback/opinion-map/vote-log.ts'
import { mapAsJson } from './opinion-map-json.ts'
import { commentsIn, isAboutTheFiles, votesIn } from './polis-folder.ts'

export type OpinionMapResult = { readonly text?: string; readonly complaint?: string }

const groupsFile = z.record(z.string(), z.union([z.string(), z.number()]).nullable())

/**
 * `polku opinion-map DIR [--groups FILE]`: the opinion map of a Polis export folder as JSON. `timing.compute_ms` is the
 * processor time of the one thread that computes, without reading the files, and `timing.wall_ms` what a clock says.
 */
export function runOpinionMap(args: string[]): OpinionMapResult {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { groups: { type: 'string' } } })
  const [folder] = positionals
  if (folder === undefined || positionals.length > 1) return { complaint: 'opinion-map needs one folder' }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return { complaint: `${folder} is no folder` }
  try {
    return { text: JSON.stringify(computed(folder, values.groups)) }
  } catch (error) {
    if (isAboutTheFiles(error)) return { complaint: error.message }
    throw error
  }
}

function computed(folder: string, groups: string | undefined) {
  const log = VoteLog.of(votesIn(folder))
  const comments = commentsIn(folder)
  const options: MapOptions = {
    moderatedOut: comments.filter(({ moderated }) => moderated === -1).map(({ id }) => id),
    meta: comments.filter(({ isMeta }) => isMeta).map(({ id }) => id),
    groups: groups === undefined ? undefined : groupsIn(groups, log.participants),
  }
  const compute = timed(() => opinionMap(log, options))
  const steady = timed(() => (groups === undefined ? stability(compute.result) : undefined))
  return {
    ...mapAsJson(compute.result, comments, steady.result),
    timing: { compute_ms: compute.cpu, wall_ms: compute.wall, stability_ms: steady.cpu },
  }
}

function timed<T>(work: () => T): { result: T; cpu: number; wall: number } {
  const clock = performance.now()
  const before = process.threadCpuUsage()
  const result = work()
  const { user, system } = process.threadCpuUsage(before)
  return { result, cpu: (user + system) / 1000, wall: performance.now() - clock }
}

function groupsIn(file: string, participants: readonly string[]): ReadonlyMap<string, string> {
  const given = groupsFile.safeParse(jsonIn(file))
  if (!given.success) throw new PolisFormatError(`${file} is not an object of participants and their groups`)
  const groups = new Map<string, string>()
  for (const [participant, group] of Object.entries(given.data))
    if (group !== null && group !== '') groups.set(participant, String(group))
  if (!participants.some((participant) => groups.has(participant)))
    throw new PolisFormatError(`${file} gives no group to anybody who voted`)
  return groups
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw new PolisFormatError(`${file} is not JSON: ${error.message}`)
    throw error
  }
}
