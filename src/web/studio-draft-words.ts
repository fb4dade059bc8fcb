import type { Hono } from 'hono'
import { AppError } from '#src/errors.ts'
import type { Definition } from '#src/journey/definition.ts'
import { readDefinition } from '#src/journey/notation.ts'
import { changeDraft } from '#src/studio/change-draft.ts'
import { changeWhatCan } from '#src/studio/document.ts'
import { placeOf } from '#src/studio/place.ts'
import { easeOf } from '#src/studio/reading-ease.ts'
import { fromTranslationsCsv, type Translation, translationsCsv, translationsOf } from '#src/studio/translations.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import { SHOWS, type Show, type ShownTranslation, translationsPage } from '#views/studio/draft/translations.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { type CheckedOpen, checkedDraft, draftPathIn, errorsIn, frameOf, theirDraft } from './studio-draft-page.ts'

const PLAIN = 'fi-x-selko'

/** The words of a draft in all its languages: what is missing, what was left behind, out to a translator and back. */
export function draftWords(pages: Hono<Env>, deps: Deps) {
  pages
    .get('/:draft/words', async (c) => c.html(await wordsView(c, deps)))
    .post('/:draft/words', (c) => brought(c, deps))
    .get('/:draft/words.csv', async (c) => {
      const { draft, head } = await theirDraft(c, deps)
      const definition = definitionIn(head.text)
      if (!definition) throw new AppError('not-found', 'a readable draft')
      return c.body(translationsCsv(definition), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${draft.journey}-words.csv"`,
      })
    })
}

function definitionIn(text: string): Definition | undefined {
  const read = readDefinition(text)
  return read.ok ? read.definition : undefined
}

async function wordsView(c: Context, deps: Deps, problem?: string) {
  const open = await checkedDraft(c, deps)
  const definition = definitionIn(open.head.text)
  const before = (await deps.library.latest(open.draft.journey))?.version.definition
  const rows = definition ? translationsOf(definition, before) : []
  const lacking = rows.flatMap(({ lacks }) => lacks)
  const count = (is: 'missing' | 'stale') => lacking.filter((lack) => lack.is === is).length
  const isPlain = rows.some(({ words }) => words[PLAIN] !== undefined)
  const show = SHOWS.find((one) => one === c.req.query('show')) ?? 'lacking'
  return translationsPage(open.reader, frameOf(c, open, errorsIn(open.checked), noticeOf(c, open)), {
    ...{ show, problem, languages: [...(definition?.languages ?? []), ...(isPlain ? [PLAIN] : [])] },
    all: { texts: rows.length, missing: count('missing'), stale: count('stale') },
    rows: definition && rows.map((row) => shownIn(c, open, row)).filter((row) => isShown(row, show)),
  })
}

function shownIn(c: Context, { draft, tree }: CheckedOpen, row: Translation): ShownTranslation {
  const { page, field } = placeOf(tree, row.path)
  const hard = Object.entries(row.words).flatMap(([language, text]) =>
    easeOf(text, language) === 'hard' ? language : [],
  )
  return { ...row, hard: isLongEnough(row) ? hard : [], href: `${draftPathIn(c, draft.id, `/${page}`)}#${field}` }
}

/** Of a title or a name no measure of sentences says anything. */
function isLongEnough({ words }: Translation): boolean {
  return Object.values(words).some((text) => text.split(/\s+/).length >= 12)
}

function isShown({ lacks, hard }: ShownTranslation, show: Show): boolean {
  if (show === 'all') return true
  return show === 'hard' ? hard.length > 0 : lacks.length > 0
}

function noticeOf(c: Context, { reader }: CheckedOpen) {
  const text = reader.words.translations
  const changed = c.req.query('changed')
  if (changed === undefined || !/^\d{1,4}$/.test(changed)) return undefined
  const unknown = c.req.query('unknown')
  const done = Number(changed) === 0 ? text.nothing : text.done(Number(changed))
  return notificationBanner({
    titleText: reader.words.site.important,
    text: unknown ? `${done} ${text.unknown(unknown)}` : done,
  })
}

const MOST_NAMED = 10

async function brought(c: Context, deps: Deps) {
  const { draft, staff, reader } = await theirDraft(c, deps)
  const { fields, notText } = await readForm(c)
  const { troubles } = reader.words.translations
  if (notText.includes('file')) return c.html(await wordsView(c, deps, troubles['not-csv']), 422)
  if (!fields.file?.trim()) return c.html(await wordsView(c, deps, troubles['no-file']), 422)
  const csv = fields.file
  let found: ReturnType<typeof fromTranslationsCsv> | undefined
  await changeDraft(deps, staff.account, draft.id, ({ text }) => {
    const definition = definitionIn(text)
    found = definition && fromTranslationsCsv(definition, csv)
    if (!found || found.operations.length === 0) return undefined
    return { text: changeWhatCan(text, found.operations).text, what: `words … ${found.operations.length}` }
  })
  if (!found) throw new AppError('not-found', 'a readable draft')
  if (found.trouble) return c.html(await wordsView(c, deps, troubles[found.trouble]), 422)
  const query = new URLSearchParams({ changed: String(found.operations.length) })
  if (found.unknown.length > 0) query.set('unknown', found.unknown.slice(0, MOST_NAMED).join(', '))
  return c.redirect(`${draftPathIn(c, draft.id, '/words')}?${query}`, 303)
}
