import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { answerStep } from '#src/walk/answer-step.ts'
import { openWeighing, showMore, type WeighedStep } from '#src/walk/weigh-page.ts'
import { reasonsPage } from '#views/walk/reasons.ts'
import { errorText } from './answer-errors.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { saidFields } from './said-fields.ts'
import { stampOf } from './stamp.ts'
import { stepAddressed, walkAddressed } from './step-address.ts'
import { weighingFields } from './weighing-fields.ts'

/** After weighing a proposition: how the stances divide, more reasons, and one's own stance and list to change. */
export function reasonRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, reasonPages(deps))
  return routes
}

const PATH = '/walks/:walk/steps/:track/:step/reasons'

function reasonPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get(PATH, async (c) => {
      personal(c)
      const opened = await openWeighing(deps, stepAddressed(c))
      if ('notOpen' in opened) return c.redirect(walkAddressed(c), 303)
      return c.html(view(c, deps, opened, { values: storedValues(opened), errors: {} }))
    })
    .post(PATH, async (c) => {
      personal(c)
      const which = stepAddressed(c)
      deps.limits.spend(c, 'walk-post', which.walk)
      const { fields } = await readForm(c)
      const prompt = fields.prompt ?? ''
      const own = Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(`p.${prompt}.`)))
      const answered = await answerStep(deps, {
        ...{
          ...which,
          fields: own,
          go: 'stay',
          key: fields.key && `${fields.key}.${stampOf(fields)}`,
          language: c.get('language'),
        },
        realToday: new Date(deps.now()).toISOString().slice(0, 10),
      })
      if (answered.ok) {
        if (fields.go === 'more') await showMore(deps, { ...which, prompt })
        return c.redirect(`${new URL(c.req.url).pathname}?saved=1`, 303)
      }
      const opened = await openWeighing(deps, which)
      if ('notOpen' in opened || 'notOpen' in answered) return c.redirect(walkAddressed(c), 303)
      const reader = readerOf(c, deps)
      const errors = answered.promptErrors.map(
        (one) => [one.field, errorText(reader, opened.here, { ...one, fields })] as const,
      )
      const filled = { values: { ...storedValues(opened), ...own }, errors: Object.fromEntries(errors) }
      return c.html(view(c, deps, opened, filled), 422)
    })
}

type Filled = Parameters<typeof reasonsPage>[1]['filled']

function view(c: Context, deps: Deps, opened: WeighedStep, filled: Filled) {
  const isSaved = c.req.query('saved') !== undefined
  return reasonsPage(readerOf(c, deps), { ...opened, filled, key: deps.newId(), isSaved })
}

function storedValues({ met, said }: WeighedStep): Record<string, string> {
  const prompts = met.map(({ prompt }) => prompt)
  return Object.fromEntries([...said.flatMap((one) => saidFields(one, prompts)), ...weighingFields(prompts)])
}
