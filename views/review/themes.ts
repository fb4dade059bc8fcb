import { LANGUAGES } from '#src/i18n/language.ts'
import type { Words } from '#src/journey/definition.ts'
import type { Leftover, Leftovers } from '#src/review/suggest-themes.ts'
import type { Counted } from '#src/review/synthesis-counts.ts'
import type { Theme } from '#src/review/theme-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { input } from '../components/input.ts'
import { select } from '../components/select.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { figureCell } from './figure-cell.ts'

export type ThemesPage = {
  readonly journey: string
  readonly title: Words
  readonly counted: Counted
  readonly themes: readonly Theme[]
  readonly leftovers: Leftovers
  readonly stepTitle: (said: Pick<Contribution, 'step'>) => Words | undefined
  readonly mayKeep: boolean
  readonly notice: Html | undefined
  readonly broken: { readonly names: Readonly<Record<string, string>>; readonly error: string } | undefined
}

/** The codebook of a journey: its themes, and the texts under none with what is suggested for each. */
export function themesPage(reader: StaffReader, page: ThemesPage): Html {
  const { language, words } = reader
  const text = words.themes
  const { leftovers, broken } = page
  const title = plainIn(language, page.title)
  const isPart = leftovers.shown.length < leftovers.all
  const closed = page.themes.filter(({ state }) => state !== 'open')
  return staffPage(reader, {
    title: `${text.title}: ${title}`,
    page: 'review-themes',
    here: 'review',
    data: { journey: page.journey },
    back: backLink({ href: `/${language}/review/journeys/${page.journey}`, text: title }),
    notice: page.notice,
    hasErrors: broken !== undefined,
    body: html`${broken && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: broken.error, href: '#name-fi' }] })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
<p class="govuk-body"><a class="govuk-link" href="/${language}/review/journeys/${page.journey}/synthesis">${text.toSynthesis}</a></p>
${page.themes.length === 0 ? html`<p class="govuk-body">${text.none}</p>` : openTable(reader, page)}
${closed.length > 0 && html`<h2 class="govuk-heading-m">${text.closed}</h2><ul class="govuk-list">${closed.map((theme) => html`<li>${themeLink(reader, theme)} (${text.state[theme.state]})</li>`)}</ul>`}
${page.mayKeep && html`<h2 class="govuk-heading-m">${text.make}</h2>${nameForm(reader, { action: `/${language}/review/journeys/${page.journey}/themes`, form: 'make-theme', hidden: {}, names: broken?.names ?? {}, error: broken?.error, button: text.makeButton })}`}
<h2 class="govuk-heading-m" id="leftovers">${text.leftovers}</h2>
<p class="govuk-body">${leftovers.all === 0 ? text.noLeftovers : text.leftoversCount(leftovers.all)}${isPart && html` ${text.leftoversFirst(leftovers.shown.length)}`}</p>
<ol class="govuk-list polku-queue">${leftovers.shown.map((one, i) => leftoverItem(reader, page, one, i))}</ol>`,
  })
}

function openTable(reader: StaffReader, { counted, themes }: ThemesPage): Html {
  const { words, language } = reader
  const text = words.themes
  const open = themes.filter(({ state }) => state === 'open')
  const rows = open.map((theme) => {
    const its = counted.themes.find((one) => one.theme.id === theme.id)
    // Nothing under it is a number as good as any.
    const figures = its ? { people: its.people, texts: its.figure } : { people: 0, texts: 0 }
    return [
      { text: themeLink(reader, theme) },
      figureCell(reader, `theme/${theme.id}/people`, figures.people),
      figureCell(reader, `theme/${theme.id}/texts`, figures.texts),
      { text: text.changedBy(theme.by, day(language, theme.at)) },
    ]
  })
  const head = [text.name, text.people, text.texts, text.changed].map((one) => ({ text: one }))
  return scrollableTable({ caption: text.open, head, rows, firstCellIsHeader: true })
}

function themeLink({ language }: StaffReader, { id, journey, name }: Theme): Html {
  return html`<a class="govuk-link" href="/${language}/review/journeys/${journey}/themes/${id}">${saidIn(language, name)}</a>`
}

function leftoverItem(reader: StaffReader, page: ThemesPage, one: Leftover, i: number): Html {
  const { language, words } = reader
  const text = words.themes
  const { said, near } = one
  return html`<li data-contribution="${said.id}"><h3 class="govuk-heading-s">${text.text(i + 1)}: ${saidIn(language, page.stepTitle(said))}</h3>
<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>
${page.mayKeep && placeForms(reader, page, one, text.text(i + 1))}
${near.map(
  (
    other,
  ) => html`<p class="govuk-body">${text.near}</p><blockquote class="govuk-inset-text" lang="${other.said.language}">${other.said.text}</blockquote>
${other.themes.length > 0 && html`<p class="govuk-hint">${text.nearThemes(other.themes.map(({ name }) => plainIn(language, name)).join(', '))}</p>`}
${page.mayKeep && html`<form method="post" action="${themesPath(reader, page.journey)}/same" data-form="same-words">${hiddenFields(reader, { contribution: said.id, as: other.said.id })}${button({ text: html`${text.join}<span class="govuk-visually-hidden"> (${text.text(i + 1)})</span>`, classes: 'govuk-button--secondary' })}</form>`}`,
)}</li>`
}

function placeForms(reader: StaffReader, page: ThemesPage, { said, suggested }: Leftover, name: string): Html {
  const { language, words } = reader
  const text = words.themes
  const action = `${themesPath(reader, page.journey)}/place`
  const hidden = html`<span class="govuk-visually-hidden"> (${name})</span>`
  const others = page.themes.filter((theme) => theme.state === 'open' && !suggested.includes(theme))
  const press = (theme: Theme) =>
    button({
      text: html`${text.place(plainIn(language, theme.name))}${hidden}`,
      name: 'theme',
      value: theme.id,
      classes: 'govuk-button--secondary',
    })
  return html`${suggested.length > 0 && html`<form method="post" action="${action}" data-form="place-suggested">${hiddenFields(reader, { contribution: said.id })}<div class="govuk-button-group">${suggested.map(press)}</div></form>`}
${others.length > 0 && html`<form method="post" action="${action}" data-form="place">${hiddenFields(reader, { contribution: said.id })}${select({ name: 'theme', id: `theme-${said.id}`, label: { text: html`${text.placeElsewhere}${hidden}` }, items: others.map(({ id, name }) => ({ value: id, text: plainIn(language, name) })), value: others[0]?.id })}${button({ text: html`${text.placeButton}${hidden}`, classes: 'govuk-button--secondary' })}</form>`}`
}

type NameForm = {
  readonly action: string
  readonly form: string
  readonly hidden: Readonly<Record<string, string>>
  readonly names: Readonly<Record<string, string | undefined>>
  readonly error: string | undefined
  readonly button: string
}

/** A theme's name in the three languages, of which one is enough. */
export function nameForm(reader: StaffReader, form: NameForm): Html {
  const { words } = reader
  const text = words.themes
  const field = (language: (typeof LANGUAGES)[number], i: number) =>
    input({
      name: language,
      id: `name-${language}`,
      label: { text: text.names[language] },
      hint: i === 0 ? { text: text.makeHint } : undefined,
      value: form.names[language],
      attributes: { lang: language },
      errorMessage:
        i === 0 && form.error !== undefined
          ? { text: form.error, visuallyHiddenText: words.site.errorPrefix }
          : undefined,
    })
  return html`<form method="post" action="${form.action}" data-form="${form.form}" novalidate>${hiddenFields(reader, form.hidden)}${LANGUAGES.map(field)}${button({ text: form.button })}</form>`
}

export function hiddenFields({ formToken }: StaffReader, fields: Readonly<Record<string, string>>): Html {
  return html`<input type="hidden" name="token" value="${formToken}">${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`
}

export function themesPath({ language }: StaffReader, journey: string): string {
  return `/${language}/review/journeys/${journey}/themes`
}
