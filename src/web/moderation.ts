import { Hono } from 'hono'
import { OWN } from '#feedback/statement-id.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { flagWords } from '#src/walk/flag.ts'
import { findHere } from '#src/walk/here.ts'
import type { Flagged } from '#src/walk/moderation-store.ts'
import { appeal, resend } from '#src/walk/resend.ts'
import { infoPage } from '#views/site/info.ts'
import { flagPage } from '#views/walk/flag.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** What participants do about moderation: read the rules, ask for a look, mend their own words, appeal. */
export function moderationRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, moderationPages(deps))
  return routes
}

function moderationPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/house-rules', (c) => {
      const reader = readerOf(c, deps)
      return c.html(infoPage(reader, 'house-rules', reader.words.moderation.page))
    })
    .get('/walks/:walk/words/:id/flag', async (c) => c.html(await flagView(c, deps, undefined)))
    .post('/walks/:walk/words/:id/flag', async (c) => {
      const own = whose(c)
      deps.limits.spend(c, 'walk-post', own.walk)
      const { fields } = await readForm(c)
      return c.html(await flagView(c, deps, await flagWords(deps, { ...own, rule: fields.rule })))
    })
    .post('/walks/:walk/words/:id/resend', async (c) => {
      const own = whose(c)
      deps.limits.spend(c, 'walk-post', own.walk)
      const { fields } = await readForm(c)
      return toMine(c, await resend(deps, { ...own, text: fields.text ?? '' }))
    })
    .post('/walks/:walk/words/:id/appeal', async (c) => {
      const own = whose(c)
      deps.limits.spend(c, 'walk-post', own.walk)
      const { fields } = await readForm(c)
      return toMine(c, await appeal(deps, { ...own, text: fields.text ?? '' }))
    })
}

async function flagView(c: Context, deps: Deps, done: Flagged | undefined) {
  personal(c)
  const { walk, participant, contribution } = whose(c)
  const here = await findHere(deps, walk, participant)
  const said = await deps.review.contribution(contribution)
  const isSeen =
    said?.journey === here.walk.journey &&
    (said.state === 'visible' || (said.state === 'pending' && said.prompt === OWN))
  return flagPage(readerOf(c, deps), { here, said: isSeen ? said : undefined, done, key: deps.newId() })
}

function whose(c: Context) {
  return {
    walk: c.req.param('walk') ?? '',
    participant: c.get('participant'),
    contribution: c.req.param('id') ?? '',
  }
}

function toMine(c: Context, note: string) {
  return c.redirect(`/${c.get('language')}/walks/${whose(c).walk}/mine?note=${note}`, 303)
}
