import type { ComparedStep } from '#src/review/compare-versions.ts'
import type { StaffReader } from '../account/frame.ts'
import type { Cell } from '../components/table.ts'
import { html } from '../html.ts'

type Compared = ComparedStep['measures'][number]
type Share = Compared['before']

/** One measure of two things that are compared: the share of each, and in a plain sentence whether they differ. */
export function measuredRow(
  { words }: StaffReader,
  { measure, difference }: Pick<Compared, 'measure' | 'difference'>,
  [one, other]: readonly [Share, Share],
): Cell[] {
  const text = words.heat
  const points = (share: number) => Math.round(share * 100)
  const share = ({ k, n }: Share) => html`${points(k / n)} % <span>(${text.of(k, n)})</span>`
  const { by, low, high, verdict } = difference
  const isTold = verdict === 'more' || verdict === 'less'
  const sentence = isTold ? text.compare.verdicts[measure][verdict] : text.compare[verdict]
  return [
    { text: text.measures[measure] },
    { text: share(one), format: 'numeric' },
    { text: share(other), format: 'numeric' },
    {
      text: html`<strong data-verdict="${verdict}">${sentence}</strong>${verdict !== 'few' && html`<br>${text.compare.points(points(by), points(low), points(high))}`}`,
    },
  ]
}
