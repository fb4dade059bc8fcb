import type { Words } from '../definition.ts'
import { type Box, boxOf } from './box.ts'
import { type GroupLayout, groupLayout } from './groups.ts'
import type { DrawnStep, Giver, Strand } from './strands.ts'
import { type Layout, swimlanes } from './swimlanes.ts'

/** The words of a drawing in one language. */
export type DrawnWords = {
  readonly said: (words: Words) => string
  readonly party: (id: string) => string
  readonly data: (id: string) => string
  readonly basis: (basis: Giver['gives'][number]['share']['basis']) => string
  readonly after: (numbers: readonly string[]) => string
  readonly counts: (gives: number, gets: number) => string
  /** what is remarked of a step under its title, such as that it is new */
  readonly mark?: (key: string) => string | undefined
}
/** As much of a strand as is drawn. */
export type DrawnStrand = Omit<Strand, 'steps'> & {
  readonly steps: readonly (Pick<DrawnStep, 'number' | 'needs'> & {
    readonly place: Pick<DrawnStep['place'], 'key' | 'step'>
  })[]
}
/** For which width of a page a layout is meant. One that serves two of them is drawn once. */
export type PageWidth = 'narrow' | 'middle' | 'wide'
/** Boxes with their words, drawn once and placed in every layout by their keys. Everything in px. */
export type Drawing<L> = {
  readonly heads: ReadonlyMap<string, Box>
  readonly boxes: ReadonlyMap<string, Box>
  readonly boxWidth: number
  readonly headWidth: number
  readonly layouts: readonly { readonly widths: readonly PageWidth[]; readonly layout: L }[]
}

const STEP_WIDTH = 178
const SHARE_WIDTH = 232
const GIVER_WIDTH = SHARE_WIDTH + 26
const LANES = { narrow: 1, middle: 3, wide: 6 }
const GROUPS = { narrow: 1, middle: 2, wide: 4 }

/** The journey, strand by strand: who does each step under its title, and what it waits for. */
export function strandDrawing(strands: readonly DrawnStrand[], words: DrawnWords): Drawing<Layout> {
  const numbers = new Map(strands.flatMap(({ steps }) => steps.map(({ place, number }) => [place.key, number])))
  const heads = new Map(
    strands.map(({ id, number, title }) => [
      id,
      boxOf([{ text: `${number} ${words.said(title)}`, style: 'title' }], STEP_WIDTH),
    ]),
  )
  const boxes = new Map(
    strands
      .flatMap(({ steps }) => steps)
      .map(({ place: { key, step }, number, needs }) => {
        const parties = step.kind === 'question' ? [] : [step.provider].flat()
        const notes = [
          words.mark?.(key) ?? '',
          parties.map(words.party).join(', '),
          needs.length > 0 ? words.after(needs.map((need) => numbers.get(need) ?? '')) : '',
        ].filter((text) => text !== '')
        const title = { text: `${number} ${words.said(step.title)}`, style: 'title' as const }
        return [key, boxOf([title, ...notes.map((text) => ({ text, style: 'note' as const }))], STEP_WIDTH)]
      }),
  )
  const lanes = strands.map(({ id, steps }) => ({
    id,
    head: heads.get(id)?.height ?? 0,
    items: steps.map(({ place: { key }, needs }) => ({ key, height: boxes.get(key)?.height ?? 0, needs })),
  }))
  const others = Math.max(1, strands.length - 1)
  const layouts = byWidth(LANES, others, (across) => swimlanes(lanes, across, STEP_WIDTH))
  return { heads, boxes, boxWidth: STEP_WIDTH, headWidth: STEP_WIDTH, layouts }
}

/** Who gives what to whom: under every giver one box for each hand-over, with its receiver, its data and its basis. */
export function sharingDrawing(givers: readonly Giver[], words: DrawnWords): Drawing<GroupLayout> {
  const heads = new Map(
    givers.map(({ party, gives, gets }) => {
      const name = { text: words.party(party), style: 'title' as const }
      const counts = { text: words.counts(gives.length, gets), style: 'note' as const }
      return [party, boxOf([name, counts], GIVER_WIDTH)]
    }),
  )
  const boxes = new Map(
    givers
      .flatMap(({ gives }) => gives)
      .map(({ key, number, share }) => [
        key,
        boxOf(
          [
            { text: `→ ${words.party(share.to)}`, style: 'title' },
            { text: share.data.map(words.data).join(', '), style: 'note' },
            { text: `${words.basis(share.basis)} (${number})`, style: 'note' },
          ],
          SHARE_WIDTH,
        ),
      ]),
  )
  const groups = givers.map(({ party, gives }) => ({
    id: party,
    head: heads.get(party)?.height ?? 0,
    items: gives.map(({ key }) => ({ key, height: boxes.get(key)?.height ?? 0 })),
  }))
  const layouts = byWidth(GROUPS, givers.length, (columns) => groupLayout(groups, columns, SHARE_WIDTH))
  return { heads, boxes, boxWidth: SHARE_WIDTH, headWidth: GIVER_WIDTH, layouts }
}

/** One layout for every number of columns that a width of page calls for; never more columns than there is to put in them. */
function byWidth<L>(
  wanted: Readonly<Record<PageWidth, number>>,
  most: number,
  layoutFor: (columns: number) => L,
): Drawing<L>['layouts'] {
  const widths = (['narrow', 'middle', 'wide'] as const).map((width) => ({
    width,
    columns: Math.max(1, Math.min(wanted[width], most)),
  }))
  return [...Map.groupBy(widths, ({ columns }) => columns)].map(([columns, same]) => ({
    widths: same.map(({ width }) => width),
    layout: layoutFor(columns),
  }))
}
