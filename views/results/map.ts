import type { Standing } from '#feedback/opinion-map/summary.ts'
import type { ResultGroup, ResultStatement, Results } from '#src/review/opinion-results.ts'
import { type Cell, scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'

const SIZE = 340
const MIDDLE = SIZE / 2
const EDGE = 150
const LEAST_CIRCLE = 22
/** the room a number needs */
const BESIDE = 35
const BELOW = 29

type Point = readonly [number, number]

/** The map drawn: groups as circles, telling statements as numbers, the reader's own place; and its twin, a table of the same. */
export function map(reader: Reader, results: Results, standing: Standing | undefined): Html {
  const text = reader.words.results
  const statements = told(results)
  return html`<section><h2 class="govuk-heading-m" id="map">${text.map}</h2>
<p class="govuk-body">${text.mapLead}</p>
${drawing(reader, results, statements, standing)}
${twin(reader, results, statements, standing)}</section>`
}

/** Those that tell the groups apart, once each. */
function told({ groups }: Results): readonly ResultStatement[] {
  const all = groups.flatMap(({ agrees, disagrees }) => [...agrees, ...disagrees])
  return [...new Map(all.map((one) => [one.id, one])).values()].toSorted((one, other) => one.number - other.number)
}

function drawing(
  reader: Reader,
  { groups }: Results,
  statements: readonly ResultStatement[],
  standing: Standing | undefined,
): Html {
  const text = reader.words.results
  const scale = EDGE / furthest([...groups.map(({ centre, spread }) => reach(centre) + spread), reach(standing?.at)])
  const far = furthest(statements.map(({ at }) => reach(at)))
  const letters = groups.map(({ centre }) => onPaper(centre, scale))
  const marks = apart(
    statements.map(({ at }) => onPaper(at, EDGE / far)),
    letters,
  )
  return html`<svg class="polku-map" viewBox="0 0 ${SIZE} ${SIZE}" role="group" aria-label="${text.map}">
<line x1="${MIDDLE}" y1="6" x2="${MIDDLE}" y2="${SIZE - 6}"></line><line x1="6" y1="${MIDDLE}" x2="${SIZE - 6}" y2="${MIDDLE}"></line>
${groups.map((group) => circle(reader, group, scale))}
${statements.map((statement, i) => number(reader, statement, marks[i]!))}
${standing && you(reader, onPaper(standing.at, scale))}
</svg>`
}

function circle(reader: Reader, { letter, size, centre, spread }: ResultGroup, scale: number): Html {
  const text = reader.words.results
  const [x, y] = onPaper(centre, scale)
  const radius = Math.max(LEAST_CIRCLE, Math.round(spread * scale))
  return html`<a href="#group-${letter}" aria-label="${text.group(letter)}, ${text.people(size)}"><circle cx="${x}" cy="${y}" r="${radius}"></circle><text x="${x}" y="${y + 8}" class="polku-map-letter">${letter}</text></a>`
}

function number(reader: Reader, { number: n }: ResultStatement, [x, y]: Point): Html {
  return html`<a href="#statement-${n}" aria-label="${reader.words.results.statementNumber(n)}"><rect x="${x - 17}" y="${y - 14}" width="34" height="28" rx="4"></rect><text x="${x}" y="${y + 6}">${n}</text></a>`
}

function you({ words }: Reader, [x, y]: Point): Html {
  return html`<g class="polku-map-you" aria-hidden="true"><path d="M ${x - 8} ${y} H ${x + 8} M ${x} ${y - 8} V ${y + 8}"></path><text x="${x}" y="${y - 12}">${words.results.you}</text></g>`
}

/** The same as the drawing, for those who do not see it or want the numbers. */
function twin(
  reader: Reader,
  { groups }: Results,
  statements: readonly ResultStatement[],
  standing: Standing | undefined,
): Html {
  const text = reader.words.results
  const place = (name: string, [x, y]: Point): Cell[] =>
    [x, y].map((n, at) => ({
      text: rounded(n),
      format: 'numeric',
      attributes: { 'data-figure': `map/${name}/${at === 0 ? 'x' : 'y'}` },
    }))
  const rows: Cell[][] = [
    ...groups.map(({ letter, size, centre }): Cell[] => [
      { text: html`<a class="govuk-link" href="#group-${letter}">${text.group(letter)}</a>` },
      { text: String(size), format: 'numeric', attributes: { 'data-figure': `map/${letter}/people` } },
      ...place(letter, centre),
    ]),
    ...(standing ? [[{ text: text.you }, {}, ...place('you', standing.at)]] : []),
    ...statements.map((one): Cell[] => [
      { text: html`<span id="statement-${one.number}">${one.number}. ${saidIn(reader.language, one.words)}</span>` },
      {},
      ...place(one.id, one.at),
    ]),
  ]
  const head: Cell[] = [
    { text: text.mapWhat },
    ...[text.mapPeople, text.mapAcross, text.mapUp].map((name): Cell => ({ text: name, format: 'numeric' })),
  ]
  return scrollableTable({ caption: text.mapTable, firstCellIsHeader: true, head, rows })
}

function rounded(n: number): string {
  return (Math.round(n * 10) / 10 + 0).toFixed(1)
}

function reach(at: Point | undefined): number {
  return at ? Math.hypot(...at) : 0
}

/** So that everybody fits; where all stand in the middle there is nothing to fit. */
function furthest(all: readonly number[]): number {
  return Math.max(1e-9, ...all)
}

/** Up on paper is less, not more. */
function onPaper([x, y]: Point, scale: number): Point {
  return [Math.round(MIDDLE + x * scale), Math.round(MIDDLE - y * scale)]
}

/** Moves what would lie on another, or on a letter, a little up or down, so that everything can be read. */
function apart(points: readonly Point[], letters: readonly Point[]): readonly Point[] {
  const placed: Point[] = [...letters]
  for (const [x, y] of points) {
    let shift = 0
    const isTaken = () =>
      placed.some(([px, py]) => Math.abs(px - inside(x)) < BESIDE && Math.abs(py - inside(y + shift)) < BELOW)
    for (let nth = 1; isTaken() && nth < 40; nth++) shift = Math.ceil(nth / 2) * 7 * (nth % 2 === 0 ? 1 : -1)
    placed.push([inside(x), inside(y + shift)])
  }
  return placed.slice(letters.length)
}

function inside(at: number): number {
  return Math.min(SIZE - 18, Math.max(18, at))
}
