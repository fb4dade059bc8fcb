import type { Common } from '#feedback/opinion-map/consensus.ts'
import type { Counts } from '#feedback/opinion-map/group-votes.ts'
import { inIdOrder, isNumber } from '#feedback/opinion-map/id-order.ts'
import type { OpinionMap } from '#feedback/opinion-map/opinion-map.ts'
import type { PolisComment } from '#feedback/opinion-map/polis-export.ts'
import type { Representative } from '#feedback/opinion-map/repness.ts'
import type { Stability } from '#feedback/opinion-map/stability.ts'
import { sharesOf } from '#feedback/opinion-map/uncertainty.ts'

/** An opinion map under the names that other tools for Polis data use. Objects are keyed by id, lists follow `tids`. */
export function mapAsJson(map: OpinionMap, comments: readonly PolisComment[], steady: Stability | undefined) {
  return {
    ...sizes(map, comments),
    ...people(map),
    ...grouping(map, steady),
    ...statements(map),
  }
}

function sizes({ matrix, counted }: OpinionMap, comments: readonly PolisComment[]) {
  const { rows, width, columns, participants, statements } = matrix
  const cells = rows * width
  return {
    n_participants: rows,
    n_statements: width,
    n_statements_total: comments.length || width,
    n_votes: columns.length,
    n_votes_dropped: matrix.log.dropped,
    n_in_conv: counted.length,
    density: cells === 0 ? 0 : columns.length / cells,
    mod_out: idsOf(comments.filter(({ moderated, isMeta }) => moderated === -1 || isMeta)),
    meta_tids: idsOf(comments.filter(({ isMeta }) => isMeta)),
    pids: participants.map(plain),
    tids: statements.map(plain),
  }
}

function people({ matrix, counted, pca, places, statementPlaces, extremity }: OpinionMap) {
  return {
    in_conv: Array.from(counted, (row) => plain(matrix.participants[row]!)),
    pca: {
      center: [...pca.center],
      comps: pca.components.map((component) => [...component]),
      eigenvalues_of_CtC: pca.eigenvalues,
      comment_projection: matrix.statements.map((_, column) => pairAt(statementPlaces, column)),
      comment_extremity: [...extremity],
    },
    projections: keyed(matrix.participants, (row) => pairAt(places, row)),
  }
}

function grouping({ matrix, groups }: OpinionMap, steady: Stability | undefined) {
  const { ids, of, centres } = groups
  return {
    k: ids.length,
    silhouettes: Object.fromEntries(groups.silhouettes),
    group_sizes: keyed(ids, (group) => groups.sizes[group]!),
    group_centers: keyed(ids, (group) => [centres.x[group]!, centres.y[group]!]),
    participant_group: Object.fromEntries(
      matrix.participants.flatMap((id, row) => (of[row]! < 0 ? [] : [[id, plain(ids[of[row]!]!)]])),
    ),
    grouping: { minimum: groups.floor, counted: groups.counted, silhouette_measured_on: groups.measuredOn },
    ...(steady ? { stability: stabilityAsJson(ids, steady) } : {}),
  }
}

function stabilityAsJson(
  ids: readonly string[],
  { resamples, drawn, rand, level, numbers, together, apart }: Stability,
) {
  return {
    ...{ resamples, drawn, ari: rand, level, apart },
    k: Object.fromEntries(numbers),
    together: keyed(ids, (group) => together[group]!),
  }
}

function statements({ matrix, groups, groupVotes, ...map }: OpinionMap) {
  const ids = matrix.statements
  const entry = (common: Common) => commonAsJson(common, ids)
  return {
    repness: keyed(groups.ids, (group) => map.representative[group]!.map((one) => representativeAsJson(one, ids))),
    consensus: { agree: map.consensus.agree.map(entry), disagree: map.consensus.disagree.map(entry) },
    group_aware_consensus: keyed(ids, (column) => map.groupConsensus[column]!),
    group_votes: keyed(groups.ids, (group) => keyed(ids, (column) => countsAt(groupVotes[group]!, column))),
    comment_priorities: keyed(ids, (column) => map.priorities[column]!),
    shares: keyed(ids, (column) => sharesAt(map.votes, column)),
    group_shares: keyed(groups.ids, (group) => keyed(ids, (column) => sharesAt(groupVotes[group]!, column))),
  }
}

function representativeAsJson(one: Representative, ids: readonly string[]) {
  return {
    tid: plain(ids[one.column]!),
    n_success: one.success,
    n_trials: one.trials,
    p_success: one.share,
    p_test: one.shareTest,
    repness: one.ratio,
    repness_test: one.ratioTest,
    repful_for: one.side,
    ...(one.bestAgree ? { n_agree: one.bestAgree.agreed, best_agree: true } : {}),
  }
}

function commonAsJson({ column, success, trials, share, test }: Common, ids: readonly string[]) {
  return { tid: plain(ids[column]!), n_success: success, n_trials: trials, p_success: share, p_test: test }
}

function countsAt({ agree, disagree, seen }: Counts, column: number) {
  return { A: agree[column]!, D: disagree[column]!, S: seen[column]! }
}

function sharesAt({ agree, disagree, seen }: Counts, column: number) {
  return sharesOf({ agree: agree[column]!, disagree: disagree[column]!, seen: seen[column]! })
}

function pairAt(places: Float64Array, at: number): [number, number] {
  return [places[2 * at]!, places[2 * at + 1]!]
}

function keyed<T>(ids: readonly string[], value: (at: number) => T): Record<string, T> {
  return Object.fromEntries(ids.map((id, at) => [id, value(at)]))
}

function idsOf(comments: readonly PolisComment[]): (string | number)[] {
  return inIdOrder(comments.map(({ id }) => id)).map(plain)
}

/** Polis numbers its participants, statements and groups; ours may have names. */
function plain(id: string): string | number {
  return isNumber(id) ? Number(id) : id
}
