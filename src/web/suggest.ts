import { Hono } from 'hono'
import { fieldName } from '#feedback/read-answer.ts'
import { EDIT } from '#feedback/suggested-edit.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { dayOf } from '#src/trial/day.ts'
import { answerStep } from '#src/walk/answer-step.ts'
import { type OpenedStep, openStep } from '#src/walk/open-step.ts'
import { suggestPage } from '#views/walk/suggest.ts'
import { errorText } from './answer-errors.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'
import { saidFields } from './said-fields.ts'
import { stampOf } from './stamp.ts'
import { stepAddressed, walkAddressed } from './step-address.ts'

/** Where a walker puts a step in other words: they come to whoever writes the journey, beside the very field. */
export function suggestRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, suggestPages(deps))
  return routes
}

const PATH = '/walks/:walk/steps/:track/:step/suggest'

function suggestPages(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get(PATH, async (c) => {
      personal(c)
      const opened = await openStep(deps, stepAddressed(c))
      if ('notOpen' in opened) return c.redirect(walkAddressed(c), 303)
      return c.html(view(c, deps, opened, { values: storedValues(opened), errors: {} }))
    })
    .post(PATH, (c) => suggested(c, deps))
}

async function suggested(c: Context, deps: Deps) {
  personal(c)
  const which = stepAddressed(c)
  deps.limits.spend(c, 'walk-post', which.walk)
  const { fields } = await readForm(c)
  const own = Object.fromEntries(Object.entries(fields).filter(([name]) => name.startsWith(fieldName(EDIT, ''))))
  const answered = await answerStep(deps, {
    ...{ ...which, fields: own, go: 'stay', key: fields.key && `${fields.key}.${stampOf(fields)}` },
    ...{ language: c.get('language'), realToday: dayOf(deps.now()) },
  })
  if (answered.ok) return c.redirect(`${new URL(c.req.url).pathname}?saved=1`, 303)
  const opened = await openStep(deps, which)
  if ('notOpen' in opened || 'notOpen' in answered) return c.redirect(walkAddressed(c), 303)
  const reader = readerOf(c, deps)
  const errors = answered.promptErrors.map(
    (one) => [one.field, errorText(reader, opened.here, { ...one, fields })] as const,
  )
  return c.html(view(c, deps, opened, { values: own, errors: Object.fromEntries(errors) }), 422)
}

type Filled = Parameters<typeof suggestPage>[1]['filled']

function view(c: Context, deps: Deps, { here, step }: OpenedStep, filled: Filled) {
  const prompt = here.prompts.get(step.place.key)?.find(({ kind }) => kind === 'suggested-edit')
  const isSaved = c.req.query('saved') !== undefined
  return suggestPage(readerOf(c, deps), { here, step, prompt, filled, isSaved, key: deps.newId() })
}

function storedValues({ said }: OpenedStep): Record<string, string> {
  return Object.fromEntries(said.filter(({ prompt }) => prompt === EDIT).flatMap((one) => saidFields(one, [])))
}
