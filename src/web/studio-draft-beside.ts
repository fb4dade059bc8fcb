import { createHash } from 'node:crypto'
import { getCookie } from 'hono/cookie'
import type { Config } from '#src/config.ts'
import { isLanguage, LANGUAGE_NAMES, type Language, PLAIN_FINNISH_NAME } from '#src/i18n/language.ts'
import { messages } from '#src/i18n/translate.ts'
import { compile } from '#src/journey/compile.ts'
import type { StepKey } from '#src/journey/definition.ts'
import type { Published } from '#src/journey/library.ts'
import { sharingDrawing, strandDrawing } from '#src/journey/picture/drawing.ts'
import { giversOf, handOversOf, strandsOf } from '#src/journey/picture/strands.ts'
import { publishedPlainly } from '#src/journey/plain-finnish.ts'
import { OFFER, promptsByStep } from '#src/journey/prompts.ts'
import { burdensOf } from '#src/review/burdens.ts'
import { hindrances } from '#src/studio/draft-versions.ts'
import { asIfAt } from '#src/walk/as-if.ts'
import { MEASURES } from '#src/walk/burden.ts'
import { paperAt } from '#src/walk/documents.ts'
import type { Html } from '#views/html.ts'
import { html } from '#views/html.ts'
import { sharingDrawn } from '#views/journey-picture/sharing.ts'
import { stepsDrawn } from '#views/journey-picture/steps.ts'
import { apart, readOnly } from '#views/studio/draft/apart.ts'
import {
  type Beside,
  burdenPane,
  findingsPane,
  notNow,
  PANES,
  type Pane,
  previewPane,
} from '#views/studio/draft/beside.ts'
import { stepBody } from '#views/walk/step.ts'
import type { Context, Deps } from './context.ts'
import { sendCookie } from './cookies.ts'
import type { Form } from './form.ts'
import { outsideOf } from './outside.ts'
import { drawnWords, forWhom } from './picture.ts'
import { prefilled } from './step-page.ts'
import { checkedHead } from './studio-draft-checked.ts'
import { frameOf, type OpenDraft, placedIn } from './studio-draft-page.ts'

/** What somebody wants to see beside a form, on every draft alike. */
export type BesideChoice = { readonly shown: readonly Pane[]; readonly as: string; readonly in: string }

const PLAIN = 'fi-x-selko'
const YEAR_S = 365 * 86_400
const COOKIE = /^([a-z.]*) ([\w-]{0,80}) ([\w-]{0,12})$/

/** As the form that was sent says, else as it was last chosen in this browser. */
export function besideChoice(c: Context, config: Pick<Config, 'isSecure'>, form?: Form): BesideChoice {
  const wanted = form?.all('beside') ?? []
  if (form && wanted.length > 0)
    return { shown: panesIn(wanted), as: form.fields['beside-as'] ?? '', in: form.fields['beside-in'] ?? '' }
  const [, shown, as = '', language = ''] = COOKIE.exec(getCookie(c, cookieName(config)) ?? '') ?? []
  return { shown: shown === undefined ? PANES : panesIn(shown.split('.')), as, in: language }
}

export function keepBesideChoice(c: Context, config: Pick<Config, 'isSecure'>, choice: BesideChoice) {
  const value = [choice.shown.join('.'), choice.as, choice.in].join(' ')
  if (COOKIE.test(value)) sendCookie(c, config, cookieName(config), value, YEAR_S)
}

function cookieName({ isSecure }: Pick<Config, 'isSecure'>): string {
  return isSecure ? '__Host-polku-beside' : 'polku-beside'
}

function panesIn(names: readonly string[]): readonly Pane[] {
  return PANES.filter((pane) => names.includes(pane))
}

/** Everything beside the form of a step, of the revision that is open. */
export async function besideOf(
  c: Context,
  deps: Deps,
  open: OpenDraft,
  { step, choice }: { readonly step: StepKey; readonly choice: BesideChoice },
): Promise<Beside> {
  const { reader } = open
  const { findings, definition, personas } = await checkedHead(deps, open)
  const canBeMet = definition !== undefined && hindrances(findings).length === 0
  const shown: Shown = {
    draft: canBeMet ? drafted(open, { definition, personas }) : undefined,
    published: await deps.library.latest(open.draft.journey),
    as: personas.find(({ id }) => id === choice.as)?.id,
    language: languageOf(choice.in, reader.language),
    step,
  }
  const fill: { readonly [P in Pane]: () => Html } = {
    preview: () => previewOf(deps, open, shown),
    findings: () =>
      findingsPane(reader, frameOf(c, open, 0), { page: `steps/${step}`, findings: placedIn(open, findings) }),
    burden: () => burdenOf(open, shown),
    picture: () => pictureOf(open, shown),
    sharing: () => sharingOf(open, shown),
  }
  return {
    ...{ shown: choice.shown, as: shown.as ?? '', in: shown.language, people: personas },
    languages: languagesOf(definition?.title ?? {}),
    panes: choice.shown.map((pane) => stamped(pane, fill[pane]())),
  }
}

type Shown = {
  /** the draft as if it were published; undefined while it could not be walked */
  readonly draft: Published | undefined
  readonly published: Published | undefined
  readonly as: string | undefined
  readonly language: Language | typeof PLAIN
  readonly step: StepKey
}

const drafts = new WeakMap<object, Published>()

function drafted(
  { draft, head }: OpenDraft,
  { definition, personas }: Pick<Published['version'], 'definition' | 'personas'>,
): Published {
  const known = drafts.get(definition)
  if (known) return known
  const made: Published = {
    version: {
      ...{ journey: draft.journey, number: head.number, hash: '', definition, personas, author: head.by },
      ...{ note: undefined, publishedAt: head.at, changes: [] },
    },
    journey: compile(definition),
    prompts: promptsByStep(definition),
  }
  drafts.set(definition, made)
  return made
}

function languageOf(chosen: string, own: Language): Shown['language'] {
  return chosen === PLAIN || isLanguage(chosen) ? chosen : own
}

function languagesOf(title: Readonly<Record<string, unknown>>): Beside['languages'] {
  const usual = Object.entries(LANGUAGE_NAMES).map(([value, text]) => ({ value, text, lang: value }))
  return title[PLAIN] === undefined ? usual : [...usual, { value: PLAIN, text: PLAIN_FINNISH_NAME, lang: 'fi' }]
}

function stamped(pane: Pane, body: Html): Beside['panes'][number] {
  const stamp = createHash('sha256').update(String(body)).digest('base64url').slice(0, 12)
  return { pane, stamp, body }
}

function previewOf(deps: Deps, { reader }: OpenDraft, { draft, as, language, step: key }: Shown): Html {
  const isPlain = language === PLAIN
  const read = isPlain ? 'fi' : language
  const on = new Date(deps.now()).toISOString().slice(0, 10)
  const met = draft && asIfAt(isPlain ? publishedPlainly(draft) : draft, { key, as, language: read, on })
  if (!met) return notNow(reader)
  const { here, step } = met
  const citizen = { ...reader, language: read, words: messages(read, isPlain), reading: undefined }
  const body = stepBody(citizen, {
    ...{ here, step, paper: paperAt(here, step.place), values: prefilled({ here, step }), errors: {} },
    prompts: (here.prompts.get(key) ?? []).filter(({ id }) => id !== OFFER.id),
    ...{ offered: undefined, addsStatements: false, key: '', stamp: '', returnTo: undefined, notice: undefined },
    replied: { standings: [], feasibility: undefined, answers: [] },
    ...{ others: undefined, asking: undefined, changed: undefined, outside: outsideOf(deps, step.place.step) },
    playing: { key: '', person: undefined },
  })
  const person = here.version.personas.find(({ id }) => id === as)
  const notOf = met.concerns ? undefined : person?.name
  return previewPane(reader, { body: readOnly(body, 'preview'), lang: read, notOf })
}

function burdenOf({ reader }: OpenDraft, { draft, published, as }: Shown): Html {
  if (!draft) return notNow(reader)
  const own = ({ people, everyone }: ReturnType<typeof burdensOf>) =>
    as === undefined ? everyone : people.find(({ id }) => id === as)
  const now = own(burdensOf(draft))
  const before = published && own(burdensOf(published))
  const person = draft.version.personas.find(({ id }) => id === as)?.name
  const lines = MEASURES.map((measure) => ({
    ...{ measure, now: now?.today[measure], proposed: now?.proposed[measure], published: before?.proposed[measure] },
  }))
  return burdenPane(reader, { lines: now ? lines : [], person, isPublished: published !== undefined })
}

function pictureOf({ reader }: OpenDraft, { draft, as }: Shown): Html {
  if (!draft) return notNow(reader)
  const { definition, personas } = draft.version
  const facts = personas.find(({ id }) => id === as)?.facts
  const strands = strandsOf(draft.journey, facts)
  const drawn = stepsDrawn(reader, {
    ...{ published: draft, as, strands },
    drawing: wideOnly(strandDrawing(strands, drawnWords(reader, definition))),
    concerns: (step) => forWhom(reader, definition, step, facts),
    mayTell: () => true,
  })
  return apart(drawn, 'lanes')
}

function sharingOf({ reader }: OpenDraft, { draft, as }: Shown): Html {
  if (!draft) return notNow(reader)
  const { definition, personas } = draft.version
  const givers = giversOf(handOversOf(strandsOf(draft.journey, personas.find(({ id }) => id === as)?.facts)))
  if (givers.length === 0) return html`<p class="govuk-body">${reader.words.picture.noShares}</p>`
  const drawing = wideOnly(sharingDrawing(givers, drawnWords(reader, definition)))
  return apart(sharingDrawn(reader, { definition, givers, drawing }), 'shares')
}

/** A pane scrolls sideways: one layout is enough for it. */
function wideOnly<L extends { readonly layouts: readonly { readonly widths: readonly string[] }[] }>(drawing: L): L {
  return { ...drawing, layouts: drawing.layouts.filter(({ widths }) => widths.includes('wide')) }
}
