import type { InfoPage } from '#src/i18n/fi/info.ts'
import type { Definition } from '#src/journey/definition.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { plainIn } from '../said-in.ts'
import { helpList, type Reader } from '../walk/frame.ts'

/** A page of plain text about the site. */
export function infoPage(reader: Reader, name: string, { title, lead, sections }: InfoPage): Html {
  return page({
    ...reader,
    title,
    page: name,
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">${lead}</p>
${sections.map(
  (section) => html`<h2 class="govuk-heading-m"${section.id && html` id="${section.id}"`}>${section.title}</h2>
${section.text.map((paragraph) => html`<p class="govuk-body">${paragraph}</p>`)}`,
)}`,
  })
}

type Controller = { readonly title: Definition['title']; readonly name: string; readonly body: string }

/** What happens to the data. Who answers for it is said first: the owners of the trials there are, else who runs this. */
export function privacyPage(reader: Reader, controllers: readonly Controller[]): Html {
  const { privacy, controller: text } = reader.words.info
  const named = controllers.map(({ title, name, body }) => text.ofTrial(plainIn(reader.language, title), name, body))
  const who = named.length > 0 ? [...named, text.ofTheRest, text.contact] : [text.operator]
  const first = { id: 'controller', title: text.title, text: who }
  return infoPage(reader, 'privacy', { ...privacy, sections: [first, ...privacy.sections] })
}

/** Where real help is: the help lines of every journey, each once. */
export function helpPage(reader: Reader, journeys: readonly Definition[]): Html {
  const text = reader.words.info.help
  const known = new Map(journeys.flatMap(({ help }) => help ?? []).map((help) => [help.phone ?? help.url ?? '', help]))
  const all = { help: [...known.values()] }
  return page({
    ...reader,
    title: text.title,
    page: 'help',
    body: html`<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${helpList(reader, all)}
<p class="govuk-body">${text.stuck}</p>`,
  })
}
