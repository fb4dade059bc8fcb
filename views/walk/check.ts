import type { Here } from '#src/walk/here.ts'
import type { Asked } from '#src/walk/read-told.ts'
import { backLink } from '../components/back-link.ts'
import { button } from '../components/button.ts'
import { summaryList } from '../components/summary-list.ts'
import { type Html, html } from '../html.ts'
import { type LastChange, lastChangeFold } from './after-change.ts'
import { formFields, type Reader, walkPage, walkUrl } from './frame.ts'
import { frameOf } from './overview.ts'
import { roundOffer } from './round.ts'
import { toldRows } from './told.ts'

export function checkPage(
  reader: Reader,
  {
    here,
    asked,
    key,
    notice,
    lastChange,
    hasMore,
  }: {
    here: Here
    asked: readonly Asked[]
    key: string
    notice: Html | undefined
    lastChange: LastChange | undefined
    /** statements are left to vote on */
    hasMore: boolean
  },
): Html {
  const text = reader.words.walk.check
  return walkPage(reader, frameOf(here), here.journey.definition, {
    title: text.title,
    page: 'check',
    back: backLink({ href: `${walkUrl(reader, here.walk.id)}?all=1`, text: reader.words.walk.step.toOverview }),
    notice,
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${summaryList({ rows: toldRows(reader, here, asked, 'check') })}
${lastChangeFold(reader, here, lastChange)}
<form method="post" action="${walkUrl(reader, here.walk.id, 'check')}" data-form="answer">${formFields(reader, key)}
<div class="govuk-button-group">${button({ text: text.finish, name: 'go', value: 'on' })}${button({ text: reader.words.walk.step.stay, name: 'go', value: 'stay', classes: 'govuk-button--secondary' })}</div></form>
${roundOffer(reader, here.walk.id, hasMore)}`,
  })
}
