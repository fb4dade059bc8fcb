import type { DisclosedVotes } from '#feedback/opinion-map/disclosed-votes.ts'
import { sharesOf } from '#feedback/opinion-map/uncertainty.ts'
import { type Html, html } from '../html.ts'
import type { Reader } from '../walk/frame.ts'

const SIDES = ['agree', 'disagree', 'pass'] as const
type Side = (typeof SIDES)[number]

/** How many agree, disagree and passed, each with how exact that is. `name`: what its figures are called. */
export function shareLines(reader: Reader, name: string, votes: DisclosedVotes): Html {
  const text = reader.words.results
  return html`<ul class="govuk-list polku-shares">${SIDES.map((side) => html`<li>${text[side]}: ${shareOf(reader, name, votes, side)}</li>`)}</ul>`
}

export function shareOf({ words }: Reader, name: string, votes: DisclosedVotes, side: Side): Html {
  const text = words.results
  const n = votes[side]
  const figure = `${name}/${side}`
  if (n === undefined || votes.of === undefined)
    return html`<span data-figure="${figure}" data-withheld="true">${text.withheld}</span>`
  if (votes.of === 0) return html`<span data-figure="${figure}">0</span>`
  const { low, high } = sharesOf({ agree: n, disagree: 0, seen: votes.of }).agree
  return html`<span data-figure="${figure}">${n}</span> / ${votes.of}, ${text.interval(percent(low), percent(high))}`
}

export function percent(share: number): number {
  return Math.round(100 * share)
}

/** Whether somewhere a number is left out, so that the page says why. */
export function isAnyWithheld(all: readonly DisclosedVotes[]): boolean {
  return all.some(({ of, agree, disagree, pass }) => [of, agree, disagree, pass].includes(undefined))
}
