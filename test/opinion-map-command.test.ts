import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runOpinionMap } from '#src/opinion-map-command.ts'
import { plantedVotes } from './feedback/opinion-map/planted.ts'
import { conversations } from './feedback/opinion-map/reference-data.ts'
import { PROJECT } from './support/project.ts'

const KEYS = [
  ...['n_participants', 'n_statements', 'n_statements_total', 'n_votes', 'n_in_conv', 'pids', 'tids', 'in_conv'],
  ...['mod_out', 'pca', 'projections', 'k', 'silhouettes', 'group_sizes', 'participant_group', 'repness', 'consensus'],
  ...['group_aware_consensus', 'group_votes', 'comment_priorities', 'timing'],
]
const Printed = z.looseObject({
  n_participants: z.number(),
  n_votes: z.number(),
  k: z.number(),
  mod_out: z.array(z.number()),
  meta_tids: z.array(z.number()),
  group_sizes: z.record(z.string(), z.number()),
  participant_group: z.record(z.string(), z.number()),
  stability: z.looseObject({ ari: z.number(), level: z.string() }).optional(),
  shares: z.record(z.string(), z.looseObject({ agree: z.record(z.string(), z.number()) })),
  timing: z.looseObject({ compute_ms: z.number() }),
})
const VOTES = 'timestamp,datetime,comment-id,voter-id,vote\n'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'polku-opinion-map-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(conversations)('the export of $name', ({ folder, reference }) => {
  test('prints the map with all its keys and how steady its groups are', () => {
    const map = printed(folder)
    expect(Object.keys(map)).toEqual(expect.arrayContaining(KEYS))
    expect(map).toMatchObject({ n_participants: reference.n_participants, n_votes: reference.n_votes })
    expect(map.mod_out).toEqual(reference.mod_out)
    expect(map.timing.compute_ms).toBeGreaterThan(0)
    expect(map.stability?.ari).toBeGreaterThan(0)
  })

  test('takes groups from a file', () => {
    const file = written('groups.json', JSON.stringify(reference.participant_group))
    const map = printed(folder, '--groups', file)
    expect(map.participant_group).toEqual(reference.participant_group)
    expect(map.group_sizes).toEqual(reference.group_sizes)
    expect(map.stability).toBeUndefined()
  })
})

test('an export without votes.csv is read from the final votes, and without comments nothing is out', () => {
  const wide = 'participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2\n0,,0,2,1,1,1,-1\n1,,0,1,0,0,,0\n'
  const map = printed(exported({ 'participants-votes.csv': wide }))
  expect(map).toMatchObject({ n_participants: 2, n_votes: 3, mod_out: [], k: 0 })
  expect(map.shares[1]!.agree).toMatchObject({ count: 1, of: 1, share: 1, high: 1 })
})

test('statements that were rejected or are about the people are out', () => {
  const comments =
    'comment-id,moderated,is-meta,comment-body\n0,-1,false,no\n1,1,true,where do you live\n2,0,false,"a\nb"\n'
  const map = printed(exported({ 'votes.csv': `${VOTES}1,x,0,0,1\n1,x,2,0,1\n`, 'comments.csv': comments }))
  expect(map).toMatchObject({ mod_out: [0, 1], meta_tids: [1], n_statements_total: 3 })
})

test('a byte order mark and the line breaks of another system do no harm', () => {
  const file = `\uFEFF${VOTES}1,x,0,0,1\n1,x,2,0,1\n`.replaceAll('\n', '\r\n')
  expect(printed(exported({ 'votes.csv': file }))).toMatchObject({ n_votes: 2 })
})

test('no vote at all is an empty map', () => {
  expect(printed(exported({ 'votes.csv': VOTES }))).toMatchObject({ n_participants: 0, n_votes: 0, k: 0 })
})

const ONE = { 'votes.csv': `${VOTES}1,x,0,0,1\n` }

test.each([
  ['a folder that is not there', () => ['nowhere'], /^nowhere is no folder$/],
  ['no folder', () => [], /needs one folder/],
  ['two folders', () => ['one', 'two'], /needs one folder/],
  [
    'a folder without votes',
    () => [exported({ 'comments.csv': 'comment-id,moderated\n' })],
    /holds neither votes\.csv/,
  ],
  ['an empty file', () => [exported({ 'votes.csv': '' })], /votes\.csv: there is nothing in it/],
  ['a file without its columns', () => [exported({ 'votes.csv': 'a,b\n1,2\n' })], /votes\.csv: there is no column/],
  ['a vote that is none', () => [exported({ 'votes.csv': `${VOTES}1,x,0,0,9\n` })], /votes\.csv: row 2: "9" is not/],
  ['an open quote', () => [exported({ 'votes.csv': `${VOTES}1,"x,0,0,1\n` })], /votes\.csv: a quote is never closed/],
  [
    'a broken comments file',
    () => [exported({ ...ONE, 'comments.csv': 'comment-id,moderated\n0,maybe\n' })],
    /comments\.csv: row 2: "maybe"/,
  ],
  ['groups that are not there', () => [exported(ONE), '--groups', 'nowhere.json'], /nowhere\.json/],
  ['groups that are no JSON', () => [exported(ONE), '--groups', written('g.json', '{"0":')], /g\.json is not JSON/],
  ['groups that are a list', () => [exported(ONE), '--groups', written('g.json', '[[0]]')], /g\.json is not an object/],
  [
    'groups of other people',
    () => [exported(ONE), '--groups', written('g.json', '{"9":0}')],
    /gives no group to anybody/,
  ],
])('%s is refused with the reason', (_, args, reason) => {
  const { text, complaint } = runOpinionMap(args())
  expect(text).toBeUndefined()
  expect(complaint).toMatch(reason)
})

test('from the command line a map is printed with exit code 0, a refusal with 1', () => {
  const good = command(exported(ONE))
  expect(good).toMatchObject({ status: 0, stderr: '' })
  expect(Printed.parse(JSON.parse(good.stdout)).n_votes).toBe(1)
  expect(command('nowhere')).toMatchObject({ status: 1, stdout: '', stderr: 'nowhere is no folder\n' })
})

test('a file of many pieces is read whole', () => {
  const rows = [...plantedVotes({ people: 800, statements: 100, groups: 2, seed: 1 }, 40_000)]
  const when = '"Monday, ""ä"" in the morning\n"'
  const lines = rows.map(({ participant, statement, vote }) => `1,${when},${statement},${participant},${vote}\n`)
  const file = VOTES + lines.join('')
  expect(file.length).toBeGreaterThan(1 << 20)
  expect(printed(exported({ 'votes.csv': file })).n_votes).toBe(rows.length)
})

function printed(...args: string[]) {
  const { text, complaint } = runOpinionMap(args)
  expect(complaint).toBeUndefined()
  return Printed.parse(JSON.parse(text ?? ''))
}

function exported(files: Readonly<Record<string, string>>): string {
  const made = mkdtempSync(join(folder, 'export-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(made, name), text)
  return made
}

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

function command(...args: string[]) {
  return spawnSync(process.execPath, ['src/cli.ts', 'opinion-map', ...args], { cwd: PROJECT, encoding: 'utf8' })
}
