import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runImportOpinions } from '#src/import-opinions-command.ts'
import { writeDefinition } from '#src/journey/notation.ts'
import { runPublish } from '#src/publish-command.ts'
import { openStorage } from '#src/storage/open.ts'
import { FIRST_CAT, CAT as JOURNEY } from './studio/promised.ts'
import { temporaryFolder } from './support/storage.ts'

let folder = ''
const environment = () => ({ POLKU_DATA: join(folder, 'data') })
const bring = (...args: string[]) => runImportOpinions(args, environment())

beforeAll(async () => {
  folder = temporaryFolder()
  const file = join(folder, 'journey.yaml')
  writeFileSync(file, writeDefinition(FIRST_CAT))
  await runPublish([file], environment(), async () => {})
  for (const name of ['good', 'broken', 'empty']) mkdirSync(join(folder, name))
  writeFileSync(
    join(folder, 'good', 'comments.csv'),
    "timestamp,comment-id,author-id,moderated,comment-body\n1700000000,0,3,1,'=Maitoa\n",
  )
  writeFileSync(
    join(folder, 'good', 'votes.csv'),
    'timestamp,datetime,comment-id,voter-id,vote\n1700000000,x,0,1,1\n1700000001,x,0,1,-1\n',
  )
  writeFileSync(join(folder, 'broken', 'votes.csv'), 'timestamp,comment-id,voter-id,vote\n1,0,1,7\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an export folder comes to a step, its seconds as moments and its words as they were written', async () => {
  const done = await bring(join(folder, 'good'), '--journey', JOURNEY, '--step', 'home/milk')
  expect(done).toEqual({ text: `${JOURNEY}: 2 votes of 2 people brought in, 1 new statements` })
  const storage = await openStorage({ folder: environment().POLKU_DATA, now: () => 0 })
  const votes = await storage.votes.votesOf(JOURNEY, 0)
  expect(votes.map(({ vote, at, mode }) => [vote, at, mode])).toEqual([
    [1, 1_700_000_000_000, 'imported'],
    [-1, 1_700_000_001_000, 'imported'],
  ])
  const [said] = await storage.review.texts({ journey: JOURNEY, version: 1, modes: ['imported'] }, undefined)
  expect(said?.text).toBe('=Maitoa')
  await storage.close()
})

test.each([
  ['no folder', () => [], 'import-opinions needs one folder'],
  ['a folder that is none', () => ['nowhere'], 'nowhere is no folder'],
  ['no journey', () => [join(folder, 'good')], '--journey must be the id of a published journey'],
  ['no step', () => [join(folder, 'good'), '--journey', 'x'], '--step must be a track and a step'],
  ['an unknown journey', () => [join(folder, 'good'), '--journey', 'x', '--step', 'a/b'], 'no journey is called x'],
  [
    'an unknown step',
    () => [join(folder, 'good'), '--journey', JOURNEY, '--step', 'a/b'],
    `${JOURNEY} has no step a/b`,
  ],
  [
    'a vote that is none',
    () => [join(folder, 'broken'), '--journey', JOURNEY, '--step', 'home/milk'],
    'is not -1, 0 or 1',
  ],
  ['an empty folder', () => [join(folder, 'empty'), '--journey', JOURNEY, '--step', 'home/milk'], 'holds neither'],
])('%s is told in a sentence', async (_, args, sentence) => {
  const { text, complaint } = await bring(...args())
  expect(text).toBeUndefined()
  expect(complaint).toContain(sentence)
})
