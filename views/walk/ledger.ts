import { longDate } from '#src/i18n/dates.ts'
import type { Here } from '#src/walk/here.ts'
import type { Ledger, Movement, OwnEntry } from '#src/walk/ledger.ts'
import { backLink } from '../components/back-link.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import { sources } from './folds.ts'
import { type Reader, stepUrl, walkPage, walkUrl } from './frame.ts'
import { listed, namesIn } from './names.ts'
import { frameOf } from './overview.ts'

const STATES = ['moved', 'refused', 'ahead'] as const

/** Who knows what of the walker: who holds which details by now, and every movement with its day and its basis. */
export function ledgerPage(reader: Reader, here: Here, ledger: Ledger): Html {
  const { words } = reader
  const text = words.paper.ledger
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'ledger',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: words.walk.step.toOverview }),
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<h2 class="govuk-heading-m">${text.now}</h2>
${holders(reader, here, ledger)}
${ownSection(reader, here, ledger.own)}
${STATES.map((state) => stateSection(reader, here, state, ledger.movements))}`,
  })
}

function holders(reader: Reader, { journey }: Here, { holders }: Ledger): Html {
  const names = namesIn(reader, journey.definition)
  if (holders.size === 0) return html`<p class="govuk-body">${reader.words.paper.ledger.none}</p>`
  return summaryList({
    rows: [...holders].map(([party, data]) => ({ key: names.party(party), value: listed(data.map(names.data)) })),
  })
}

function ownSection(reader: Reader, here: Here, own: readonly OwnEntry[]): Html | false {
  const text = reader.words.paper.ledger
  return (
    own.length > 0 &&
    html`<h2 class="govuk-heading-m">${text.written}</h2>
<ul class="govuk-list govuk-list--spaced">${own.map((entry) => html`<li data-own="${entry.kind}">${ownLine(reader, here, entry)}</li>`)}</ul>
<p class="govuk-body">${text.erase}</p>`
  )
}

function ownLine(reader: Reader, here: Here, { kind, of, step, on }: OwnEntry): Html {
  const text = reader.words.paper.ledger
  const names = namesIn(reader, here.journey.definition)
  const day = on ? longDate(reader.language, on) : ''
  const what = kind === 'line' ? names.data(of) : names.document(of)
  return html`${what}, ${kind === 'line' ? text.correctedOn(day) : text.signedOn(day)}. ${stepLink(reader, here, step)}`
}

function stateSection(reader: Reader, here: Here, state: Movement['state'], all: readonly Movement[]): Html {
  const text = reader.words.paper.ledger
  const movements = all.filter((movement) => movement.state === state)
  const none = state === 'moved' ? text.none : text.noneRefused
  if (state === 'ahead' && movements.length === 0) return html``
  return html`<h2 class="govuk-heading-m">${text[state]}</h2>
${
  movements.length === 0
    ? html`<p class="govuk-body">${none}</p>`
    : html`<p class="govuk-body">${text.count}: <span data-figure="ledger/${state}">${movements.length}</span></p>
<ul class="govuk-list govuk-list--spaced">${movements.map((movement) => html`<li data-movement="${movement.share.id}" data-state="${state}">${movementLines(reader, here, movement)}</li>`)}</ul>`
}`
}

function movementLines(reader: Reader, here: Here, { share, step, on, state, law, cited }: Movement): Html {
  const { definition } = here.journey
  const text = reader.words.paper.ledger
  const names = namesIn(reader, definition)
  const isUnasked = state === 'ahead' && share.basis === 'consent' && here.told[`share-${share.id}`] === undefined
  return html`<strong>${listed(share.data.map(names.data))}</strong><br>
${on && html`<time datetime="${on}">${longDate(reader.language, on)}</time>. `}${text.from}: ${names.party(share.from)}. ${text.to}: ${names.party(share.to)}. ${text.basis}: ${reader.words.walk.step.basisName[share.basis]}${law && html` (<span lang="fi">${law}</span>)`}.${isUnasked && html` ${text.notAsked}`} ${text.step}: ${stepLink(reader, here, step)}${sources(reader, definition, cited)}`
}

function stepLink(reader: Reader, { walk, journey }: Here, step: Movement['step']): Html | undefined {
  const place = journey.places.get(step)
  return (
    place &&
    html`<a class="govuk-link" href="${stepUrl(reader, walk.id, step)}">${saidIn(reader.language, place.step.title)}</a>`
  )
}
