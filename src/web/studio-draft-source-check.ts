import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Config } from '#src/config.ts'
import { AppError } from '#src/errors.ts'
import { valuesOf } from '#src/studio/document.ts'
import { sourceFormat, sourceNames } from '#src/studio/source-names.ts'
import type { SourceField } from '#views/studio/draft/source-editor.ts'
import type { Context, Deps, Env } from './context.ts'
import { sendCookie } from './cookies.ts'
import { readForm } from './form.ts'
import { checkOf, placedIn, theirDraft } from './studio-draft-page.ts'

/** What the editor of the whole text asks while somebody writes: nothing is stored by it. */
export function sourceCheck(pages: Hono<Env>, deps: Deps) {
  pages.post('/:draft/source/check', async (c) => {
    const open = await theirDraft(c, deps)
    const { text } = (await readForm(c)).fields
    if (text === undefined) throw new AppError('invalid', 'a check without a text')
    const { findings } = await checkOf(deps, { ...open, head: { ...open.head, text } })
    const tree = valuesOf(text)
    const own = placedIn(
      { ...open, tree },
      findings.filter(({ file }) => file === undefined),
    )
    return c.json({
      findings: own.map(({ severity, line, ...found }) => ({ severity: SHOWN[severity], text: found.text, line })),
      ...(tree !== undefined && { names: sourceNames(tree) }),
      ...sourceFormat(),
    })
  })
}

/** How the editor calls them. */
const SHOWN = { error: 'error', warning: 'warning', note: 'info' } as const
const YEAR_S = 365 * 86_400

/** As it was last chosen in this browser. */
export function sourceField(c: Context, config: Pick<Config, 'isSecure'>): SourceField {
  return getCookie(c, cookieName(config)) === 'plain' ? 'plain' : 'editor'
}

export function keepSourceField(c: Context, config: Pick<Config, 'isSecure'>, wanted: string | undefined) {
  if (wanted === 'plain' || wanted === 'editor') sendCookie(c, config, cookieName(config), wanted, YEAR_S)
}

function cookieName({ isSecure }: Pick<Config, 'isSecure'>): string {
  return isSecure ? '__Host-polku-source' : 'polku-source'
}
