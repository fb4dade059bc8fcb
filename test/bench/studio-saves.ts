import { performance } from 'node:perf_hooks'
import type { Definition, Persona, StepKey } from '#src/journey/definition.ts'
import { signedIn } from '../review/staff.ts'
import { formIn, open, press, valuesIn } from '../studio/forms.ts'
import { testApp } from '../support/app.ts'
import type { Browser, Fields } from '../support/browser.ts'
import { all } from '../support/html.ts'
import { shippedJourney } from '../support/shipped.ts'

const WARM_UP = 15
const SAVES = 100
const LIMIT_MS = 150
const STEPS = 60

/** How long a designer waits for a field to be saved with everything beside the form kept current, in this process. */
export async function studioSaves(): Promise<void> {
  const { definition, personas } = shippedJourney()
  const rows = [await saves(`${STEPS} steps`, ...withSteps(shippedJourney('moving-home'), STEPS))]
  rows.push(await saves(`${definition.id}, ${stepsOf(definition).length} steps`, definition, personas))
  console.log(`a field of a step saved with its panes, ${SAVES} times; at p95 within ${LIMIT_MS} ms`)
  console.table(rows)
}

async function saves(journey: string, definition: Definition, personas: readonly Persona[]) {
  const app = await testApp({ definitions: [definition], personas })
  app.clock.now = Date.parse('2026-12-01T07:00:00Z')
  const designer = await signedIn(app, 'designer')
  const list = await open(designer, '/fi/studio/drafts')
  const begun = await press(designer, formIn(list, 'new-version'), { from: definition.id })
  const path = `${begun.headers.get('location')}/steps/${stepsOf(definition)[0]}`
  const took: Took[] = []
  for (let nth = 0; nth < WARM_UP + SAVES; nth++) took.push(await save(designer, path, { 'title.fi': `Askel ${nth}` }))
  await app.close()
  const all = took.slice(WARM_UP)
  return {
    journey,
    ...{ 'p50 ms': at(all, 'ms', 0.5), 'p95 ms': at(all, 'ms', 0.95) },
    ...{ 'p50 CPU ms': at(all, 'cpu', 0.5), 'p95 CPU ms': at(all, 'cpu', 0.95) },
  }
}

type Took = { readonly ms: number; readonly cpu: number }

function at(all: readonly Took[], which: keyof Took, share: number): number {
  const sorted = all.map((one) => one[which]).toSorted((one, other) => one - other)
  return Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
}

/** Until the answer is there whole; what the processor did is the steadier figure on a busy machine. */
async function save(designer: Browser, path: string, changed: Fields): Promise<Took> {
  const page = await open(designer, path)
  const beside = all(page.main, ({ attributes }) => attributes.name === 'has')
  const has = beside.map(({ attributes }) => attributes.value ?? '')
  const sent = { ...valuesIn(formIn(page, 'draft')), has, ...changed }
  const from = performance.now()
  const before = process.cpuUsage()
  const response = await designer.post(path, sent, { 'hx-request': 'true' })
  await response.text()
  const { user, system } = process.cpuUsage(before)
  if (response.status !== 200) throw new Error(`a field was not saved: ${response.status}`)
  return { ms: performance.now() - from, cpu: (user + system) / 1000 }
}

/** The same journey with its last steps told again under other names, until it has so many. */
function withSteps(
  { definition, personas }: { readonly definition: Definition; readonly personas: readonly Persona[] },
  count: number,
): [Definition, readonly Persona[]] {
  const [first = '', track] = Object.entries(definition.tracks).at(-1) ?? []
  const like = track?.steps.findLast(({ kind }) => kind === 'task' || kind === 'info')
  if (!track || !like) throw new Error('no step to tell again')
  const { was: _, shares: __, ...step } = like
  const more = Array.from({ length: count - stepsOf(definition).length }, (_, nth) => ({
    ...step,
    id: `${like.id}-${nth}`,
  }))
  const tracks = { ...definition.tracks, [first]: { ...track, steps: [...track.steps, ...more] } }
  return [{ ...definition, tracks }, personas]
}

function stepsOf({ tracks }: Definition): StepKey[] {
  return Object.entries(tracks).flatMap(([track, { steps }]) => steps.map(({ id }): StepKey => `${track}/${id}`))
}

if (import.meta.main) await studioSaves()
