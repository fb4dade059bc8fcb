import { seeded } from '#feedback/opinion-map/seeded.ts'
import { adoptionOf, SIDES } from '#feedback/weighing/reasons.ts'
import { serve } from '#feedback/weighing/serving.ts'

/**
 * People weigh one after another; five reasons are there from the start and the others come in the first half. Each
 * reason has a planted appeal, the chance that whoever sees it takes it: from 0.05 to 0.60 in even steps, dealt out by the
 * seed. Answers Spearman's correlation of the planted
 * appeal with the ranking, and how often the least seen reason was shown.
 */
export function weighed(people: number, reasons: number, seed: number): { spearman: number; leastShown: number } {
  const draw = seeded(seed)
  const dealt = Array.from({ length: reasons }, (_, i) => ({ appeal: 0.05 + (0.55 * i) / (reasons - 1), at: draw() }))
  dealt.sort((one, other) => one.at - other.at)
  const all = dealt.map(({ appeal }, i) => ({
    id: `r${i}`,
    side: SIDES[i % SIDES.length] ?? 'for',
    appeal,
    exposed: 0,
    adopted: 0,
    comesAt: i < 5 ? 0 : Math.floor(((i - 4) * people) / 2 / (reasons - 5)),
  }))
  for (let person = 0; person < people; person++) {
    const here = all.filter(({ comesAt }) => comesAt <= person)
    for (const reason of serve(here, `${seed} ${person}`)) {
      reason.exposed += 1
      if (draw() < reason.appeal) reason.adopted += 1
    }
  }
  const spearman = rankCorrelation(
    all.map(({ appeal }) => appeal),
    all.map((reason) => adoptionOf(reason)),
  )
  return { spearman, leastShown: Math.min(...all.map(({ exposed }) => exposed)) }
}

function rankCorrelation(one: readonly number[], other: readonly number[]): number {
  const [x, y] = [ranks(one), ranks(other)]
  const middle = (one.length + 1) / 2
  const product = x.reduce((sum, rank, i) => sum + (rank - middle) * ((y[i] ?? 0) - middle), 0)
  const square = (all: readonly number[]) => all.reduce((sum, rank) => sum + (rank - middle) ** 2, 0)
  return product / Math.sqrt(square(x) * square(y))
}

/** Equal numbers share the mean of their ranks. */
function ranks(numbers: readonly number[]): readonly number[] {
  return numbers.map((own) => {
    const below = numbers.filter((one) => one < own).length
    const same = numbers.filter((one) => one === own).length
    return below + (same + 1) / 2
  })
}
