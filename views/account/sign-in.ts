import type { Role } from '#src/account/roles.ts'
import type { Refused } from '#src/account/sign-in.ts'
import type { Words } from '#src/journey/definition.ts'
import { button } from '../components/button.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import { saidIn } from '../said-in.ts'
import type { Reader } from '../walk/frame.ts'

export type SignInPage = {
  readonly token: string
  readonly role: Role
  readonly journey: Words | undefined
}

/** Opening this page uses nothing up: sending its form does. */
export function signInPage(reader: Reader, { token, role, journey }: SignInPage): Html {
  const { language, formToken } = reader
  const { signIn, roles } = reader.words.account
  return page({
    ...reader,
    title: signIn.title,
    page: 'sign-in',
    body: html`<h1 class="govuk-heading-l">${signIn.title}</h1>
<p class="govuk-body-l">${signIn.lead(roles[role])}</p>
${journey && html`<p class="govuk-body">${signIn.journey} ${saidIn(language, journey)}</p>`}
<p class="govuk-body">${signIn.once}</p>
<form method="post" action="/${language}/sign-in/${token}" data-form="sign-in"><input type="hidden" name="token" value="${formToken}">${button({ text: signIn.button, preventDoubleClick: true })}</form>`,
  })
}

/** The link leads nowhere any more, or never did. */
export function refusedPage(reader: Reader, refused: Refused): Html {
  const { title, text } = reader.words.account.refused[refused]
  return page({
    ...reader,
    title,
    page: 'error',
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>`,
  })
}

/** For who comes to a page of the staff without being signed in. */
export function strangerPage(reader: Reader): Html {
  const { title, text, ended } = reader.words.account.stranger
  return page({
    ...reader,
    title,
    page: 'error',
    data: { status: '403' },
    body: html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${text}</p>
<p class="govuk-body">${ended}</p>`,
  })
}
