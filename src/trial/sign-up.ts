import { z } from 'zod'
import type { Language } from '#src/journey/definition.ts'
import type { Trial } from './trial.ts'
import { type By, recordTrial, type TrialDeps } from './trial-deps.ts'

/** Letters of any language, as Finnish addresses have them; what lies behind an address only a letter to it can tell. */
const EMAIL = /^[^\s@<>"=,;\\]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u
const LONGEST = 254

export type SignUp = { readonly email: string; readonly language: Language; readonly hasConsent: boolean }
export type SignedUp =
  | { readonly ok: true; readonly contact: string }
  | { readonly ok: false; readonly errors: readonly ('email' | 'consent')[] }

/**
 * Keeps where somebody wants to be told of the answers. Sealed, and apart from everything said: there is no walk,
 * no participant and no moment with it, so that a stolen database tells neither who asked nor what they said.
 */
export async function signUp(
  { trials, secrets, newId, now }: Pick<TrialDeps, 'trials' | 'secrets' | 'newId' | 'now'>,
  { id: trial }: Pick<Trial, 'id'>,
  input: SignUp,
): Promise<SignedUp> {
  const email = input.email.trim()
  const isAddress = email.length <= LONGEST && EMAIL.test(email)
  const errors = [...(isAddress ? [] : ['email' as const]), ...(input.hasConsent ? [] : ['consent' as const])]
  if (errors.length > 0) return { ok: false, errors }
  const contact = newId()
  const sealed = secrets.seal(JSON.stringify({ email, language: input.language }))
  await trials.signUp({ id: contact, trial, sealed, at: now() })
  return { ok: true, contact }
}

/** By the link that only the person has. Answers the same whether it was there or not: nobody learns who signed up. */
export async function unsubscribe({ trials }: Pick<TrialDeps, 'trials'>, contact: string): Promise<void> {
  await trials.removeContact(contact)
}

const Opened = z.object({ email: z.string(), language: z.enum(['fi', 'sv', 'en']) })
export type OpenedContact = z.infer<typeof Opened> & { readonly id: string }

/** Who is to be told, for the owner's letter. Leaves a mark in the log; what another key sealed is left out and counted. */
export async function readContacts(
  deps: TrialDeps,
  by: By,
  { id }: Pick<Trial, 'id'>,
): Promise<{ readonly contacts: readonly OpenedContact[]; readonly unreadable: number }> {
  const sealed = await deps.trials.contacts(id)
  await recordTrial(deps, by, { what: 'contacts', trial: id })
  const contacts = sealed.flatMap((contact) => {
    const text = deps.secrets.open(contact.sealed)
    return text === undefined ? [] : [{ ...Opened.parse(JSON.parse(text)), id: contact.id }]
  })
  return { contacts, unreadable: sealed.length - contacts.length }
}

/** The message has been sent: the promise was to keep the addresses no longer than that. */
export async function eraseContacts(deps: TrialDeps, by: By, { id }: Pick<Trial, 'id'>): Promise<void> {
  for (const { id: contact } of await deps.trials.contacts(id)) await deps.trials.removeContact(contact)
  await recordTrial(deps, by, { what: 'erase-contacts', trial: id })
}
