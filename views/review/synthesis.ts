import type { Words } from '#src/journey/definition.ts'
import type { Refused } from '#src/review/draft-sentences.ts'
import type { KeptSentence } from '#src/review/sign-synthesis.ts'
import type { Claim, Quote, Synthesis, ThemeSynthesis } from '#src/review/synthesis-words.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { warningText } from '../components/warning-text.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { figureIn } from './figure-cell.ts'
import { sourcesOf, synthesisPath } from './sources.ts'
import { draftedSection, draftForm } from './synthesis-draft.ts'
import { hiddenFields } from './themes.ts'

export type SynthesisPage = {
  readonly title: Words
  readonly synthesis: Synthesis
  /** every text that may be read, by its id */
  readonly texts: ReadonlyMap<string, Contribution>
  readonly stepTitle: (said: Pick<Contribution, 'step'>) => Words | undefined
  /** there is a signed one besides: which of the two this is */
  readonly other: 'signed' | 'draft' | undefined
  /** the form of whoever may sign; undefined for others and on the signed one */
  readonly signing:
    | { readonly inputHash: string; readonly name: string; readonly error: string | undefined }
    | undefined
  readonly model: { readonly name: string; readonly host: string } | undefined
  readonly drafted:
    | {
        readonly kept: readonly (KeptSentence & { readonly proposed: unknown })[]
        readonly refused: readonly Refused[]
        readonly error: string | undefined
      }
    | undefined
}

/** What people wrote, by themes: claims that open to their sources, quotes, what is left out, and who answers for it. */
export function synthesisPage(reader: StaffReader, page: SynthesisPage): Html {
  const { language, words } = reader
  const text = words.themes.synthesis
  const { synthesis, signing, other } = page
  const path = synthesisPath(reader, synthesis.journey)
  return staffPage(reader, {
    title: `${text.title}: ${plainIn(language, page.title)}`,
    page: 'review-synthesis',
    here: 'review',
    data: { journey: synthesis.journey },
    back: backLink({ href: `/${language}/review/journeys/${synthesis.journey}/themes`, text: words.themes.back }),
    hasErrors: signing?.error !== undefined,
    body: html`${signing?.error !== undefined && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: signing.error, href: '#name' }] })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${signature(reader, synthesis)}
${other === 'signed' && html`<p class="govuk-body"><a class="govuk-link" href="${path}?signed=1">${text.seeSigned}</a></p>`}
${other === 'draft' && html`<p class="govuk-body"><a class="govuk-link" href="${path}">${text.seeDraft}</a></p>`}
${whole(reader, synthesis)}
${synthesis.themes.length === 0 && html`<p class="govuk-body">${text.noThemes}</p>`}
${synthesis.themes.map((theme) => themeSection(reader, page, theme))}
${leftOut(reader, synthesis)}
<h2 class="govuk-heading-m">${text.methodTitle}</h2>
<p class="govuk-body">${text.method}</p>
${signing && page.model && draftForm(reader, synthesis.journey, page.model)}
${signing && signForm(reader, page, signing)}`,
  })
}

function signature(reader: StaffReader, { signature }: Synthesis): Html {
  const text = reader.words.themes.synthesis
  if (!signature) return html`<p class="govuk-body" data-signed="no">${text.unsigned}</p>`
  return html`<p class="govuk-body" data-signed="yes">${text.signed(signature.name, day(reader.language, signature.at))}</p>
${signature.isStale && html`<div data-stale="yes">${warningText({ iconFallbackText: reader.words.site.important, text: text.stale })}</div>`}`
}

function whole(reader: StaffReader, { people, texts, coverage, minority }: Synthesis): Html {
  const text = reader.words.themes.synthesis
  if (people === undefined || texts === undefined) return html`<p class="govuk-body">${text.withheld}</p>`
  return html`<p class="govuk-body"><span data-figure="synthesis/people" class="govuk-visually-hidden">${people}</span>${text.people(String(people), String(texts))}${coverage !== undefined && html` ${text.coverage(coverage)}`}${minority !== undefined && html` ${text.minority(minority)}`}</p>`
}

function themeSection(reader: StaffReader, page: SynthesisPage, theme: ThemeSynthesis): Html {
  const text = reader.words.themes.synthesis
  return html`<section data-theme="${theme.theme}"><h2 class="govuk-heading-m">${saidIn(reader.language, theme.name)}</h2>
${theme.claims.map((claim) => claimOf(reader, page, theme.theme, claim))}
${theme.quotes.length > 0 && html`<h3 class="govuk-heading-s">${text.quotes}</h3>${theme.quotes.map((quote) => quoteOf(reader, page, quote))}`}
${theme.drafted.map(
  (one) =>
    html`<p class="govuk-body" lang="${one.language}" data-drafted="yes">${one.text}</p><p class="govuk-hint">${text.drafted}</p>${sourcesOf(reader, page, one.sources)}`,
)}</section>`
}

function claimOf(reader: StaffReader, page: SynthesisPage, theme: string, claim: Claim): Html {
  const { people = 0, texts = 0 } = claim
  const text = reader.words.themes.synthesis.claim
  const step = plainIn(reader.language, claim.step && page.stepTitle({ step: claim.step }))
  const told = {
    people: () => text.people(people, texts),
    step: () => text.step(people, step),
    same: () => text.same(people, texts),
  }
  return html`<div data-claim="${theme}/${claim.key}" data-people="${people}"><p class="govuk-body">${told[claim.kind]()}</p>${sourcesOf(reader, page, claim.sources)}</div>`
}

function quoteOf({ language }: StaffReader, page: SynthesisPage, quote: Quote): Html {
  return html`<figure class="polku-said"><blockquote class="govuk-inset-text" lang="${quote.language}" data-quote="${quote.contribution}">${quote.text}</blockquote><figcaption class="govuk-hint">${saidIn(language, page.stepTitle(quote))}</figcaption></figure>`
}

function leftOut(reader: StaffReader, { leftOut }: Synthesis): Html {
  const { language, words } = reader
  const text = words.themes.synthesis
  const { uncoded, waiting, hidden, fewThemes, goneQuotes } = leftOut
  const line = (name: string, value: Html | string) => html`<li>${name}: ${value}</li>`
  return html`<h2 class="govuk-heading-m">${text.leftOut}</h2>
<ul class="govuk-list govuk-list--bullet">${line(text.left.uncoded, figureIn(reader, 'synthesis/uncoded', uncoded))}
${line(text.left.waiting, figureIn(reader, 'synthesis/waiting', waiting))}
${line(text.left.hidden, figureIn(reader, 'synthesis/hidden', hidden))}
${fewThemes.length > 0 && line(text.left.fewThemes, fewThemes.map((name) => plainIn(language, name)).join(', '))}
${goneQuotes > 0 && line(text.left.goneQuotes, String(goneQuotes))}</ul>`
}

function signForm(reader: StaffReader, page: SynthesisPage, signing: NonNullable<SynthesisPage['signing']>): Html {
  const { words } = reader
  const text = words.themes.synthesis
  const name = input({
    name: 'name',
    label: { text: text.signName },
    hint: { text: text.signHint },
    value: signing.name,
    autocomplete: 'name',
    errorMessage:
      signing.error === undefined ? undefined : { text: signing.error, visuallyHiddenText: words.site.errorPrefix },
  })
  return html`<form method="post" action="${synthesisPath(reader, page.synthesis.journey)}" data-form="sign-synthesis" novalidate>${hiddenFields(reader, { hash: signing.inputHash })}
${page.drafted && draftedSection(reader, page, page.drafted)}
<h2 class="govuk-heading-m">${text.sign}</h2>
${name}${button({ text: text.signButton })}</form>`
}
