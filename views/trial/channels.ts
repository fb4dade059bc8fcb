import type { StaffReader } from '../account/frame.ts'
import { button } from '../components/button.ts'
import { input } from '../components/input.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { figureCell } from '../review/figure-cell.ts'
import type { StudioTrial } from './studio.ts'

/** The ways in, each with its code, the sheet to print and how many came by it. */
export function channelsSection(reader: StaffReader, page: StudioTrial): Html {
  const text = reader.words.trialPlan.channels
  const { trial } = page.form
  const invite = `/${reader.language}/journeys/${trial.journey}/invite`
  return html`<h2 class="govuk-heading-m" id="channels">${text.title}</h2>
<p class="govuk-body">${text.lead}</p>
${page.channels.length > 0 ? channelTable(reader, page, invite) : html`<p class="govuk-body">${text.none}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${invite}">${text.general}</a></p>
${trial.stage !== 'closed' && addForm(reader, page)}`
}

function channelTable(reader: StaffReader, { channels }: StudioTrial, invite: string): Html {
  const text = reader.words.trialPlan.channels
  const { withheldNote } = reader.words.review
  const rows = channels.map(({ channel, started, finished }) => [
    {
      text: html`${channel.name}<br><a class="govuk-link" href="${invite}?channel=${channel.id}">${text.print}<span class="govuk-visually-hidden">: ${channel.name}</span></a>`,
    },
    { text: html`<code data-channel-code>${channel.code}</code>` },
    figureCell(reader, `channel/${channel.id}/started`, started),
    figureCell(reader, `channel/${channel.id}/finished`, finished),
  ])
  return html`${scrollableTable({
    caption: text.title,
    captionClasses: 'govuk-visually-hidden',
    head: [
      { text: text.name },
      { text: text.code },
      { text: text.started, format: 'numeric' },
      { text: text.finished, format: 'numeric' },
    ],
    rows,
    firstCellIsHeader: true,
  })}<p class="govuk-body">${withheldNote}</p>`
}

function addForm(reader: StaffReader, { form, channelError }: StudioTrial): Html {
  const text = reader.words.trialPlan.channels
  return html`<form method="post" action="/${reader.language}/studio/trials/${form.trial.id}/channels" data-form="add-channel"><input type="hidden" name="token" value="${reader.formToken}">
${input({
  name: 'name',
  label: { text: text.nameLabel },
  hint: { text: text.nameHint },
  value: channelError?.typed ?? '',
  errorMessage: channelError && { text: channelError.text, visuallyHiddenText: reader.words.site.errorPrefix },
})}
${button({ text: text.add, classes: 'govuk-button--secondary' })}</form>`
}
