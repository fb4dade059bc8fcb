import type { Reason, Weighing } from '#feedback/prompt.ts'
import { fieldName } from '#feedback/read-answer.ts'
import { SIDES, type Side } from '#feedback/weighing/reasons.ts'
import { FIVE, LEVELS, tenthsOf } from '#feedback/weighing/stance.ts'
import { LISTED, takeField } from '#feedback/weighing/weighing.ts'
import { attributes } from '../components/content.ts'
import { details } from '../components/details.ts'
import { errorMessage } from '../components/error-message.ts'
import { input } from '../components/input.ts'
import { select } from '../components/select.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { exactStance, stanceWords } from '../walk/stance-words.ts'
import { ask, errorAt, words } from './fields.ts'
import type { PromptContext, PromptForm } from './index.ts'
import { pick } from './picks.ts'

/** A proposition: how strongly for or against, which reasons are also one's own, and folded what else one may say of it. */
export const weighing: PromptForm<'weighing'> = (prompt, context) =>
  html`${stanceFields(prompt, context)}${reasonBoxes(prompt, context)}${moreOf(prompt, context)}`

/** The same with the reasons by side, those marked that both sides take: for the page that comes after answering. */
export function weighingBySide(prompt: Weighing, context: PromptContext, crossing: ReadonlySet<string>): Html {
  return html`${stanceFields(prompt, context)}${boxesBySide(prompt, context, crossing)}${moreOf(prompt, context)}`
}

function stanceFields(prompt: Weighing, context: PromptContext): Html {
  const text = context.words.weighing
  const name = fieldName(prompt.id, 'stance')
  const chosen = context.filled.values[name]
  const picks = stances(prompt, context).map((one) =>
    pick({ type: 'radio', name, ...one, isChosen: chosen === one.value }),
  )
  return html`${ask(html`${text.lead} <span class="polku-statement">${saidIn(context.language, prompt.ask)}</span>`)}<p class="govuk-hint">${text.ours}</p>
${before(prompt, context)}<div class="polku-picks"${attributes(scale(name, context))}>${picks}</div>`
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

/** The words of the finer scale, which the script makes and opens on wish. */
function scale(name: string, { words: { weighing: text } }: PromptContext): Record<string, string> {
  return {
    'data-scale': name,
    'data-words': [text.finer, text.coarser, text.scale, text.untouched, ...LEVELS.map((one) => text.levels[one])].join(
      '|',
    ),
  }
}

function reasonBoxes(prompt: Weighing, context: PromptContext): Html | undefined {
  const listed = listedReasons(prompt)
  if (listed.length === 0) return undefined
  const text = context.words.weighing
  const boxes = listed.map((reason, i) =>
    box(prompt, context, reason, { text: reasonText(context, reason), isFirst: i === 0 }),
  )
  return html`${listedMark(prompt)}${listError(prompt, context)}<fieldset class="govuk-fieldset polku-picks"><legend class="govuk-fieldset__legend">${text.reasons} <span class="govuk-hint">${text.reasonsHint}</span></legend>${boxes}</fieldset>`
}

function boxesBySide(prompt: Weighing, context: PromptContext, crossing: ReadonlySet<string>): Html {
  const text = context.words.weighing
  const listed = listedReasons(prompt)
  const group = (side: Side) => {
    const own = listed.filter((reason) => reason.side === side)
    const boxes = own.map((reason) =>
      box(prompt, context, reason, {
        text: html`${saidIn(context.language, reason.text)}${byWhom(context, reason)}${crossing.has(reason.id) && html` <strong data-crossing="${reason.id}">${text.others.crossing}</strong>`}`,
        isFirst: reason === listed[0],
      }),
    )
    return (
      own.length > 0 &&
      html`<fieldset class="govuk-fieldset polku-picks"><legend class="govuk-fieldset__legend">${text.side[side]}</legend>${boxes}</fieldset>`
    )
  }
  return html`${listedMark(prompt)}<h3 class="govuk-heading-s">${text.others.seen}</h3><p class="govuk-hint">${text.reasonsHint} ${text.others.order}</p>
${listError(prompt, context)}${listed.length === 0 && html`<p class="govuk-body">${text.others.none}</p>`}${SIDES.map(group)}`
}

function listedReasons({ listed = [], reasons }: Weighing): readonly Reason[] {
  return listed.flatMap((id) => reasons.find((reason) => reason.id === id) ?? [])
}

/** An empty box says something only in a form that had the boxes. */
function listedMark({ id }: Weighing): Html {
  return html`<input type="hidden" name="${fieldName(id, LISTED)}" value="on">`
}

function listError({ id }: Weighing, context: PromptContext): Html | undefined {
  const name = fieldName(id, LISTED)
  const error = errorAt(context, name)
  return error && errorMessage({ ...error, id: `${name}-error` })
}

type Box = { readonly text: Html; readonly isFirst: boolean }

function box({ id }: Weighing, { filled }: PromptContext, reason: Reason, { text, isFirst }: Box): Html {
  const name = fieldName(id, takeField(reason.id))
  const isChosen = filled.values[name] === 'on'
  return pick({ type: 'checkbox', name, value: 'on', text, isChosen, id: isFirst ? fieldName(id, LISTED) : undefined })
}

function byWhom({ words }: Pick<PromptContext, 'words'>, { origin }: Reason): Html | false {
  return origin === 'participant' && html` (${words.weighing.byParticipant})`
}

/** Which side a reason is on is said in words, never by its place or colour alone. */
export function reasonText({ language, words }: Pick<PromptContext, 'language' | 'words'>, reason: Reason): Html {
  const text = words.weighing
  // A condition goes on from its beginning: on condition that I am told first.
  const colon = reason.side === 'condition' ? '' : ':'
  return html`<strong>${text.side[reason.side]}${colon}</strong> ${saidIn(language, reason.text)}${byWhom({ words }, reason)}`
}

function moreOf(prompt: Weighing, context: PromptContext): Html {
  const text = context.words.weighing
  const { values, errors } = context.filled
  const field = (name: string) => fieldName(prompt.id, name)
  const folded = ['importance', 'text', 'more', 'side'].map(field)
  const line = field('text')
  const choose = (name: string, label: string, items: readonly { value: string; text: string }[]) =>
    select({
      name: field(name),
      value: values[field(name)],
      label: { text: label },
      items: [{ value: '', text: '' }, ...items],
    })
  return details({
    summaryText: text.more,
    open: folded.some((name) => values[name] || name in errors),
    text: html`${choose(
      'importance',
      text.importance,
      ([1, 2, 3] as const).map((value) => ({ value: String(value), text: text.importances[value] })),
    )}${input({ name: line, label: { text: text.line }, hint: { text: text.lineHint }, value: values[line], errorMessage: errorAt(context, line) })}${choose(
      'side',
      text.ownSide,
      SIDES.map((value) => ({ value, text: text.side[value] })),
    )}${words(prompt, context, 'more', text.rest, 2)}`,
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
