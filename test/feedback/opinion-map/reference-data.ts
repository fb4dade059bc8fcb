import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type MapOptions, opinionMap } from '#feedback/opinion-map/opinion-map.ts'
import { commentsFile, participantsVotesFile, votesFile } from '#feedback/opinion-map/polis-export.ts'
import { PROJECT } from '../../support/project.ts'

const FOLDER = join(process.env.POLKU_TEST_DATA ?? join(PROJECT, '..', 'shared', 'data'), 'opinion')
const NAMES = [
  'london.youth.policing',
  'brexit-consensus',
  '15-per-hour-seattle',
  'scoop-hivemind.biodiversity',
] as const

const Common = z.object({
  tid: z.number(),
  n_success: z.number(),
  n_trials: z.number(),
  p_success: z.number(),
  p_test: z.number(),
})
const Representative = Common.extend({
  repness: z.number(),
  repness_test: z.number(),
  repful_for: z.enum(['agree', 'disagree']),
  n_agree: z.number().optional(),
  best_agree: z.boolean().optional(),
})
const numbers = z.array(z.number())
const byId = z.record(z.string(), z.number())
const Reference = z.object({
  n_participants: z.number(),
  n_statements: z.number(),
  n_statements_total: z.number(),
  n_votes: z.number(),
  n_in_conv: z.number(),
  density: z.number(),
  mod_out: numbers,
  meta_tids: numbers,
  pids: numbers,
  tids: numbers,
  in_conv: numbers,
  pca: z.object({
    center: numbers,
    comps: z.array(numbers),
    eigenvalues_of_CtC: numbers,
    comment_projection: z.array(numbers),
    comment_extremity: numbers,
  }),
  projections: z.record(z.string(), numbers),
  k: z.number(),
  group_sizes: byId,
  participant_group: byId,
  repness: z.record(z.string(), z.array(Representative)),
  consensus: z.object({ agree: z.array(Common), disagree: z.array(Common) }),
  group_aware_consensus: byId,
  group_votes: z.record(z.string(), z.record(z.string(), z.object({ A: z.number(), D: z.number(), S: z.number() }))),
  comment_priorities: byId,
})

/** The four real conversations, or none where the folder of test data is not there; says so loudly, once. */
export const conversations = existsSync(FOLDER) ? NAMES.map(conversation) : []
if (conversations.length === 0) console.warn(`SKIPPED: no real conversations to compare with, ${FOLDER} is not there`)

function conversation(name: string) {
  const folder = join(FOLDER, name)
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const comments = [...commentsFile([text('comments.csv')])]
  const options: MapOptions = {
    moderatedOut: comments.filter(({ moderated }) => moderated === -1).map(({ id }) => id),
    meta: comments.filter(({ isMeta }) => isMeta).map(({ id }) => id),
  }
  const votes = [...votesFile([text('votes.csv')])]
  const reference = Reference.parse(JSON.parse(text('reference.json')))
  const groups = new Map(Object.entries(reference.participant_group).map(([id, group]) => [id, String(group)]))
  return {
    name,
    folder,
    comments,
    options,
    votes,
    reference,
    groups,
    finalVotes: [...participantsVotesFile([text('participants-votes.csv')])],
    map: (more: MapOptions = {}) => opinionMap(votes, { ...options, ...more }),
  }
}
