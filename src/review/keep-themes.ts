import { cleaned, lengthOf, oneLine } from '#feedback/free-text.ts'
import type { AccountStore, StaffSession } from '#src/account/account-store.ts'
import { AppError } from '#src/errors.ts'
import { LANGUAGES, type Words } from '#src/journey/definition.ts'
import type { Theme, ThemeStore } from './theme-store.ts'

type Deps = {
  readonly themes: ThemeStore
  readonly accounts: AccountStore
  readonly now: () => number
  readonly newId: () => string
}
type Staff = Pick<StaffSession, 'account'>
type Names = Readonly<Record<string, string | undefined>>

/** changed: somebody else has changed or removed it meanwhile */
export type Kept = { readonly ok: true } | { readonly ok: false; readonly error: 'empty' | 'too-long' | 'changed' }

const LONGEST_NAME = 120
const CHANGED: Kept = { ok: false, error: 'changed' }

/** Makes a theme with a name in one language or in several. */
export async function makeTheme(deps: Deps, staff: Staff, journey: string, names: Names): Promise<Kept> {
  const name = nameOf(names)
  if (typeof name === 'string') return { ok: false, error: name }
  const theme: Theme = {
    ...{ id: deps.newId(), journey, name, state: 'open', into: undefined, by: staff.account, at: deps.now(), rev: 0 },
  }
  await deps.themes.saveTheme(theme, undefined)
  await note(deps, staff, 'theme:make', theme.id)
  return { ok: true }
}

type At = { readonly journey: string; readonly id: string; readonly rev: number }

export async function renameTheme(deps: Deps, staff: Staff, at: At, names: Names): Promise<Kept> {
  const name = nameOf(names)
  if (typeof name === 'string') return { ok: false, error: name }
  return change(deps, staff, at, { name }, 'theme:rename')
}

/** Texts may be placed under a retired theme no more, and those under it are leftovers again; nothing is forgotten. */
export async function retireTheme(deps: Deps, staff: Staff, at: At, isBack: boolean): Promise<Kept> {
  return change(deps, staff, at, { state: isBack ? 'open' : 'retired' }, isBack ? 'theme:reopen' : 'theme:retire')
}

/** Puts all texts of one theme under another. */
export async function mergeTheme(deps: Deps, staff: Staff, at: At, into: string): Promise<Kept> {
  const theme = await themeOf(deps, at)
  const other = await deps.themes.theme(into)
  if (other?.journey !== at.journey || other.state !== 'open' || other.id === theme.id) return CHANGED
  const merged = { ...theme, by: staff.account }
  if (theme.state !== 'open' || !(await deps.themes.mergeThemes(merged, at.rev, into))) return CHANGED
  await note(deps, staff, 'theme:merge', `${theme.id} > ${into}`)
  return { ok: true }
}

type Placing = { readonly journey: string; readonly contribution: string; readonly theme: string }

/** Places a text under a theme. Both must be of this journey, the text readable by others and the theme open. */
export async function placeText(deps: Deps, staff: Staff, { journey, contribution, theme }: Placing): Promise<Kept> {
  const known = await deps.themes.theme(theme)
  if (known?.journey !== journey || known.state !== 'open') return CHANGED
  if (!(await isReadable(deps, journey, [contribution]))) return CHANGED
  const placed = await deps.themes.code({ contribution, theme, journey, by: staff.account, at: deps.now() })
  if (!placed) return CHANGED
  await note(deps, staff, 'theme:place', `${contribution} > ${theme}`)
  return { ok: true }
}

export async function takeText(deps: Deps, staff: Staff, { journey, contribution, theme }: Placing): Promise<Kept> {
  if ((await deps.themes.theme(theme))?.journey !== journey) return CHANGED
  if (!(await deps.themes.uncode({ contribution, theme }))) return CHANGED
  await note(deps, staff, 'theme:take', `${contribution} < ${theme}`)
  return { ok: true }
}

/** Two texts say the same: the first goes under the themes of the other, and both go on being counted. */
export async function joinTexts(
  deps: Deps,
  staff: Staff,
  { journey, contribution, as }: { readonly journey: string; readonly contribution: string; readonly as: string },
): Promise<Kept> {
  if (contribution === as || !(await isReadable(deps, journey, [contribution, as]))) return CHANGED
  const by = staff.account
  if (!(await deps.themes.markSame({ contribution, as, journey, by, at: deps.now() }))) return CHANGED
  const its = (await deps.themes.codings(journey)).filter((one) => one.contribution === as)
  for (const { theme } of its) await deps.themes.code({ contribution, theme, journey, by, at: deps.now() })
  await note(deps, staff, 'theme:same', `${contribution} = ${as}`)
  return { ok: true }
}

/** They do not say the same after all. Where they are placed stays as it is. */
export async function partTexts(deps: Deps, staff: Staff, journey: string, contribution: string): Promise<Kept> {
  const known = (await deps.themes.sameWords(journey)).some((one) => one.contribution === contribution)
  if (!known || !(await deps.themes.unmarkSame(contribution))) return CHANGED
  await note(deps, staff, 'theme:apart', contribution)
  return { ok: true }
}

async function change(deps: Deps, staff: Staff, at: At, what: Partial<Theme>, noted: string): Promise<Kept> {
  const theme = await themeOf(deps, at)
  if (theme.state === 'merged') return CHANGED
  const saved = await deps.themes.saveTheme({ ...theme, ...what, by: staff.account }, at.rev)
  if (!saved) return CHANGED
  await note(deps, staff, noted, theme.id)
  return { ok: true }
}

async function themeOf({ themes }: Deps, { journey, id }: At): Promise<Theme> {
  const theme = await themes.theme(id)
  if (theme?.journey !== journey) throw new AppError('not-found', 'theme')
  return theme
}

async function isReadable({ themes }: Deps, journey: string, ids: readonly string[]): Promise<boolean> {
  const readable = new Set((await themes.texts(journey)).filter(({ state }) => state === 'visible').map(({ id }) => id))
  return ids.every((id) => readable.has(id))
}

function nameOf(names: Names): Words | 'empty' | 'too-long' {
  const given = LANGUAGES.map((language) => [language, oneLine(cleaned(names[language] ?? ''))] as const)
  const said = given.filter(([, name]) => name !== '')
  if (said.length === 0) return 'empty'
  return said.some(([, name]) => lengthOf(name) > LONGEST_NAME) ? 'too-long' : Object.fromEntries(said)
}

function note({ accounts, now }: Deps, { account }: Staff, what: string, about: string): Promise<void> {
  return accounts.record({ at: now(), who: account, what, about, why: undefined })
}
