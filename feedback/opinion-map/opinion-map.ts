import { type Consensus, consensus } from './consensus.ts'
import { extremity, statementProjections } from './extremity.ts'
import { givenGroups } from './given-groups.ts'
import { groupAwareConsensus } from './group-consensus.ts'
import { type Counts, groupVotes, together, votesOf } from './group-votes.ts'
import { findGroups, type Grouping } from './groups.ts'
import { grownMatrix } from './grown-matrix.ts'
import { type Pca, pca } from './pca.ts'
import { priorities } from './priorities.ts'
import { projections } from './projection.ts'
import { type Rating, rating } from './rating.ts'
import { type Representative, representative } from './repness.ts'
import { type Vote, VoteLog } from './vote-log.ts'
import type { VoteMatrix } from './vote-matrix.ts'
import { whoCounts } from './who-counts.ts'

export type MapOptions = {
  /** statements a moderator took out; they keep their column and place nobody */
  readonly moderatedOut?: Iterable<string> | undefined
  /** statements about the conversation or the people: treated as taken out, and shown first */
  readonly meta?: Iterable<string> | undefined
  /** the fewest people in a group: 5 unless told, never below 3 */
  readonly minimumGroup?: number | undefined
  /** participant to group: everything after grouping is computed from these */
  readonly groups?: ReadonlyMap<string, string> | undefined
  /** participants who counted in an earlier map and go on counting */
  readonly counted?: Iterable<string> | undefined
  /** an earlier map of the same conversation: the same result, sooner */
  readonly warm?: OpinionMap | undefined
}

/**
 * Rows are `matrix.participants` and columns `matrix.statements`, both in id order. `places` and `statementPlaces` hold x
 * and y in turn; `extremity`, `groupConsensus` and `priorities` a number per column; `counted` the rows that count.
 * `votes` are everybody's with moderated-out statements left out; `groupVotes` follow `groups.ids` and leave nothing out.
 */
export type OpinionMap = {
  readonly matrix: VoteMatrix
  readonly rating: Rating
  readonly isMeta: Uint8Array
  readonly counted: Int32Array
  readonly pca: Pca
  readonly places: Float64Array
  readonly statementPlaces: Float64Array
  readonly extremity: Float64Array
  readonly groups: Grouping
  readonly votes: Counts
  readonly groupVotes: readonly Counts[]
  readonly representative: readonly (readonly Representative[])[]
  readonly consensus: Consensus
  readonly groupConsensus: Float64Array
  readonly priorities: Float64Array
}

const WORTH_WARMING = 10_000
/** a digit finer than what the places are rounded to before groups are looked for */
const WARM_ACCURACY = 1e-7

/**
 * The whole map of a conversation from its votes: who stands where, which groups there are, what tells them apart, what
 * is common, what to show next. Pure and repeatable: the same votes give the same map in whatever order they come, cold or
 * warm. No vote, one participant or one statement give an empty or flat map without groups, never NaN. Where there are no
 * groups, group consensus and priorities take all who count as one. Throws a RangeError for a vote that is not -1, 0 or 1.
 *
 * `votes`: any order if they carry `at`, else as cast; the last one per participant and statement holds. Hand over a
 * `VoteLog` to add to it later. Time is linear in the votes, memory about 60 bytes a vote. How steady the groups are, at
 * many times the cost, says `stability`. Source: the Polis mathematics as described by its authors (Small and others,
 * Polis: scaling deliberation by mapping high dimensional opinion spaces, RECERCA 26 (2021)), groups by our own method.
 */
export function opinionMap(votes: Iterable<Vote> | VoteLog, options: MapOptions = {}): OpinionMap {
  const matrix = grownMatrix(votes instanceof VoteLog ? votes : VoteLog.of(votes), options.warm?.matrix)
  const isMeta = marked(matrix.statements, options.meta)
  const isOut = marked(matrix.statements, options.moderatedOut).map((out, column) => out | isMeta[column]!)
  const rated = rating(matrix, isOut)
  const counted = whoCounts(matrix, rowsOf(matrix, options.counted))
  const earlier = earlierBasis(options.warm, matrix)
  const votesOfAll = votesOf(rated)
  const plane = pca(rated, earlier, earlier && WARM_ACCURACY, votesOfAll)
  const places = projections(rated, plane)
  const groups = options.groups
    ? givenGroups(matrix.participants, places, options.groups)
    : findGroups(places, counted, { minimum: options.minimumGroup })
  const statementPlaces = statementProjections(plane)
  const far = extremity(statementPlaces)
  const votesByGroup = groupVotes(matrix, groups.of, groups.ids.length)
  const audience = votesByGroup.length > 0 ? votesByGroup : [votesOf(matrix, counted)]
  return {
    matrix,
    rating: rated,
    isMeta,
    counted,
    pca: plane,
    places,
    statementPlaces,
    extremity: far,
    groups,
    votes: votesOfAll,
    groupVotes: votesByGroup,
    representative: representative(votesByGroup, isOut),
    consensus: consensus(votesOfAll, isOut),
    groupConsensus: groupAwareConsensus(audience, matrix.width),
    priorities: priorities(together(audience, matrix.width), far, isMeta),
  }
}

function marked(ids: readonly string[], chosen: Iterable<string> = []): Uint8Array {
  const wanted = new Set(chosen)
  return Uint8Array.from(ids, (id) => Number(wanted.has(id)))
}

function rowsOf({ participants }: VoteMatrix, chosen: Iterable<string> = []): number[] {
  const wanted = new Set(chosen)
  return wanted.size === 0 ? [] : participants.flatMap((id, row) => (wanted.has(id) ? [row] : []))
}

/**
 * The earlier directions over today's columns, 0 for new ones. None where there is little to save: directions of equal
 * weight, as small conversations have, would depend on what came before.
 */
function earlierBasis(warm: OpinionMap | undefined, { statements, columns }: VoteMatrix): Float64Array[] | undefined {
  if (!warm || columns.length < WORTH_WARMING) return undefined
  const columnOf = new Map(warm.matrix.statements.map((id, column) => [id, column]))
  const earlier = statements.map((id) => columnOf.get(id))
  return warm.pca.basis.map((one) => Float64Array.from(earlier, (column) => (column === undefined ? 0 : one[column]!)))
}
