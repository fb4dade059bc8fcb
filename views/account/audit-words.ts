import type { AuditEntry } from '#src/account/account-store.ts'
import { shortDate } from '#src/i18n/dates.ts'
import type { StaffReader } from './frame.ts'

/** The log keeps codes, which never change; a reader gets what they stand for. Names of people and of journeys stay. */
export function auditWords(reader: StaffReader, { who, what, about, why }: AuditEntry) {
  const whats: Readonly<Record<string, string>> = reader.words.account.audit.whats
  return {
    who: whoInWords(reader, who),
    what: whats[what] ?? what,
    about: aboutInWords(reader, what, about),
    why: what === 'trial:plan' ? partsInWords(reader, why ?? '') : (why ?? ''),
  }
}

function whoInWords({ words }: StaffReader, who: string): string {
  const by: Readonly<Record<string, string>> = words.account.staff.by
  return who === 'shipped' ? words.studio.shipped : (by[who] ?? who)
}

function aboutInWords({ words }: StaffReader, what: string, about: string): string {
  if (what === 'read-words' && about === 'queue') return words.review.queue.title
  const roles: Readonly<Record<string, string>> = words.account.roles
  return Object.hasOwn(roles, about) ? (roles[about] ?? about) : about
}

const CHANGED_DAY = /^(\w+) (\d{4}-\d\d-\d\d|-) > (\d{4}-\d\d-\d\d|-)$/

/** `mandate, closesOn 2026-11-20 > 2026-12-01` */
function partsInWords({ words, language }: StaffReader, why: string): string {
  const names: Readonly<Record<string, string>> = words.trialPlan.stale.parts
  const day = (date = '-') => (date === '-' ? '–' : shortDate(language, date))
  const inWords = (part: string) => {
    const [, name = part, before, after] = CHANGED_DAY.exec(part) ?? []
    const said = names[name] ?? name
    return after === undefined ? said : `${said} ${day(before)} → ${day(after)}`
  }
  return why.split(', ').map(inWords).join(', ')
}
