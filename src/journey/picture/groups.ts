import type { Spot } from './swimlanes.ts'

/** Something that has several others under it, such as a giver and what is given; heights in px. */
export type Group = {
  readonly id: string
  readonly head: number
  readonly items: readonly { key: string; height: number }[]
}
export type GroupLayout = {
  readonly width: number
  readonly height: number
  readonly heads: ReadonlyMap<string, Spot>
  readonly spots: ReadonlyMap<string, Spot>
  /** one line for every item: SVG path data from the head of its group to the item */
  readonly arrows: readonly string[]
}

const INDENT = 26
const GAP = 10
const GROUP_GAP = 26
const COLUMN_GAP = 30

/**
 * Groups in `columns` columns, each put under the column that is shortest so far, in order; `boxWidth` in px is the width
 * of an item, a head is wider by the indent.
 */
export function groupLayout(groups: readonly Group[], columns: number, boxWidth: number): GroupLayout {
  const heads = new Map<string, Spot>()
  const spots = new Map<string, Spot>()
  const ends = Array.from({ length: columns }, () => 0)
  const pitch = boxWidth + INDENT + COLUMN_GAP
  const arrows: string[] = []
  for (const { id, head, items } of groups) {
    const column = ends.indexOf(Math.min(...ends))
    const x = 1 + column * pitch
    let y = (ends[column] ?? 0) + (ends[column] ? GROUP_GAP : 1)
    heads.set(id, { x, y, width: boxWidth + INDENT, height: head })
    const bottom = y + head
    y = bottom + GAP
    for (const { key, height } of items) {
      spots.set(key, { x: x + INDENT, y, width: boxWidth, height })
      arrows.push(`M${x + 10} ${bottom}V${y + 18}H${x + INDENT - 1}`)
      y += height + GAP
    }
    ends[column] = y - GAP
  }
  return { width: columns * pitch - COLUMN_GAP + 2, height: Math.max(...ends) + 2, heads, spots, arrows }
}
