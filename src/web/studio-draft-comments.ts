import type { Hono } from 'hono'
import { cleaned, lengthOf } from '#feedback/free-text.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { draftPathIn, theirDraft } from './studio-draft-page.ts'

const LONGEST = 4000

/** What colleagues say to each other beside a step. */
export function draftComments(pages: Hono<Env>, deps: Deps) {
  pages.post('/:draft/comments', async (c) => {
    const { draft, staff } = await theirDraft(c, deps)
    const { at: place = '', text = '', comment = '', go } = (await readForm(c)).fields
    if (go === 'resolve' || go === 'reopen') {
      const by = go === 'resolve' ? staff.account : undefined
      await deps.drafts.resolve({ draft: draft.id, comment, by, at: deps.now() })
      return back(c, draft.id, place)
    }
    const said = cleaned(text)
    if (said !== '' && lengthOf(said) <= LONGEST)
      await deps.drafts.comment({
        ...{ id: deps.newId(), draft: draft.id, step: stepIn(place), by: staff.account, at: deps.now(), text: said },
        ...{ resolvedBy: undefined, resolvedAt: undefined },
      })
    return back(c, draft.id, place)
  })
}

function stepIn(place: string): StepKey | undefined {
  const [, track, step] = /^\/steps\/([\w-]+)\/([\w-]+)$/.exec(place) ?? []
  return track && step ? `${track}/${step}` : undefined
}

/** Only a page of the same draft is gone back to. */
function back(c: Context, draft: string, place: string) {
  const path = /^(\/[\w-]+)*$/.test(place) ? place : ''
  return c.redirect(`${draftPathIn(c, draft, path)}#comments`, 303)
}
