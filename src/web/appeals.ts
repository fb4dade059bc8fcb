import { AppError } from '#src/errors.ts'
import { messages } from '#src/i18n/translate.ts'
import { decideAppeal } from '#src/review/appeal.ts'
import { appealPage } from '#views/review/queue-why.ts'
import type { Context, Deps } from './context.ts'
import { readForm } from './form.ts'
import { staffMay, staffReaderOf } from './staff.ts'

/** Decides an appeal and tells where to go next, or shows what the form still lacks. */
export async function appealDecided(
  c: Context,
  deps: Deps,
  { id, goTo }: { readonly id: string; readonly goTo: (back: string | undefined, note: string) => string },
) {
  const staff = staffMay(c, 'moderate')
  const { fields } = await readForm(c)
  const outcome = fields.outcome === 'shown' ? 'shown' : 'upheld'
  const reason = fields.reason ?? ''
  const result = await decideAppeal(deps, staff, { id, outcome, reason })
  if (result.ok) return c.redirect(goTo(fields.back, result.outcome), 303)
  if (result.error === 'same-person') throw new AppError('forbidden', 'an appeal against one’s own decision')
  const [said, decided] = await Promise.all([deps.review.contribution(id), deps.moderations.decided(id)])
  if (!said) throw new AppError('not-found', 'words')
  const deciding = { seen: '', back: fields.back ?? '', name: '' }
  const error = messages(c.get('language')).moderation.appeals[result.error]
  return c.html(appealPage(staffReaderOf(c, deps, staff), { said, decided }, deciding, { value: reason, error }), 422)
}
