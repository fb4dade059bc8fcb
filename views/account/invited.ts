import type { Role } from '#src/account/roles.ts'
import type { Words } from '#src/journey/definition.ts'
import { button } from '../components/button.ts'
import { scrollableTable } from '../components/table.ts'
import { type Html, html } from '../html.ts'
import { saidIn } from '../said-in.ts'
import type { StaffReader } from './frame.ts'
import { ago, moment } from './moment.ts'

/** What somebody is or may become. No journey: all of them. */
type Reach = {
  readonly account: string
  readonly role: Role
  readonly journey: Words | undefined
  readonly provider: Words | undefined
}
export type OpenInvitation = Reach & {
  /** names it in the form of taking it back; nobody can sign in with it */
  readonly id: string
  readonly createdAt: number
  readonly invitedBy: string
  readonly expiresAt: number
}
export type OpenSession = Reach & {
  readonly id: string
  readonly createdAt: number
  readonly seenAt: number
  readonly isOwn: boolean
}
export type InvitedLists = {
  readonly invitations: readonly OpenInvitation[]
  readonly sessions: readonly OpenSession[]
  readonly now: number
}

/** Links that still let somebody in. */
export function openInvitations(reader: StaffReader, { invitations }: InvitedLists): Html {
  const { language, words } = reader
  const text = words.account.staff
  const by: Readonly<Record<string, string>> = text.by
  const rows = invitations.map((one) => [
    { text: one.account, attributes: { 'data-invitation': one.account } },
    ...reachCells(reader, one),
    { text: moment(language, one.createdAt) },
    { text: by[one.invitedBy] ?? one.invitedBy },
    { text: moment(language, one.expiresAt) },
    {
      text: takeBack(reader, { path: 'cancel', form: 'cancel-invitation', id: one.id }, text.open.cancel, one.account),
    },
  ])
  const { who, role, journey, provider, made, by: invitedBy, expires } = text.open
  const head = [who, role, journey, provider, made, invitedBy, expires, text.action].map((name) => ({ text: name }))
  return html`<h2 class="govuk-heading-m" id="open">${text.open.title}</h2>
${rows.length === 0 && html`<p class="govuk-body">${text.open.none}</p>`}
${rows.length > 0 && scrollableTable({ caption: text.open.title, captionClasses: 'govuk-visually-hidden', head, rows, firstCellIsHeader: true })}`
}

/** Who is in just now. One's own session is ended by signing out. */
export function sessionsUnderWay(reader: StaffReader, { sessions, now }: InvitedLists): Html {
  const { language, words } = reader
  const text = words.account.staff
  const rows = sessions.map((one) => [
    { text: one.account, attributes: { 'data-session': one.account } },
    ...reachCells(reader, one),
    { text: moment(language, one.createdAt) },
    { text: ago(language, one.seenAt, now) },
    {
      text: one.isOwn
        ? text.sessions.you
        : takeBack(reader, { path: 'end', form: 'end-session', id: one.id }, text.sessions.end, one.account),
    },
  ])
  const { who, since, seen } = text.sessions
  const { role, journey, provider } = text.open
  const head = [who, role, journey, provider, since, seen, text.action].map((name) => ({ text: name }))
  return html`<h2 class="govuk-heading-m" id="sessions">${text.sessions.title}</h2>
<p class="govuk-body">${text.sessions.lead}</p>
${scrollableTable({ caption: text.sessions.title, captionClasses: 'govuk-visually-hidden', head, rows, firstCellIsHeader: true })}`
}

function reachCells({ language, words }: StaffReader, { role, journey, provider }: Reach) {
  return [
    { text: words.account.roles[role] },
    { text: journey ? saidIn(language, journey) : words.account.staff.open.all },
    { text: saidIn(language, provider) },
  ]
}

type TakeBack = {
  readonly path: 'cancel' | 'end'
  readonly form: 'cancel-invitation' | 'end-session'
  readonly id: string
}

function takeBack(reader: StaffReader, { path, form, id }: TakeBack, text: string, account: string): Html {
  const named = html`${text}<span class="govuk-visually-hidden">: ${account}</span>`
  return html`<form method="post" action="/${reader.language}/staff/${path}" data-form="${form}"><input type="hidden" name="token" value="${reader.formToken}"><input type="hidden" name="id" value="${id}">${button({ text: named, classes: 'govuk-button--secondary' })}</form>`
}
