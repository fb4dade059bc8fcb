import type { Words } from '#src/journey/definition.ts'
import type { Coding, Theme } from '#src/review/theme-store.ts'
import type { Contribution } from '#src/walk/walk.ts'
import { type StaffReader, staffPage } from '../account/frame.ts'
import { day } from '../account/moment.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { details } from '../components/details.ts'
import { errorSummary } from '../components/error-summary.ts'
import { select } from '../components/select.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { hiddenFields, nameForm, themesPath } from './themes.ts'

export type ThemePage = {
  readonly theme: Theme
  readonly into: Theme | undefined
  readonly others: readonly Theme[]
  readonly texts: readonly {
    readonly said: Contribution
    readonly coding: Coding
    readonly same: number
    readonly isSame: boolean
  }[]
  readonly stepTitle: (said: Pick<Contribution, 'step'>) => Words | undefined
  readonly mayKeep: boolean
  readonly notice: Html | undefined
  readonly error: string | undefined
}

/** One theme with every text under it, and what its keepers may do with it. */
export function themePage(reader: StaffReader, page: ThemePage): Html {
  const { language, words } = reader
  const text = words.themes
  const { theme, into, texts } = page
  const name = plainIn(language, theme.name)
  return staffPage(reader, {
    title: `${text.name}: ${name}`,
    page: 'review-theme',
    here: 'review',
    data: { journey: theme.journey },
    back: backLink({ href: themesPath(reader, theme.journey), text: text.back }),
    notice: page.notice,
    hasErrors: page.error !== undefined,
    body: html`${page.error !== undefined && errorSummary({ titleText: words.site.errorSummary, errorList: [{ text: page.error, href: '#name-fi' }] })}
<h1 class="govuk-heading-l">${saidIn(language, theme.name)}</h1>
<p class="govuk-hint">${text.changed}: ${text.changedBy(theme.by, day(language, theme.at))}${theme.state !== 'open' && html` (${text.state[theme.state]})`}</p>
${into && html`<p class="govuk-body">${text.merged(plainIn(language, into.name))}</p>`}
<h2 class="govuk-heading-m">${text.said}</h2>
${texts.length === 0 && html`<p class="govuk-body">${text.noTexts}</p>`}
<ol class="govuk-list polku-queue">${texts.map((one, i) => textItem(reader, page, one, i))}</ol>
${page.mayKeep && theme.state !== 'merged' && keeping(reader, page)}`,
  })
}

function textItem(
  reader: StaffReader,
  page: ThemePage,
  { said, coding, same, isSame }: ThemePage['texts'][number],
  i: number,
): Html {
  const { language, words } = reader
  const text = words.themes
  const hidden = html`<span class="govuk-visually-hidden"> (${text.text(i + 1)})</span>`
  const path = themesPath(reader, page.theme.journey)
  const ids = { contribution: said.id, theme: page.theme.id }
  return html`<li data-contribution="${said.id}"><h3 class="govuk-heading-s">${text.text(i + 1)}: ${saidIn(language, page.stepTitle(said))}</h3>
<blockquote class="govuk-inset-text" lang="${said.language}">${said.text}</blockquote>
<p class="govuk-hint">${text.placedBy(coding.by, day(language, coding.at))}${same > 0 && html` ${text.sameAs(same)}`}</p>
${page.mayKeep && html`<div class="govuk-button-group"><form method="post" action="${path}/take" data-form="take-text">${hiddenFields(reader, ids)}${button({ text: html`${text.take}${hidden}`, classes: 'govuk-button--secondary' })}</form>${isSame && html`<form method="post" action="${path}/apart" data-form="apart">${hiddenFields(reader, ids)}${button({ text: html`${text.apart}${hidden}`, classes: 'govuk-button--secondary' })}</form>`}</div>`}</li>`
}

function keeping(reader: StaffReader, { theme, others, error }: ThemePage): Html {
  const { language, words } = reader
  const text = words.themes
  const action = `${themesPath(reader, theme.journey)}/${theme.id}`
  const rev = String(theme.rev)
  const isOpen = theme.state === 'open'
  const rename = nameForm(reader, {
    ...{ action, form: 'rename-theme', hidden: { rev, do: 'rename' }, names: theme.name, error },
    button: text.renameButton,
  })
  const merge = html`<form method="post" action="${action}" data-form="merge-theme">${hiddenFields(reader, { rev, do: 'merge' })}<p class="govuk-body">${text.mergeHint}</p>${select({ name: 'into', label: { text: text.mergeInto }, items: others.map(({ id, name }) => ({ value: id, text: plainIn(language, name) })), value: others[0]?.id })}${button({ text: text.mergeButton, classes: 'govuk-button--secondary' })}</form>`
  const retire = html`<form method="post" action="${action}" data-form="retire-theme">${hiddenFields(reader, { rev, do: isOpen ? 'retire' : 'reopen' })}${isOpen && html`<p class="govuk-body">${text.retireHint}</p>`}${button({ text: isOpen ? text.retireButton : text.reopenButton, classes: 'govuk-button--secondary' })}</form>`
  return html`${details({ summaryText: text.rename, text: rename, open: error !== undefined })}
${isOpen && others.length > 0 && details({ summaryText: text.merge, text: merge })}
${isOpen ? details({ summaryText: text.retire, text: retire }) : retire}`
}
