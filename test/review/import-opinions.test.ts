import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { csvRows } from '#feedback/opinion-map/csv.ts'
import { commentsFile, votesFile } from '#feedback/opinion-map/polis-export.ts'
import { commentsIn, votesIn } from '#src/polis-folder.ts'
import { importOpinions } from '#src/review/import-opinions.ts'
import { publishRelease } from '#src/review/release.ts'
import { conversations } from '../feedback/opinion-map/reference-data.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { MOVING_HOUSE_CAT } from '../support/fixture-journey.ts'
import { figuresOn, signedIn } from './staff.ts'
import { walked } from './walked.ts'

const JOURNEY = MOVING_HOUSE_CAT.id
const MILK = 'home/milk'
const FILES = ['comments', 'votes', 'participants-votes', 'summary', 'comment-groups']
const OPTIONS = ['agree', 'disagree', 'pass']
let [here, there]: TestApp[] = []
const apps = () => ({ here: here!, there: there! })
beforeEach(async () => {
  ;[here, there] = await Promise.all([testApp(), testApp()])
})
afterEach(() => Promise.all([here?.close(), there?.close()]))

async function released(app: TestApp): Promise<Record<string, string>> {
  const release = await publishRelease(app.deps, JOURNEY, 'Mika')
  const texts = FILES.map(async (name) => {
    const text = await app.deps.releases.file(JOURNEY, release?.number ?? 0, `opinion/${name}.csv`)
    return [name, text ?? ''] as const
  })
  return Object.fromEntries(await Promise.all(texts))
}

async function bring(app: TestApp, files: Record<string, string>, run = 'r1') {
  const published = await app.deps.library.latest(JOURNEY)
  if (!published) throw new Error('no journey')
  const comments = [...commentsFile([files.comments ?? ''])]
  const votes = [...votesFile([files.votes ?? ''])].map((one) => ({ ...one, at: (one.at ?? 0) * 1000 }))
  return importOpinions(app.deps, { published, step: MILK, comments, votes, run })
}

/** Without the two columns that tell when. */
function timeless(text: string): readonly (readonly string[])[] {
  const [head = [], ...rows] = csvRows([text])
  const kept = [...head.keys()].filter((at) => !['timestamp', 'datetime'].includes(head[at] ?? ''))
  return [head, ...rows].map((row) => kept.map((at) => row[at] ?? ''))
}

/** Nine people with a statement each; everybody votes on everything met so far, and every third changes her mind. */
async function talkedOver(app: TestApp) {
  const added: string[] = []
  for (let nth = 0; nth < 9; nth++) {
    const text = nth === 4 ? '=2+2, "sanoi" kissa' : `Väittämä ${'abcdefghi'[nth]}`
    const option = (at: number) => OPTIONS[(nth % 2 === 0 ? at : at + 1) % 3] ?? 'pass'
    const votes = added.map((id, at) => ({
      ...({ step: MILK, kind: 'statement' } as const),
      prompt: `added.${id}`,
      option: option(at),
    }))
    const own = { step: MILK, prompt: 'own', kind: 'statement', text, state: 'visible' } as const
    const { ids, walk } = await walked(app.deps, { opened: [{ step: MILK }], said: [own, ...votes] })
    added.push(ids[0] ?? '')
    if (nth % 3 === 2) await again(app, walk, added[0] ?? '')
  }
}

async function again(app: TestApp, walk: string, statement: string) {
  const [earlier] = (await app.deps.walks.contributionsOf(walk)).filter(({ prompt }) => prompt === `added.${statement}`)
  const state = await app.deps.walks.find(walk)
  if (!state || !earlier) throw new Error('nothing to change')
  await app.deps.walks.append({
    ...{ walk, rev: state.walk.rev, progress: state.walk.progress, key: undefined, events: [], told: {} },
    ...{ contributions: [{ ...earlier, option: 'pass' }], exposures: [], ran: [], outcome: false, at: app.clock.now },
  })
}

describe('opinions exported here', () => {
  test('and brought to an empty installation are exported there the same, but for the moments', async () => {
    const { here, there } = apps()
    await talkedOver(here)
    const first = await released(here)
    expect(timeless(first.votes ?? '').length).toBeGreaterThan(30)
    await bring(there, first)
    const second = await released(there)
    for (const name of FILES) expect([name, timeless(second[name] ?? '')]).toEqual([name, timeless(first[name] ?? '')])
  })

  test('stand in no figure of a step, for nobody walked there', async () => {
    const { here, there } = apps()
    await talkedOver(here)
    await bring(there, await released(here))
    const mika = await signedIn(there, 'reviewer')
    const page = figuresOn(await (await mika.get(`/fi/review/journeys/${JOURNEY}`)).text())
    for (const [name, figure] of page) expect([name, figure]).toEqual([name, '0'])
  })

  test('may be brought in twice: then there are twice as many people', async () => {
    const { here, there } = apps()
    await talkedOver(here)
    const first = await released(here)
    await bring(there, first)
    await bring(there, first, 'r2')
    expect(timeless((await released(there)).votes ?? '').length - 1).toBe(2 * (timeless(first.votes ?? '').length - 1))
  })

  test('are refused for a step that is not there, and nothing is stored', async () => {
    const { there } = apps()
    const published = await there.deps.library.latest(JOURNEY)
    if (!published) throw new Error('no journey')
    const wrong = { published, step: 'home/nothing', comments: [], votes: [], run: 'r' } as const
    await expect(importOpinions(there.deps, wrong)).rejects.toMatchObject({ code: 'not-found' })
  })
})

const [smallest] = conversations.toSorted((one, other) => one.reference.n_votes - other.reference.n_votes)
if (!smallest) test.skip('the real conversations are not here, see POLKU_TEST_DATA', () => {})
else
  test(`the conversation ${smallest.name} comes in with every vote that holds, its rejected statements hidden`, async () => {
    const { here } = apps()
    const published = await here.deps.library.latest(JOURNEY)
    if (!published) throw new Error('no journey')
    const [comments, votes] = [commentsIn(smallest.folder), [...votesIn(smallest.folder)]]
    await importOpinions(here.deps, { published, step: MILK, comments, votes, run: 'r' })
    const files = await released(here)
    const shown = new Set(comments.filter(({ moderated }) => moderated !== -1).map(({ id }) => id))
    const final = new Set(
      votes.filter(({ statement }) => shown.has(statement)).map((v) => `${v.participant} ${v.statement}`),
    )
    const [head = [], ...rows] = csvRows([files['participants-votes'] ?? ''])
    const count = rows.reduce((sum, row) => sum + Number(row[head.indexOf('n-votes')]), 0)
    expect(count).toBe(final.size)
    expect(timeless(files.comments ?? '').length - 1).toBe(shown.size)
  }, 60_000)
