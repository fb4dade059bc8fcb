import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import { languagesOf } from '#src/studio/form-parts.ts'
import { addThing } from '#src/studio/new-parts.ts'
import { isThingKind } from '#src/studio/thing-forms.ts'
import { at, namesAt, wordsIn } from '#src/studio/values.ts'
import { type ThingsPage, thingsPage } from '#views/studio/draft/things.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { checkedDraft, draftPathIn, errorsIn, findingsOf, frameOf, theirDraft } from './studio-draft-page.ts'
import { changeWith } from './studio-drafts.ts'

/** The lists of a draft: its questions, providers, conditions and so on. */
export function draftThings(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/:kind', async (c) => c.html(await thingsView(c, deps)))
    .post('/:draft/:kind', (c) => addedThing(c, deps))
}

export function kindIn(c: Context) {
  const kind = c.req.param('kind') ?? ''
  if (!isThingKind(kind)) throw new AppError('not-found', 'page of a draft')
  return kind
}

async function thingsView(c: Context, deps: Deps, refused?: ThingsPage['refused']) {
  const kind = kindIn(c)
  const open = await checkedDraft(c, deps)
  const { tree, reader } = open
  const languages = [reader.language, ...languagesOf(tree)]
  const found = findingsOf(open).filter(({ severity }) => severity === 'error')
  const things = namesAt(tree, [kind]).map((id) => {
    const thing = at(tree, [kind, id])
    const name = wordsIn(at(thing, ['name']) ?? at(thing, ['ask']) ?? at(thing, ['title']), languages) ?? id
    return { id, name, errors: found.filter(({ page }) => page === `${kind}/${id}`).length }
  })
  return thingsPage(reader, frameOf(c, open, errorsIn(open.checked)), {
    kind,
    things,
    languages: languagesOf(tree),
    refused,
  })
}

async function addedThing(c: Context, deps: Deps) {
  const kind = kindIn(c)
  const open = await theirDraft(c, deps)
  const { fields } = await readForm(c)
  const named = languagesOf(open.tree).map((language) => [language, (fields[`name-${language}`] ?? '').trim()] as const)
  const plain = (fields.name ?? '').trim()
  const words = Object.fromEntries(plain === '' ? named.filter(([, text]) => text !== '') : [['fi', plain]])
  if (Object.keys(words).length === 0)
    return c.html(await thingsView(c, deps, { text: open.reader.words.draft.errors.title, values: fields }), 422)
  const { id } = addThing(open.tree, kind, words, fields.type)
  await changeWith(deps, open, (tree) => [addThing(tree, kind, words, fields.type)])
  return c.redirect(`${draftPathIn(c, open.draft.id, `/${kind}/${id}`)}?note=saved`, 303)
}
