import type { InvitationErrors } from '#src/account/invitation-form.ts'
import type { Role } from '#src/account/roles.ts'
import type { Words } from '#src/journey/definition.ts'
import { button } from '../components/button.ts'
import { errorSummary } from '../components/error-summary.ts'
import { insetText } from '../components/inset-text.ts'
import { radios } from '../components/radios.ts'
import { type Html, html } from '../html.ts'
import { plainIn, saidIn } from '../said-in.ts'
import { type StaffReader, staffPage } from './frame.ts'
import { type InvitedLists, openInvitations, sessionsUnderWay } from './invited.ts'
import { day } from './moment.ts'

type Named = { readonly id: string; readonly name: Words }
export type InviteForm = {
  readonly roles: readonly Role[]
  readonly journeys: readonly Named[]
  /** the value that stands for all journeys, for whoever may invite to all */
  readonly all: string | undefined
  /** the providers of the chosen journey, once they are asked for */
  readonly providers: readonly Named[] | undefined
  readonly chosen: {
    readonly role: string | undefined
    readonly journey: string | undefined
    readonly provider: string | undefined
  }
  readonly errors: InvitationErrors
}
export type MadeInvitation = {
  readonly address: string
  readonly role: Role
  readonly provider: Words | undefined
  readonly expiresAt: number
}
export type InvitationsPage = InvitedLists & {
  readonly form: InviteForm
  readonly made: MadeInvitation | undefined
  readonly notice: Html | undefined
}

/** Who is invited and who is in: a way to invite, and a way to take back what was given. */
export function invitationsPage(reader: StaffReader, page: InvitationsPage): Html {
  const text = reader.words.account.staff
  const errors = errorsOf(reader, page.form.errors)
  return staffPage(reader, {
    title: text.title,
    page: 'staff',
    here: 'staff',
    notice: page.notice,
    hasErrors: errors.length > 0,
    body: html`${errors.length > 0 && errorSummary({ titleText: reader.words.site.errorSummary, errorList: errors })}
<h1 class="govuk-heading-l">${text.title}</h1>
<p class="govuk-body-l">${text.lead}</p>
${page.made && madeInvitation(reader, page.made)}
<h2 class="govuk-heading-m">${text.invite.title}</h2>
<p class="govuk-body">${text.within}</p>
${inviteForm(reader, page.form)}
${openInvitations(reader, page)}
${sessionsUnderWay(reader, page)}`,
  })
}

/** The only time that the address is seen: the service itself keeps no more of it than can be compared. */
function madeInvitation(
  { language, words }: StaffReader,
  { address, role, provider, expiresAt }: MadeInvitation,
): Html {
  const text = words.account.staff.made
  const called = provider ? `${words.account.roles[role]} (${plainIn(language, provider)})` : words.account.roles[role]
  return html`<section aria-labelledby="made" data-made><h2 class="govuk-heading-m" id="made">${text.title}</h2>
<p class="govuk-body">${text.lead}</p>
${insetText({ text: html`<code data-sign-in-address>${address}</code>` })}
<p class="govuk-body">${text.lasts(called, day(language, expiresAt))} ${text.lost}</p></section>`
}

function inviteForm(reader: StaffReader, form: InviteForm): Html {
  const { language, formToken, words } = reader
  const text = words.account.staff.invite
  const { all } = form
  const journeys = form.journeys.map(({ id, name }) => ({ value: id, text: saidIn(language, name) }))
  return html`<form method="post" action="/${language}/staff#provider" data-form="invite" novalidate><input type="hidden" name="token" value="${formToken}">
${radios({
  name: 'role',
  fieldset: { legend: { text: text.role, classes: 'govuk-fieldset__legend--s' } },
  value: form.chosen.role,
  items: form.roles.map((role) => ({
    value: role,
    text: words.account.roles[role],
    hint: { text: text.roles[role] },
  })),
  errorMessage: errorOf(reader, form.errors, 'role'),
})}
${radios({
  name: 'journey',
  fieldset: { legend: { text: text.journey, classes: 'govuk-fieldset__legend--s' } },
  value: form.chosen.journey,
  items: all === undefined ? journeys : [...journeys, { value: all, text: text.all }],
  errorMessage: errorOf(reader, form.errors, 'journey'),
})}
${form.providers && providerChoice(reader, form, form.providers)}
${button({ text: text.button, preventDoubleClick: true })}</form>`
}

function providerChoice(reader: StaffReader, { chosen, errors }: InviteForm, providers: readonly Named[]): Html {
  const text = reader.words.account.staff.invite
  return html`<input type="hidden" name="asked" value="provider">${radios({
    name: 'provider',
    fieldset: { legend: { text: text.provider, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: text.next },
    value: chosen.provider,
    items: providers.map(({ id, name }) => ({ value: id, text: saidIn(reader.language, name) })),
    errorMessage: errorOf(reader, errors, 'provider'),
  })}`
}

function errorOf(reader: StaffReader, errors: InvitationErrors, field: keyof InvitationErrors) {
  const text = textOf(reader, errors, field)
  return text === undefined ? undefined : { text, visuallyHiddenText: reader.words.site.errorPrefix }
}

function errorsOf(reader: StaffReader, errors: InvitationErrors) {
  return (['role', 'journey', 'provider'] as const).flatMap((field) => {
    const text = textOf(reader, errors, field)
    return text === undefined ? [] : [{ text, href: `#${field}` }]
  })
}

function textOf({ words }: StaffReader, errors: InvitationErrors, field: keyof InvitationErrors): string | undefined {
  const text: { readonly [F in keyof InvitationErrors]-?: Readonly<Record<string, string>> } =
    words.account.staff.invite.errors
  const error = errors[field]
  return error && text[field][error]
}
