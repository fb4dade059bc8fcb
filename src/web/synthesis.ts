import { Hono } from 'hono'
import { recordReading } from '#src/account/audit.ts'
import { may } from '#src/account/roles.ts'
import { LANGUAGES } from '#src/i18n/language.ts'
import { draftSentences, stillKept } from '#src/review/draft-sentences.ts'
import { draftSynthesis, readSynthesis } from '#src/review/read-synthesis.ts'
import { signSynthesis } from '#src/review/sign-synthesis.ts'
import { type SynthesisPage, synthesisPage } from '#views/review/synthesis.ts'
import type { Context, Deps, Env } from './context.ts'
import { readForm } from './form.ts'
import { personal } from './headers.ts'
import { staffMay, staffReaderOf } from './staff.ts'
import { publishedOf, titlesIn } from './themes.ts'

/** The synthesis of a journey: whoever reads the review reads it, those who may release data sign it. */
export function synthesisRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) {
    const path = `/${language}/review/journeys/:journey/synthesis` as const
    routes
      .get(path, async (c) => c.html(await view(c, deps, {})))
      .post(path, (c) => signed(c, deps))
      .post(`${path}/draft`, (c) => drafted(c, deps))
  }
  return routes
}

async function view(
  c: Context,
  deps: Deps,
  { name = '', error, drafted }: { name?: string; error?: string; drafted?: SynthesisPage['drafted'] },
) {
  personal(c)
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'read-review', { journey })
  const published = await publishedOf(deps, journey)
  const reader = staffReaderOf(c, deps, staff)
  const { synthesis, inputHash, codebook } = await draftSynthesis(deps, journey)
  const earlier = await readSynthesis(deps, journey)
  const isSigned = earlier !== undefined && c.req.query('signed') === '1'
  if (codebook.readable.length > 0) await recordReading(deps, staff, `${journey}/synthesis`)
  return synthesisPage(reader, {
    title: published.version.definition.title,
    synthesis: isSigned ? earlier : { ...synthesis, signature: earlier?.signature },
    texts: new Map(codebook.readable.map((said) => [said.id, said])),
    stepTitle: titlesIn(published),
    other: otherThan(isSigned, earlier !== undefined),
    signing: may(staff.role, 'release') && !isSigned ? { inputHash, name, error } : undefined,
    model: deps.drafting && { name: deps.drafting.model, host: deps.drafting.host },
    drafted,
  })
}

function otherThan(isSigned: boolean, isThere: boolean): SynthesisPage['other'] {
  if (!isThere) return undefined
  return isSigned ? 'draft' : 'signed'
}

async function signed(c: Context, deps: Deps) {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'release', { journey })
  const { version } = await publishedOf(deps, journey)
  const { fields, all } = await readForm(c)
  const wish = { journey, name: fields.name ?? '', inputHash: fields.hash ?? '' }
  const asked = { journey, language: c.get('language'), definition: version.definition, proposed: all('drafted') }
  const { drafting } = deps
  const kept = drafting ? await stillKept({ ...deps, drafting }, asked) : []
  const told = await signSynthesis(deps, staff, { ...wish, drafted: kept })
  if (told.ok) return c.redirect(`/${c.get('language')}/review/journeys/${journey}/synthesis?signed=1`, 303)
  const error = staffReaderOf(c, deps, staff).words.themes.synthesis.errors[told.error]
  return c.html(await view(c, deps, { name: wish.name, error }), 422)
}

async function drafted(c: Context, deps: Deps) {
  const journey = c.req.param('journey') ?? ''
  const staff = staffMay(c, 'release', { journey })
  const { drafting } = deps
  if (!drafting) return c.redirect(`/${c.get('language')}/review/journeys/${journey}/synthesis`, 303)
  const { version } = await publishedOf(deps, journey)
  const asked = { journey, language: c.get('language'), definition: version.definition }
  const about = `${journey} > ${drafting.host}`
  // Before it is sent: what left the house is in the log even where no answer came.
  await deps.accounts.record({ at: deps.now(), who: staff.account, what: 'synthesis:send', about, why: undefined })
  const told = await draftSentences({ ...deps, drafting }, asked)
  const { errors } = staffReaderOf(c, deps, staff).words.themes.synthesis.draft
  const shown = told.ok
    ? { kept: told.kept, refused: told.refused, error: told.isUnreliable ? errors.unreliable : undefined }
    : { kept: [], refused: [], error: errors[told.error] }
  return c.html(await view(c, deps, { drafted: shown }))
}
