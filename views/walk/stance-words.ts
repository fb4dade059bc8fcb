import { type Bin, edgesOf } from '#feedback/weighing/distribution.ts'
import { FIVE, levelOf, type Tenths, tenthsOf } from '#feedback/weighing/stance.ts'
import type { Language } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'

type Words = { readonly language: Language; readonly words: Messages }

/** A stance as a person reads it: one of the five in its own words, any other with its number. */
export function stanceWords(reader: Words, stance: string): string {
  const { five } = reader.words.weighing
  return FIVE.includes(stance) ? five[stance as keyof typeof five] : exactStance(reader, stance)
}

/** A stance by its number and how strong it is: −0,3, hieman vastaan. */
export function exactStance({ language, words }: Words, stance: string): string {
  const tenths = tenthsOf(stance)
  if (tenths === undefined) return stance
  const text = words.weighing
  return text.exact(decimal(language, tenths), text.levels[levelOf(tenths)])
}

/** What a bin of the distribution holds: −0,4 … −0,3, hieman vastaan. */
export function binWords({ language, words }: Words, bin: Bin): string {
  const [from, to] = edgesOf(bin)
  const text = words.weighing
  const range = `${decimal(language, from)} … ${decimal(language, to)}`
  return text.exact(range, text.levels[levelOf(from < 0 ? from : to)])
}

function decimal(language: Language, tenths: Tenths): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 }
  // Swedish and Finnish write a true minus sign already; English is told to.
  return new Intl.NumberFormat(language, digits).format(tenths / 10).replace('-', '−')
}
