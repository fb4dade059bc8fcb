import { AppError } from '#src/errors.ts'
import type { Definition } from '#src/journey/definition.ts'
import { comparedStrands } from '#src/journey/picture/compared.ts'
import { strandDrawing } from '#src/journey/picture/drawing.ts'
import { type StepDifference, stepDifferences } from '#src/journey/step-differences.ts'
import { canonicalYaml, lineDifference } from '#src/journey/text-difference.ts'
import { revisionRef, type Side, sideOf, versionRef } from '#src/studio/comparable.ts'
import type { JourneyDraft } from '#src/studio/draft-store.ts'
import { otherChanges } from '#src/studio/other-changes.ts'
import type { StaffReader } from '#views/account/frame.ts'
import { plainIn } from '#views/said-in.ts'
import { type ComparePage, comparePage, type Differences, type ShownStep } from '#views/studio/compare.ts'
import type { Choice } from '#views/studio/compare-names.ts'
import { shownField } from './compare-words.ts'
import type { Context, Deps } from './context.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** Any two of a journey's versions, drafts and saves: `?from=v1&to=v2`, a draft by its id, a save as `DRAFT.5`. */
export async function compareView(c: Context, deps: Deps, journey: string) {
  const staff = staffMay(c, 'edit-journey', { journey })
  const reader = staffReaderOf(c, deps, staff)
  const versions = (await deps.versions.list(journey)).map(({ number }) => number).toReversed()
  const drafts = (await deps.drafts.all()).filter((draft) => draft.journey === journey)
  const asked = askedFor(c, versions, drafts)
  const [from, to] = await Promise.all([sideOf(deps, journey, asked.from), sideOf(deps, journey, asked.to)])
  const title = (to.definition ?? from.definition)?.title ?? drafts[0]?.title ?? {}
  const shown = (side: Side) => ({ ...side, title: titleOf(reader, drafts, side) })
  return comparePage(reader, {
    ...{ journey, title, from: shown(from), to: shown(to) },
    back: backFrom(c, journey, versions, drafts),
    choices: await choicesOf(reader, deps, versions, drafts),
    ...differencesOf(reader, from, to),
  })
}

/** Nobody said which: the newest change, from what is published to the draft that is written on, or from version to version. */
function askedFor(c: Context, versions: readonly number[], drafts: readonly JourneyDraft[]) {
  const open = drafts.find(({ state }) => state !== 'archived') ?? drafts[0]
  const published = versions.map(versionRef)
  const candidates = [...(open && open.state !== 'archived' ? [open.id] : []), ...published, ...(open ? [open.id] : [])]
  const [to = ''] = candidates
  const from = published.find((ref) => ref !== to) ?? to
  if (to === '') throw new AppError('not-found', 'versions of a journey')
  return { from: c.req.query('from') || from, to: c.req.query('to') || to }
}

function backFrom(c: Context, journey: string, versions: readonly number[], drafts: readonly JourneyDraft[]): string {
  const studio = `/${c.get('language')}/studio`
  return versions.length > 0 ? `${studio}/journeys/${journey}` : `${studio}/drafts/${drafts[0]?.id ?? ''}`
}

function titleOf({ language }: StaffReader, drafts: readonly JourneyDraft[], { name }: Pick<Side, 'name'>): string {
  const draft = name.is === 'draft' ? drafts.find(({ id }) => id === name.draft) : undefined
  return draft ? draftTitle(language, draft) : ''
}

/** Two drafts of one journey are called the same: the beginning of the id tells them apart. */
function draftTitle(language: StaffReader['language'], { title, journey, id }: JourneyDraft): string {
  return `${plainIn(language, title) || journey} (${id.slice(0, 6)})`
}

const MOST_SAVES = 40

async function choicesOf(
  reader: StaffReader,
  deps: Pick<Deps, 'drafts'>,
  versions: readonly number[],
  drafts: readonly JourneyDraft[],
): Promise<readonly Choice[]> {
  const text = reader.words.studioVersions
  const named = drafts.map((draft) => ({ draft, title: draftTitle(reader.language, draft) }))
  const saves = named.map(async ({ draft, title }): Promise<Choice> => {
    const revisions = (await deps.drafts.revisions(draft.id)).slice(0, MOST_SAVES)
    const sides = revisions.map(({ number }) => ({
      ...{ ref: revisionRef(draft.id, number), title },
      name: { is: 'draft', draft: draft.id, number } as const,
    }))
    return { group: text.saves(title), sides }
  })
  return [
    {
      group: text.versions,
      sides: versions.map((number) => ({
        ...{ ref: versionRef(number), title: '' },
        name: { is: 'version', number } as const,
      })),
    },
    {
      group: text.drafts,
      sides: named.map(({ draft, title }) => ({
        ...{ ref: draft.id, title },
        name: { is: 'draft', draft: draft.id, number: undefined } as const,
      })),
    },
    ...(await Promise.all(saves)),
  ]
}

function differencesOf(
  reader: StaffReader,
  from: Side,
  to: Side,
): Pick<ComparePage, 'differences' | 'hunks' | 'isSame'> {
  if (from.text === to.text) return { differences: undefined, hunks: [], isSame: 'all' }
  if (!from.definition || !to.definition)
    return { differences: undefined, hunks: lineDifference(from.text, to.text), isSame: undefined }
  const [was, now] = [canonicalYaml(from.definition), canonicalYaml(to.definition)]
  // The content says nothing of comments and layout: where that alone differs, the texts are shown as they were written.
  if (was === now) return { differences: undefined, hunks: lineDifference(from.text, to.text), isSame: 'content' }
  return {
    differences: told(reader, from.definition, to.definition),
    hunks: lineDifference(was, now),
    isSame: undefined,
  }
}

function told(reader: StaffReader, before: Definition, after: Definition): Differences {
  const steps = stepDifferences(before, after)
  const { strands, marks } = comparedStrands(before, after, steps)
  const party = (id: string) => plainIn(reader.language, (after.providers[id] ?? before.providers[id])?.name)
  const { picture, walk, studioVersions } = reader.words
  const drawing = strandDrawing(strands, {
    said: (words) => plainIn(reader.language, words),
    party: (id) => (id === 'self' ? walk.step.self : party(id) || id),
    data: (id) => id,
    basis: (basis) => walk.step.basisName[basis],
    after: (numbers) => picture.after(numbers.join(', ')),
    counts: picture.counts,
    mark: (key) => {
      const kind = marks.get(key)?.kind
      return kind && studioVersions.marks[kind]
    },
  })
  const shown = steps.map((step) => shownStep(reader, { before, after }, step))
  return { steps: shown, others: otherChanges(before, after), strands, marks, drawing }
}

function shownStep(
  reader: StaffReader,
  sides: { readonly before: Definition; readonly after: Definition },
  { step, kind, was, parts, before, after, fields }: StepDifference,
): ShownStep {
  const hasMoved = before && parts.some((part) => part === 'order' || part === 'track')
  const track = before && plainIn(reader.language, sides.before.tracks[before.track]?.title)
  return {
    ...{ step, kind, was, title: (after ?? before)?.step.title ?? {} },
    movedFrom: hasMoved ? reader.words.walk.changed.nth(before.index + 1, track ?? '') : undefined,
    fields: fields.map((field) => shownField(reader, sides, field)),
  }
}
