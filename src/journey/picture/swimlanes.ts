/** A lane and what stands in it, in order; heights in px. `needs` are keys that come first, wherever they stand. */
export type Lane = {
  readonly id: string
  readonly head: number
  readonly items: readonly { readonly key: string; readonly height: number; readonly needs: readonly string[] }[]
}
export type Spot = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** Places in px. `flows` are the lines along each lane, `needs` one arrow for every need: SVG path data. */
export type Layout = {
  readonly width: number
  readonly height: number
  readonly heads: ReadonlyMap<string, Spot>
  readonly spots: ReadonlyMap<string, Spot>
  readonly flows: readonly string[]
  readonly needs: readonly { readonly from: string; readonly to: string; readonly path: string }[]
}

const GAP = 24
const HEAD_GAP = 17
const GUTTER = 14
const CHANNEL = 5
const BAND_GAP = 34

/**
 * Swimlanes, at most `across` beside each other, further ones below. The first lane, the situation, is a band of its own on
 * top, since it comes first for everybody. A step stands lower than every step of its band that it needs, and steps in
 * one row begin at the same height. Arrows run in the gaps between the boxes only. Columns and rows depend on the order
 * of lanes and steps alone. `boxWidth` in px is the width of every box.
 */
export function swimlanes(lanes: readonly Lane[], across: number, boxWidth: number): Layout {
  const cells = cellsOf(lanes, across)
  const arrows = arrowsOf(lanes, cells)
  const columns = columnsOf(across, arrows, boxWidth)
  const placed = placedIn(lanes, cells, columns, boxWidth)
  const paths = arrows.map(({ from, to, gutter, channel }) => ({
    from,
    to,
    path: arrowPath(placed.spots, from, to, columns[gutter]!.end + GUTTER / 2 + channel * CHANNEL, channel),
  }))
  const width = columns.at(-1)?.next ?? 0
  return { ...placed, width, flows: flowsOf(lanes, placed.spots), needs: paths }
}

/** Where a step stands: which band, which column, which row of the band. */
type Cell = { readonly band: number; readonly column: number; readonly row: number }

function cellsOf(lanes: readonly Lane[], across: number): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>()
  const [situation, ...others] = lanes
  situation?.items.forEach(({ key }, i) => {
    cells.set(key, { band: 0, column: i % across, row: Math.floor(i / across) })
  })
  const columnOf = new Map(others.map(({ id }, i) => [id, { band: 1 + Math.floor(i / across), column: i % across }]))
  for (const lane of others) for (const { key } of lane.items) cells.set(key, { ...columnOf.get(lane.id)!, row: 0 })
  lower(others, cells)
  return cells
}

/** Lets every step sink below what comes before it. As many rounds as steps: a circle, which no published journey has, ends too. */
function lower(lanes: readonly Lane[], cells: Map<string, Cell>): void {
  const all = lanes.flatMap(({ items }) => items.map((item, i) => ({ ...item, before: items[i - 1]?.key })))
  for (let round = 0, hasMoved = true; hasMoved && round < all.length; round += 1) {
    hasMoved = false
    for (const { key, needs, before } of all) {
      const cell = cells.get(key)!
      const above = [...needs, ...(before === undefined ? [] : [before])].flatMap((one) => cells.get(one) ?? [])
      const row = Math.max(0, ...above.filter(({ band }) => band === cell.band).map((one) => one.row + 1))
      if (row <= cell.row) continue
      cells.set(key, { ...cell, row })
      hasMoved = true
    }
  }
}

type Arrow = { readonly from: string; readonly to: string; readonly gutter: number; readonly channel: number }

/** Every arrow leaves on the side where it goes, in a channel of its own. */
function arrowsOf(lanes: readonly Lane[], cells: ReadonlyMap<string, Cell>): readonly Arrow[] {
  const used = new Map<number, number>()
  return lanes
    .flatMap(({ items }) => items)
    .flatMap(({ key: to, needs }) => needs.map((from) => ({ from, to })))
    .filter(({ from }) => cells.has(from))
    .map(({ from, to }) => {
      const [start, end] = [cells.get(from)!.column, cells.get(to)!.column]
      const gutter = end < start ? start - 1 : start
      const channel = used.get(gutter) ?? 0
      used.set(gutter, channel + 1)
      return { from, to, gutter, channel }
    })
}

type Column = { readonly x: number; readonly end: number; readonly next: number }

function columnsOf(across: number, arrows: readonly Arrow[], boxWidth: number): readonly Column[] {
  let x = 1
  return Array.from({ length: across }, (_, i) => {
    const channels = arrows.filter(({ gutter }) => gutter === i).length
    const own = { x, end: x + boxWidth, next: x + boxWidth + GUTTER + channels * CHANNEL }
    x = own.next
    return own
  })
}

function placedIn(
  lanes: readonly Lane[],
  cells: ReadonlyMap<string, Cell>,
  columns: readonly Column[],
  boxWidth: number,
): Pick<Layout, 'heads' | 'spots' | 'height'> {
  const heads = new Map<string, Spot>()
  const spots = new Map<string, Spot>()
  const items = lanes.flatMap((lane) => lane.items.map((item) => ({ ...item, lane, cell: cells.get(item.key)! })))
  let y = 0
  for (const [, inBand] of Map.groupBy(items, ({ cell }) => cell.band)) {
    const headHeight = Math.max(...inBand.map(({ lane }) => lane.head))
    for (const { lane, cell } of inBand)
      if (!heads.has(lane.id))
        heads.set(lane.id, { x: columns[cell.column]!.x, y, width: boxWidth, height: headHeight })
    y += headHeight + HEAD_GAP
    const rows = Math.max(...inBand.map(({ cell }) => cell.row)) + 1
    for (let row = 0; row < rows; row += 1) {
      const inRow = inBand.filter(({ cell }) => cell.row === row)
      for (const { key, height, cell } of inRow)
        spots.set(key, { x: columns[cell.column]!.x, y, width: boxWidth, height })
      y += Math.max(0, ...inRow.map(({ height }) => height)) + GAP
    }
    y += BAND_GAP - GAP
  }
  return { heads, spots, height: y - BAND_GAP + 2 }
}

/** Out at the side, along the gap beside the column, across in the gap above the target, down into its top. */
function arrowPath(
  spots: ReadonlyMap<string, Spot>,
  from: string,
  to: string,
  gutter: number,
  channel: number,
): string {
  const [start, end] = [spots.get(from)!, spots.get(to)!]
  const side = gutter > start.x ? start.x + start.width : start.x
  const above = end.y - 8 - (channel % 3) * 4
  const into = end.x + Math.round(end.width * 0.8) - (channel % 3) * 8
  return `M${side} ${start.y + Math.round(start.height / 2)}H${gutter}V${above}H${into}V${end.y - 1}`
}

/** From each step to the next of its lane: straight down, or across where the situation stands side by side. */
function flowsOf(lanes: readonly Lane[], spots: ReadonlyMap<string, Spot>): readonly string[] {
  return lanes.flatMap(({ items }) =>
    items.slice(1).flatMap(({ key }, i) => {
      const [start, end] = [spots.get(items[i]!.key)!, spots.get(key)!]
      if (start.x === end.x) return [`M${start.x + 30} ${start.y + start.height}V${end.y - 1}`]
      return start.y === end.y ? [`M${start.x + start.width} ${start.y + 20}H${end.x - 1}`] : []
    }),
  )
}
