import type { Reason, Weighing } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { SIDES } from '#feedback/weighing/reasons.ts'
import { FIVE, LEVELS, tenthsOf } from '#feedback/weighing/stance.ts'
import { LISTED, takeField } from '#feedback/weighing/weighing.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { details } from '../components/details.ts'
import { input } from '../components/input.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { exactStance, stanceWords } from '../walk/stance-words.ts'
import { ask, errorAt, options, words } from './fields.ts'
import type { PromptContext, PromptForm } from './index.ts'

/** A proposition: how strongly for or against, which reasons are also one's own, and folded what else one may say of it. */
export const weighing: PromptForm<'weighing'> = (prompt, context) =>
  html`${stanceFields(prompt, context)}${reasonBoxes(prompt, context)}${moreOf(prompt, context)}`

/** The same with the reasons by side, those marked that both sides take: for the page that comes after answering. */
export function weighingBySide(prompt: Weighing, context: PromptContext, crossing: ReadonlySet<string>): Html {
  return html`${stanceFields(prompt, context)}${boxesBySide(prompt, context, crossing)}${moreOf(prompt, context)}`
}

function stanceFields(prompt: Weighing, context: PromptContext): Html {
  const text = context.words.weighing
  return html`${ask(html`${text.lead} <span class="polku-statement">${saidIn(context.language, prompt.ask)}</span>`)}<p class="govuk-hint">${text.ours}</p>
${before(prompt, context)}
<div class="polku-stance">${options(prompt, context, 'stance', stances(prompt, context))}${slider(prompt, context)}</div>`
}

/** Five, and where the stored stance was given on the finer scale that one too: a form must not lose what it shows. */
function stances(prompt: Weighing, { language, words, filled }: PromptContext) {
  const text = words.weighing
  const items = FIVE.map((value) => ({ value, text: text.five[value as keyof typeof text.five] }))
  const chosen = filled.values[fieldName(prompt.id, 'stance')] ?? ''
  const tenths = tenthsOf(chosen)
  if (tenths === undefined || FIVE.includes(chosen)) return items
  const at = items.findIndex(({ value }) => (tenthsOf(value) ?? 0) > tenths)
  return items.toSpliced(at, 0, { value: chosen, text: exactStance({ language, words }, chosen) })
}

/** For the script, which opens it on wish: without script, and untouched, it says nothing. */
function slider({ id }: Weighing, { words: { weighing: text } }: PromptContext): Html {
  const name = fieldName(id, 'stance')
  const levels = LEVELS.map((level) => text.levels[level]).join('|')
  return html`<div class="polku-slider" data-slider="${name}" data-levels="${levels}" data-finer="${text.finer}" data-coarser="${text.coarser}" hidden>
<label class="govuk-label" for="${name}-scale">${text.scale}</label><input class="polku-range" type="range" id="${name}-scale" min="-10" max="10" value="0" aria-valuetext="${text.untouched}"><output class="govuk-body" for="${name}-scale">${text.untouched}</output></div>
<input type="hidden" name="${fieldName(id, 'mode')}" value="radios">`
}

function reasonBoxes(prompt: Weighing, context: PromptContext): Html | undefined {
  const listed = listedReasons(prompt)
  if (listed.length === 0) return undefined
  const text = context.words.weighing
  const name = fieldName(prompt.id, LISTED)
  return html`${listedMark(name)}${checkboxes({
    name,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: text.reasons } },
    hint: { text: text.reasonsHint },
    errorMessage: errorAt(context, name),
    items: listed.map((reason) => box(prompt, context, reason, reasonText(context, reason))),
  })}`
}

function boxesBySide(prompt: Weighing, context: PromptContext, crossing: ReadonlySet<string>): Html {
  const text = context.words.weighing
  const name = fieldName(prompt.id, LISTED)
  const listed = listedReasons(prompt)
  const onSide = SIDES.map((side) => listed.filter((reason) => reason.side === side)).filter(({ length }) => length > 0)
  const group = (reasons: readonly Reason[], i: number) =>
    checkboxes({
      name: `${name}-${i}`,
      idPrefix: i === 0 ? name : undefined,
      classes: 'govuk-checkboxes--small',
      fieldset: { legend: { text: text.side[reasons[0]?.side ?? 'for'] } },
      errorMessage: i === 0 ? errorAt(context, name) : undefined,
      items: reasons.map((reason) => ({
        ...box(prompt, context, reason, html`${saidIn(context.language, reason.text)}${byWhom(context, reason)}`),
        hint: crossing.has(reason.id)
          ? { text: text.others.crossing, attributes: { 'data-crossing': reason.id } }
          : undefined,
      })),
    })
  return html`${listedMark(name)}<h3 class="govuk-heading-s">${text.others.seen}</h3><p class="govuk-hint">${text.reasonsHint} ${text.others.order}</p>
${onSide.length === 0 && html`<p class="govuk-body">${text.others.none}</p>`}${onSide.map(group)}`
}

function listedReasons({ listed = [], reasons }: Weighing): readonly Reason[] {
  return listed.flatMap((id) => reasons.find((reason) => reason.id === id) ?? [])
}

/** An empty box says something only in a form that had the boxes. */
function listedMark(name: string): Html {
  return html`<input type="hidden" name="${name}" value="on">`
}

function box({ id }: Weighing, { filled }: PromptContext, reason: Reason, text: Html) {
  const name = fieldName(id, takeField(reason.id))
  return { name, value: 'on', checked: filled.values[name] === 'on', text }
}

function byWhom({ words }: Pick<PromptContext, 'words'>, { origin }: Reason): Html | false {
  return origin === 'participant' && html` (${words.weighing.byParticipant})`
}

/** Which side a reason is on is said in words, never by its place or colour alone. */
export function reasonText({ language, words }: Pick<PromptContext, 'language' | 'words'>, reason: Reason): Html {
  const text = words.weighing
  return html`<strong>${text.side[reason.side]}:</strong> ${saidIn(language, reason.text)}${byWhom({ words }, reason)}`
}

function moreOf(prompt: Weighing, context: PromptContext): Html {
  const text = context.words.weighing
  const { values, errors } = context.filled
  const field = (name: string) => fieldName(prompt.id, name)
  const folded = ['importance', 'text', 'more', 'side'].map(field)
  const line = field('text')
  const inline = (name: string, legend: string, items: readonly { value: string; text: string }[]) =>
    radios({
      name: field(name),
      value: values[field(name)],
      classes: 'govuk-radios--small govuk-radios--inline',
      fieldset: { legend: { text: legend } },
      items,
    })
  return details({
    summaryText: text.more,
    open: folded.some((name) => values[name] || name in errors),
    text: html`${inline(
      'importance',
      text.importance,
      ([1, 2, 3] as const).map((value) => ({ value: String(value), text: text.importances[value] })),
    )}
${input({ name: line, id: line, label: { text: text.line }, hint: { text: text.lineHint }, value: values[line], errorMessage: errorAt(context, line) })}
${inline(
  'side',
  text.ownSide,
  SIDES.map((value) => ({ value, text: text.side[value] })),
)}
${words(prompt, context, 'more', text.rest, 2)}`,
  })
}

/** A stance given to the proposition of an earlier version is told, never taken for one given to this. */
function before({ before, ask: now }: Weighing, { language, words }: PromptContext): Html | undefined {
  if (!before) return undefined
  const text = words.weighing
  const stance = stanceWords({ language, words }, before.stance)
  const isSame = JSON.stringify(before.ask) === JSON.stringify(now)
  return html`<p class="govuk-body" data-before="${before.version}">${isSame ? text.before(before.version, stance) : html`${text.beforeReworded(before.version, stance)} <q>${saidIn(language, before.ask)}</q>`}</p>`
}
