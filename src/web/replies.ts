import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { OpenedStep } from '#src/walk/open-step.ts'
import { askPerson, callNumber, waitsForReply } from '#src/walk/play-provider.ts'
import { tryReply } from '#src/walk/try-reply.ts'
import type { Html } from '#views/html.ts'
import { goodToKnow } from '#views/walk/frame.ts'
import type { Playing } from '#views/walk/reply.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** A walker plays what a provider replies, or lets a person do it. */
export function replyRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, replyForms(deps))
  return routes
}

function replyForms(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .post('/walks/:walk/steps/:track/:step/reply', async (c) => {
      const { fields } = await arrived(c, deps)
      const input = { ...whose(c), reply: fields.reply ?? '', key: keyOf(fields.key, fields.reply) }
      const { tried } = await tryReply(deps, input)
      return c.redirect(`${stepPath(c)}?reply=${tried ? 'tried' : 'not-tried'}`, 303)
    })
    .post('/walks/:walk/steps/:track/:step/person', async (c) => {
      const { fields } = await arrived(c, deps)
      await askPerson(deps, {
        ...whose(c),
        isAsked: fields.person === 'yes',
        key: keyOf(fields.key, `person-${fields.person}`),
      })
      return c.redirect(stepPath(c), 303)
    })
}

function arrived(c: Context, deps: Deps) {
  personal(c)
  deps.limits.spend(c, 'walk-post', c.req.param('walk') ?? '')
  return readForm(c)
}

function whose(c: Context) {
  const { walk = '', track, step } = c.req.param()
  return { walk, step: `${track}/${step}` as StepKey, participant: c.get('participant') }
}

/** The page's other forms carry the same key: what is chosen makes it this form's own. */
function keyOf(key: string | undefined, chosen: string | undefined): string | undefined {
  return key ? `${key.slice(0, 64)}.${chosen?.slice(0, 64)}` : undefined
}

function stepPath(c: Context): string {
  const { walk, track, step } = c.req.param()
  return `/${c.get('language')}/walks/${walk}/steps/${track}/${step}`
}

/** A person may be asked where a reply is waited for, in a walk that belongs to a trial. */
export function personAt({ here, step }: Pick<OpenedStep, 'here' | 'step'>): Playing['person'] {
  if (here.walk.trial === undefined || !waitsForReply(here, step)) return undefined
  const call = here.walk.progress.record.person?.[step.place.key]
  return { number: call === undefined ? undefined : callNumber(call) }
}

/** What came of trying another reply, told on the step's page. */
export function playedNotice(c: Context, deps: Pick<Deps, 'assets' | 'config'>): Html | undefined {
  const reply = c.req.query('reply')
  if (reply !== 'tried' && reply !== 'not-tried') return undefined
  const reader = readerOf(c, deps)
  return goodToKnow(reader, reply === 'tried' ? reader.words.reply.tried : reader.words.reply.notTried)
}
