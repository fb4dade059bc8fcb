import { isDistress } from '#feedback/distress.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Here } from '#src/walk/here.ts'
import { type Html, html } from '#views/html.ts'
import { changeNotice } from '#views/walk/after-change.ts'
import { calmHelp } from '#views/walk/distress.ts'
import { goodToKnow, stepUrl } from '#views/walk/frame.ts'
import { carriedNotice } from '#views/walk/next.ts'
import { lastChangeOf } from './changes.ts'
import type { Context, Deps } from './context.ts'
import { readerOf } from './reader.ts'
import { playedNotice } from './replies.ts'

/** What a step's page tells of whatever led to it. */
export async function stepNotice(c: Context, deps: Deps, here: Here): Promise<Html | undefined> {
  return (
    (await changedJustNow(c, deps, here)) ??
    playedNotice(c, deps) ??
    (await noticeOf(c, deps, here)) ??
    cameAlong(c, deps, here)
  )
}

function cameAlong(c: Context, deps: Deps, here: Here): Html | undefined {
  return c.req.query('carried') === undefined ? undefined : carriedNotice(readerOf(c, deps), here)
}

/** Saving and staying may have changed an earlier answer. */
async function changedJustNow(c: Context, deps: Deps, here: Here): Promise<Html | undefined> {
  if (c.req.query('saved') === undefined) return undefined
  return changeNotice(readerOf(c, deps), here, await lastChangeOf(c, deps, here))
}

/** Which kinds of details were taken out of the text of the form before. */
export function removedKinds(c: Context): readonly string[] {
  return (c.req.query('removed') ?? '').split(',').filter((kind) => kind !== '')
}

/** What the form before did, told on the page it led to. */
export async function noticeOf(c: Context, deps: Deps, here: Here): Promise<Html | undefined> {
  const said = c.req.query('said') as StepKey | undefined
  const removed = removedKinds(c)
  const isSaved = c.req.query('saved') !== undefined
  const step = said && here.journey.places.has(said) ? said : undefined
  if (!step && !isSaved) return undefined
  const reader = readerOf(c, deps)
  const text = reader.words.walk.step
  const known = removed.flatMap((kind) => (kind in text.found ? [text.found[kind as keyof typeof text.found]] : []))
  const help = (await isInNeed(deps, here)) ? calmHelp(reader) : undefined
  return html`${help}${goodToKnow(
    reader,
    html`<p class="govuk-body">${step ? text.thanks : text.saved}</p>${known.length > 0 && html`<p class="govuk-body">${text.removed(known.join(', '))}</p>`}${
      step &&
      html`<p class="govuk-body"><a class="govuk-link" href="${stepUrl(reader, here.walk.id, step)}#others">${known.length > 0 ? text.seeText : text.seeOthers}</a></p>`
    }`,
  )}`
}

/** Read off the words themselves each time: that somebody may need help is stored nowhere and stands in no address. */
async function isInNeed({ walks }: Deps, { walk }: Here): Promise<boolean> {
  const said = await walks.contributionsOf(walk.id)
  return said.some(({ text }) => text !== undefined && isDistress(text))
}
