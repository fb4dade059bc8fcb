import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import { redact } from '#feedback/redaction.ts'
import { OWN } from '#feedback/statement-id.ts'
import { AppError } from '#src/errors.ts'
import type { WalkDeps } from './deps.ts'
import { findHere } from './here.ts'
import type { ModerationStore } from './moderation-store.ts'
import type { Contribution } from './walk.ts'

type Own = { readonly walk: string; readonly participant: string | undefined; readonly contribution: string }
export type Resent = 'sent' | 'same' | 'empty' | 'too-long' | 'gone'

const LONGEST = 2000
const LONGEST_STATEMENT = 280
const TRIES = 5

/** The author has mended words that were sent back or hidden: they wait for a person again. */
export async function resend(deps: WalkDeps, { text, ...own }: Own & { readonly text: string }): Promise<Resent> {
  for (let tries = 0; tries < TRIES; tries++) {
    const here = await findHere(deps, own.walk, own.participant)
    const said = await hiddenOf(deps, own)
    if (!said) return 'gone'
    const whole = redact(cleaned(text)).text
    const now = said.prompt === OWN ? oneLine(whole) : whole
    if (now === '') return 'empty'
    if (now === said.text) return 'same'
    if (lengthOf(now) > (said.prompt === OWN ? LONGEST_STATEMENT : LONGEST)) return 'too-long'
    const { walk } = here
    const contribution: Contribution = {
      ...{ ...said, id: deps.newId(), text: now, state: 'pending', reason: undefined, at: deps.now() },
    }
    const stored = await deps.walks.append({
      ...{ walk: walk.id, rev: walk.rev, key: undefined, events: [], progress: walk.progress, told: {} },
      ...{ contributions: [contribution], exposures: [], servesUnread: false, ran: [], outcome: false, at: deps.now() },
    })
    if (stored !== 'stale') return 'sent'
  }
  throw new AppError('busy', 'the walk moved on five times meanwhile')
}

const LONGEST_APPEAL = 1000

/** The author asks another person to look at words that were hidden: once. */
export async function appeal(
  deps: WalkDeps & { readonly moderations: ModerationStore },
  { text, ...own }: Own & { readonly text: string },
): Promise<'appealed' | 'empty' | 'too-long' | 'gone'> {
  await findHere(deps, own.walk, own.participant)
  const now = redact(cleaned(text)).text
  if (now === '') return 'empty'
  if (lengthOf(now) > LONGEST_APPEAL) return 'too-long'
  const { walk, contribution } = own
  const isMade = await deps.moderations.appeal({ walk, contribution, text: now, at: deps.now() })
  return isMade ? 'appealed' : 'gone'
}

async function hiddenOf(deps: WalkDeps, { walk, contribution }: Own): Promise<Contribution | undefined> {
  const all = await deps.walks.contributionsOf(walk)
  return all.find(({ id, state }) => id === contribution && state === 'hidden')
}
