import type { Role } from '#src/account/roles.ts'
import { attributes } from '../components/content.ts'
import { type Html, html } from '../html.ts'
import { page } from '../layout.ts'
import type { Reader } from '../walk/frame.ts'

/** The parts of the staff's own pages, by the words that name them. */
export type Place = 'review' | 'queue' | 'studio' | 'trials' | 'provider' | 'play' | 'staff' | 'audit'

/** Who reads a staff page, and where they may go. */
export type StaffReader = Reader & {
  readonly staff: { readonly account: string; readonly role: Role }
  readonly places: readonly Place[]
}

type Framed = {
  readonly title: string
  readonly page: string
  readonly body: Html
  /** the place of the navigation this page is */
  readonly here?: Place | undefined
  readonly data?: Record<string, string> | undefined
  readonly back?: Html | undefined
  readonly notice?: Html | undefined
  readonly hasErrors?: boolean | undefined
  readonly htmx?: boolean | undefined
}

const PATHS: { readonly [P in Place]: string } = {
  review: 'review',
  queue: 'review/queue',
  studio: 'studio',
  trials: 'studio/trials',
  provider: 'provider',
  play: 'provider/play',
  staff: 'staff',
  audit: 'audit',
}

/** A page of the staff: who is signed in, the way to the other pages, and the width that tables need. */
export function staffPage(reader: StaffReader, framed: Framed): Html {
  const { staff, words, language, formToken } = reader
  return page({
    ...reader,
    ...framed,
    isWide: true,
    staff: {
      name: staff.account,
      role: words.account.roles[staff.role],
      signOut: `/${language}/sign-out`,
      token: formToken,
    },
    body: html`${navigation(reader, framed.here)}${framed.body}`,
  })
}

function navigation({ places, words, language }: StaffReader, here: Place | undefined): Html {
  const link = (place: Place) => {
    const current = attributes({ 'aria-current': place === here ? 'page' : undefined })
    return html`<li><a class="govuk-link" href="/${language}/${PATHS[place]}"${current}>${words.account.nav[place]}</a></li>`
  }
  return html`<nav class="polku-staff-nav" aria-label="${words.account.nav.label}"><ul class="govuk-list">${places.map(link)}</ul></nav>`
}
