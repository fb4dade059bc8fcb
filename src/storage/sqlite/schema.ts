import { sql } from 'drizzle-orm'
import type { EditPart, PromptKind } from '#feedback/prompt.ts'
import type { InputMode } from '#feedback/weighing/stance.ts'
import type { Role } from '#src/account/roles.ts'
import type { Definition, FactValue, Language, Persona, StepKey, Words } from '#src/journey/definition.ts'
import type { VersionChange } from '#src/journey/version-store.ts'
import type { MapsByMode } from '#src/review/opinion-map-store.ts'
import type { Effect, NoteSaid, ReportNote } from '#src/review/report-notes.ts'
import type { Confirmation, ResponseState } from '#src/review/response.ts'
import type { SuggestionState } from '#src/review/suggestion-store.ts'
import type { SignedBody } from '#src/review/synthesis-words.ts'
import type { ThemeState } from '#src/review/theme-store.ts'
import type { DraftState, Verdict } from '#src/studio/draft-store.ts'
import type { Stage, Trait, TrialPlan } from '#src/trial/trial.ts'
import type { AppealOutcome, ModerationAct } from '#src/walk/moderation-store.ts'
import type { ModerationState, Progress, Told, WalkEvent, WalkMode } from '#src/walk/walk.ts'
import { S as c } from '../columns.ts'

// The two schemas are one text twice; test/storage/schemas-agree.test.ts keeps them so.

export const versions = c.table(
  'versions',
  {
    journey: c.str('journey').notNull(),
    number: c.int('number').notNull(),
    hash: c.str('hash').notNull(),
    definition: c.json<Definition>('definition').notNull(),
    personas: c.json<readonly Persona[]>('personas').notNull(),
    author: c.str('author').notNull(),
    note: c.json<Words | null>('note'),
    publishedAt: c.at('published_at').notNull(),
    changes: c.json<readonly VersionChange[]>('changes').notNull().default(sql`'[]'`),
  },
  (t) => [c.pk({ columns: [t.journey, t.number] })],
)

export const participants = c.table(
  'participants',
  {
    id: c.str('id').primaryKey(),
    codeHash: c.str('code_hash').notNull(),
    createdAt: c.at('created_at').notNull(),
    noticeHash: c.str('notice_hash').notNull(),
    noticeLanguage: c.str<Language>('notice_language').notNull(),
    noticeAt: c.at('notice_at').notNull(),
  },
  (t) => [c.unique('participants_code_hash').on(t.codeHash)],
)

export const devices = c.table(
  'devices',
  {
    id: c.str('id').primaryKey(),
    participant: c
      .str('participant')
      .notNull()
      .references(() => participants.id, { onDelete: 'cascade' }),
    expiresAt: c.at('expires_at').notNull(),
    kept: c.bool('kept').notNull(),
  },
  (t) => [c.index('devices_participant').on(t.participant)],
)

export const walks = c.table(
  'walks',
  {
    id: c.str('id').primaryKey(),
    participant: c
      .str('participant')
      .notNull()
      .references(() => participants.id),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    hash: c.str('hash').notNull(),
    mode: c.str<WalkMode>('mode').notNull(),
    persona: c.str('persona'),
    tracks: c.json<readonly string[] | null>('tracks'),
    language: c.str<Language>('language').notNull(),
    rev: c.int('rev').notNull(),
    progress: c.json<Progress>('progress').notNull(),
    lastStep: c.str<StepKey>('last_step'),
    openedAt: c.at('opened_at').notNull(),
    touchedAt: c.at('touched_at').notNull(),
    outcomeAt: c.at('outcome_at'),
    trial: c.str('trial'),
    channel: c.str('channel'),
    variants: c.json<Readonly<Record<StepKey, string>> | null>('variants'),
  },
  (t) => [
    c.index('walks_participant').on(t.participant, t.openedAt),
    c.index('walks_version').on(t.journey, t.version, t.mode),
    c.index('walks_trial').on(t.trial, t.mode, t.channel),
  ],
)

/** The versions a walk has been on: what happened on one is counted there, wherever the walk is now. */
export const passages = c.table(
  'passages',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    version: c.int('version').notNull(),
    outcomeAt: c.at('outcome_at'),
  },
  (t) => [c.pk({ columns: [t.walk, t.version] })],
)

/**
 * In which of two variants a walk is told a step, on each version it has been on: what happened there is counted for that
 * variant. `drawn`: by lot; chosen by a tester or given once the comparing was stopped, it stands in no comparison.
 */
export const variants = c.table(
  'variants',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    variant: c.str('variant').notNull(),
    drawn: c.bool('drawn').notNull(),
  },
  (t) => [c.pk({ columns: [t.walk, t.version, t.step] }), c.index('variants_step').on(t.journey, t.version, t.step)],
)

/** Comparing two variants was stopped: walks that begin from then on are all told the one that is kept. */
export const variantStops = c.table(
  'variant_stops',
  {
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    kept: c.str('kept').notNull(),
    by: c.str('stopped_by').notNull(),
    why: c.str('why').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.version, t.step] })],
)

export const events = c.table(
  'events',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    seq: c.int('seq').notNull(),
    kind: c.str<WalkEvent['kind']>('kind').notNull(),
    step: c.str<StepKey>('step'),
    data: c.json<Record<string, unknown>>('data').notNull(),
    version: c.int('version').notNull().default(0),
  },
  (t) => [c.pk({ columns: [t.walk, t.seq] }), c.index('events_aside').on(t.walk, t.step).where(sql`kind = 'aside'`)],
)

/** What was told, by name: erasable, so it stands outside the events. */
export const told = c.table(
  'told',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    name: c.str('name').notNull(),
    value: c.json<FactValue>('value'),
  },
  (t) => [c.pk({ columns: [t.walk, t.name] })],
)

/** Keys of forms that have arrived. The owner is a walk, or `start` for the form that begins one. */
export const submissions = c.table(
  'submissions',
  {
    owner: c.str('owner').notNull(),
    key: c.str('key').notNull(),
    walk: c.str('walk').notNull(),
  },
  (t) => [c.pk({ columns: [t.owner, t.key] }), c.index('submissions_walk').on(t.walk)],
)

/** Steps reached: their page was opened, or (not opened) an automatic step ran. */
export const visits = c.table(
  'visits',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    opened: c.bool('opened').notNull(),
    firstAt: c.at('first_at').notNull(),
  },
  (t) => [c.pk({ columns: [t.walk, t.version, t.step] })],
)

export const exposures = c.table(
  'exposures',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    offered: c.bool('offered').notNull(),
    skipped: c.bool('skipped').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.walk, t.version, t.step, t.prompt] })],
)

export const contributions = c.table(
  'contributions',
  {
    id: c.str('id').primaryKey(),
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    kind: c.str<PromptKind>('kind').notNull(),
    option: c.str('option'),
    text: c.str('text'),
    language: c.str<Language>('language').notNull(),
    share: c.str('share'),
    situation: c.json<Told>('situation').notNull(),
    state: c.str<ModerationState>('state').notNull(),
    reason: c.str('reason'),
    at: c.at('at').notNull(),
    important: c.bool('important').notNull().default(false),
  },
  (t) => [
    c.unique('contributions_place').on(t.walk, t.version, t.step, t.prompt),
    c.index('contributions_step').on(t.journey, t.step, t.state),
    c.index('contributions_state').on(t.state, t.at),
    // What is read at every step must not grow with the statements that people add there.
    c.index('contributions_said').on(t.journey, t.step, t.state).where(sql`prompt <> 'own'`),
    c.index('contributions_prompt').on(t.journey, t.step, t.prompt),
  ],
)

/**
 * Votes on statements as they were cast, append-only: a vote changed is one row more, a vote taken back leaves none. The
 * last of a walk on a statement counts. `statement` is the same in every version (feedback/statement-id.ts).
 */
export const votes = c.table(
  'votes',
  {
    journey: c.str('journey').notNull(),
    seq: c.int('seq').notNull(),
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    mode: c.str<WalkMode>('mode').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    statement: c.str('statement').notNull(),
    vote: c.int('vote').notNull(),
    important: c.bool('important').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.seq] }), c.index('votes_walk').on(t.walk, t.statement)],
)

/** The last number given to a vote of a journey, and the one at which votes were last taken away: what was read before then is read again. */
export const voteClocks = c.table('vote_clocks', {
  journey: c.str('journey').primaryKey(),
  seq: c.int('seq').notNull(),
  erased: c.int('erased').notNull(),
})

/**
 * What serving statements needs, without reading anybody's words: counts of people's votes, and where it stands in the
 * queue (0 not served, 1 few votes so far, 2 votes enough). `contribution` is empty for a seed statement.
 */
export const statements = c.table(
  'statements',
  {
    journey: c.str('journey').notNull(),
    id: c.str('id').notNull(),
    step: c.str<StepKey>('step').notNull(),
    contribution: c.str('contribution').references(() => contributions.id, { onDelete: 'cascade' }),
    queue: c.int('queue').notNull(),
    spread: c.int('spread').notNull(),
    shown: c.int('shown').notNull(),
    agree: c.int('agree').notNull(),
    disagree: c.int('disagree').notNull(),
    pass: c.int('pass').notNull(),
    priority: c.int('priority'),
  },
  (t) => [
    c.pk({ columns: [t.journey, t.id] }),
    c.index('statements_least_shown').on(t.journey, t.step, t.queue, t.shown, t.spread),
    c.index('statements_spread').on(t.journey, t.step, t.queue, t.spread),
    c.index('statements_contribution').on(t.contribution),
  ],
)

/** The last decision on somebody's words, and the author's appeal against it. Gone with the words. */
export const moderations = c.table('moderations', {
  contribution: c
    .str('contribution')
    .primaryKey()
    .references(() => contributions.id, { onDelete: 'cascade' }),
  act: c.str<ModerationAct>('act').notNull(),
  rule: c.int('rule'),
  wording: c.str('wording'),
  original: c.str('original'),
  by: c.str('decided_by').notNull(),
  at: c.at('at').notNull(),
  appeal: c.str('appeal'),
  appealedAt: c.at('appealed_at'),
  appealBy: c.str('appeal_by'),
  appealOutcome: c.str<AppealOutcome>('appeal_outcome'),
})

/** A walk asks that a person looks at what somebody else has said. Gone with either. */
export const flags = c.table(
  'flags',
  {
    contribution: c
      .str('contribution')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    rule: c.int('rule'),
    at: c.at('at').notNull(),
    settledAt: c.at('settled_at'),
  },
  (t) => [c.pk({ columns: [t.contribution, t.walk] }), c.index('flags_walk').on(t.walk)],
)

/** A statement that a walker added, in another language, and who put it so. */
export const translations = c.table(
  'translations',
  {
    contribution: c
      .str('contribution')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    language: c.str<Language>('language').notNull(),
    text: c.str('text').notNull(),
    by: c.str('translated_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.contribution, t.language] })],
)

/**
 * Every stance that a walk has saved at a proposition, in order: the last one is the one that counts, and it stands also
 * among the contributions, where there is one a place.
 */
export const stances = c.table(
  'stances',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    nth: c.int('nth').notNull(),
    stance: c.str('stance'),
    inputMode: c.str<InputMode>('input_mode'),
    importance: c.int('importance'),
    at: c.at('at').notNull(),
  },
  (t) => [
    c.pk({ columns: [t.walk, t.version, t.step, t.prompt, t.nth] }),
    c.index('stances_step').on(t.journey, t.version, t.step),
  ],
)

/** Reasons in a walk's own list at a proposition: the designer's (`seed.ID`) or another walker's contribution. */
export const adoptions = c.table(
  'adoptions',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    reason: c.str('reason').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [
    c.pk({ columns: [t.walk, t.version, t.step, t.prompt, t.reason] }),
    c.index('adoptions_step').on(t.journey, t.version, t.step),
  ],
)

/** Reasons that a walk has been shown, in the order they were shown: the denominators of the adoptions. */
export const reasonExposures = c.table(
  'reason_exposures',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    reason: c.str('reason').notNull(),
    position: c.int('position').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [
    c.pk({ columns: [t.walk, t.version, t.step, t.prompt, t.reason] }),
    c.index('reason_exposures_step').on(t.journey, t.step, t.prompt, t.reason),
  ],
)

/** Kept by the writes, so that sharing out prompts costs one read of a few rows. */
export const promptCounts = c.table(
  'prompt_counts',
  {
    journey: c.str('journey').notNull(),
    version: c.int('version').notNull(),
    step: c.str<StepKey>('step').notNull(),
    prompt: c.str('prompt').notNull(),
    shown: c.int('shown').notNull(),
    answered: c.int('answered').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.version, t.step, t.prompt] })],
)

/** The outbox of a walk: calls to providers, in simulated dates. */
export const calls = c.table(
  'calls',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    seq: c.int('seq').notNull(),
    step: c.str<StepKey>('step').notNull(),
    reply: c.str('reply').notNull(),
    askedOn: c.str('asked_on').notNull(),
    dueOn: c.str('due_on').notNull(),
    answeredOn: c.str('answered_on'),
    /** the name under which a person may answer in the provider's place; null: nobody was asked to */
    person: c.str('person'),
  },
  (t) => [c.pk({ columns: [t.walk, t.seq] }), c.index('calls_person').on(t.person)],
)

/** Consultations around a journey. Their walks name them; nothing of a walk stands here. */
export const trials = c.table(
  'trials',
  {
    id: c.str('id').primaryKey(),
    journey: c.str('journey').notNull(),
    stage: c.str<Stage>('stage').notNull(),
    isExample: c.bool('is_example').notNull(),
    plan: c.json<TrialPlan>('plan').notNull(),
    rev: c.int('rev').notNull(),
    createdAt: c.at('created_at').notNull(),
    openedAt: c.at('opened_at'),
    closedAt: c.at('closed_at'),
  },
  (t) => [c.index('trials_journey').on(t.journey, t.createdAt)],
)

export const channels = c.table(
  'channels',
  {
    id: c.str('id').primaryKey(),
    trial: c
      .str('trial')
      .notNull()
      .references(() => trials.id),
    name: c.str('name').notNull(),
    code: c.str('code').notNull(),
  },
  (t) => [c.index('channels_trial').on(t.trial), c.unique('channels_code').on(t.code)],
)

/** Whoever asked to be told. Nothing here may ever say whose walk is whose: no participant, no walk, the day and not the moment. */
export const contacts = c.table(
  'contacts',
  {
    id: c.str('id').primaryKey(),
    trial: c
      .str('trial')
      .notNull()
      .references(() => trials.id),
    sealed: c.str('sealed').notNull(),
    day: c.at('day').notNull(),
  },
  (t) => [c.index('contacts_trial').on(t.trial, t.day)],
)

/** What walkers told of themselves, a row a trait, so that reach is one count. Gone with the walk. */
export const backgrounds = c.table(
  'backgrounds',
  {
    walk: c
      .str('walk')
      .notNull()
      .references(() => walks.id, { onDelete: 'cascade' }),
    trait: c.str<Trait>('trait').notNull(),
    value: c.str('value').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.walk, t.trait] })],
)

const answer = () => ({
  group: c.str('group_id').notNull(),
  journey: c.str('journey').notNull(),
  trial: c.str('trial'),
  step: c.str<StepKey>('step').notNull(),
  share: c.str('share'),
  body: c.str('body').notNull(),
  contributions: c.json<readonly string[]>('contributions').notNull(),
  said: c.json<Words>('said').notNull(),
  state: c.str<ResponseState>('state').notNull(),
  reason: c.json<Words>('reason').notNull(),
  whose: c.str('whose'),
  evidence: c.str('evidence'),
  dueOn: c.str('due_on').notNull(),
  acceptedOn: c.str('accepted_on'),
  decidedOn: c.str('decided_on'),
  fromVersion: c.int('from_version').notNull(),
  toVersion: c.int('to_version'),
  publishedOn: c.str('published_on'),
  by: c.str('answered_by').notNull(),
  rev: c.int('rev').notNull(),
  at: c.at('at').notNull(),
})

export const responses = c.table('responses', { id: c.str('id').primaryKey(), ...answer() }, (t) => [
  c.index('responses_journey').on(t.journey, t.at),
])

/** What a response was before each change. Append-only: triggers refuse every change. */
export const responseHistory = c.table(
  'response_history',
  {
    id: c
      .str('id')
      .notNull()
      .references(() => responses.id),
    ...answer(),
  },
  (t) => [c.pk({ columns: [t.id, t.rev] })],
)

/** What became of other words that a walker suggested for a step. Gone with the suggestion. */
export const suggestionDecisions = c.table(
  'suggestion_decisions',
  {
    contribution: c
      .str('contribution')
      .primaryKey()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    /** under its name in the draft that took it, or where it was declined */
    step: c.str<StepKey>('step').notNull(),
    part: c.str<EditPart>('part').notNull(),
    state: c.str<Exclude<SuggestionState, 'open'>>('state').notNull(),
    reason: c.json<Words>('reason').notNull(),
    by: c.str('decided_by').notNull(),
    at: c.at('at').notNull(),
    draft: c.str('draft').notNull(),
    version: c.int('version'),
  },
  (t) => [c.index('suggestion_decisions_journey').on(t.journey, t.at)],
)

/** Finds the responses to a contribution. No key to the contribution: once withdrawn it is simply not found. */
export const responseContributions = c.table(
  'response_contributions',
  {
    contribution: c.str('contribution').notNull(),
    response: c
      .str('response')
      .notNull()
      .references(() => responses.id),
  },
  (t) => [c.pk({ columns: [t.contribution, t.response] }), c.index('response_contributions_response').on(t.response)],
)

/** Append-only: triggers refuse every change. Of one step and provider the highest number is the newest. */
export const confirmations = c.table(
  'confirmations',
  {
    journey: c.str('journey').notNull(),
    step: c.str<StepKey>('step').notNull(),
    provider: c.str('provider').notNull(),
    number: c.int('number').notNull(),
    version: c.int('version').notNull(),
    verdict: c.str<Confirmation['verdict']>('verdict').notNull(),
    text: c.str('text'),
    feasibility: c.str<NonNullable<Confirmation['feasibility']>>('feasibility'),
    condition: c.str('condition'),
    by: c.str('given_by').notNull(),
    on: c.str('given_on').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.step, t.provider, t.number] })],
)

/** Open data as it was published. Append-only: triggers refuse every change. */
export const releases = c.table(
  'releases',
  {
    journey: c.str('journey').notNull(),
    number: c.int('number').notNull(),
    by: c.str('released_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.number] })],
)

/** Append-only like the releases they belong to. */
export const releaseFiles = c.table(
  'release_files',
  {
    journey: c.str('journey').notNull(),
    release: c.int('release').notNull(),
    name: c.str('name').notNull(),
    text: c.str('text').notNull(),
  },
  (t) => [c.pk({ columns: [t.journey, t.release, t.name] })],
)

/** What named people of the staff add to a trial's report. */
export const reportNotes = c.table(
  'report_notes',
  {
    id: c.str('id').primaryKey(),
    trial: c
      .str('trial')
      .notNull()
      .references(() => trials.id, { onDelete: 'cascade' }),
    kind: c.str<ReportNote['kind']>('kind').notNull(),
    about: c.str<Effect>('about'),
    said: c.json<NoteSaid>('said').notNull(),
    by: c.str('written_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.index('report_notes_trial').on(t.trial, t.at)],
)

export const invitations = c.table('invitations', {
  tokenHash: c.str('token_hash').primaryKey(),
  role: c.str<Role>('role').notNull(),
  journey: c.str('journey'),
  provider: c.str('provider'),
  invitedBy: c.str('invited_by').notNull(),
  expiresAt: c.at('expires_at').notNull(),
  usedAt: c.at('used_at'),
  createdAt: c.at('created_at').notNull().default(0),
  cancelledAt: c.at('cancelled_at'),
})

export const staffSessions = c.table('staff_sessions', {
  id: c.str('id').primaryKey(),
  account: c.str('account').notNull(),
  role: c.str<Role>('role').notNull(),
  journey: c.str('journey'),
  provider: c.str('provider'),
  createdAt: c.at('created_at').notNull(),
  seenAt: c.at('seen_at').notNull(),
})

/** Append-only: triggers refuse every change. */
export const audit = c.table(
  'audit',
  {
    seq: c.int('seq').notNull(),
    at: c.at('at').notNull(),
    who: c.str('who').notNull(),
    what: c.str('what').notNull(),
    about: c.str('about').notNull(),
    why: c.str('why'),
    chain: c.str('chain').notNull(),
  },
  (t) => [c.pk({ columns: [t.seq] })],
)

/** A journey while it is written. `redo` holds the numbers of revisions that were undone. */
export const drafts = c.table(
  'drafts',
  {
    id: c.str('id').primaryKey(),
    journey: c.str('journey').notNull(),
    title: c.json<Words>('title').notNull(),
    state: c.str<DraftState>('state').notNull(),
    head: c.int('head').notNull(),
    redo: c.json<readonly number[]>('redo').notNull(),
    baseVersion: c.int('base_version'),
    rev: c.int('rev').notNull(),
    createdBy: c.str('created_by').notNull(),
    createdAt: c.at('created_at').notNull(),
    touchedAt: c.at('touched_at').notNull(),
  },
  (t) => [c.index('drafts_journey').on(t.journey, t.touchedAt)],
)

export const draftRevisions = c.table(
  'draft_revisions',
  {
    draft: c
      .str('draft')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    number: c.int('number').notNull(),
    before: c.int('made_from'),
    text: c.str('text').notNull(),
    personas: c.str('personas'),
    by: c.str('made_by').notNull(),
    at: c.at('at').notNull(),
    what: c.str('what').notNull(),
  },
  (t) => [c.pk({ columns: [t.draft, t.number] })],
)

export const draftComments = c.table(
  'draft_comments',
  {
    id: c.str('id').primaryKey(),
    draft: c
      .str('draft')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    step: c.str<StepKey>('step'),
    by: c.str('written_by').notNull(),
    at: c.at('at').notNull(),
    text: c.str('text').notNull(),
    resolvedBy: c.str('resolved_by'),
    resolvedAt: c.at('resolved_at'),
  },
  (t) => [c.index('draft_comments_draft').on(t.draft, t.at)],
)

export const draftReviews = c.table(
  'draft_reviews',
  {
    draft: c
      .str('draft')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    revision: c.int('revision').notNull(),
    by: c.str('reviewed_by').notNull(),
    verdict: c.str<Verdict>('verdict').notNull(),
    text: c.str('text'),
    at: c.at('at').notNull(),
  },
  (t) => [c.pk({ columns: [t.draft, t.revision, t.by] })],
)

/** Only the hash of a link's token is kept. One that is taken back is deleted. */
export const draftLinks = c.table(
  'draft_links',
  {
    tokenHash: c.str('token_hash').primaryKey(),
    draft: c
      .str('draft')
      .notNull()
      .references(() => drafts.id, { onDelete: 'cascade' }),
    createdBy: c.str('created_by').notNull(),
    createdAt: c.at('created_at').notNull(),
    expiresAt: c.at('expires_at').notNull(),
  },
  (t) => [c.index('draft_links_draft').on(t.draft, t.expiresAt)],
)

/**
 * The opinion map of a journey's votes up to the number `seq`, by the mode of the walks: sums alone, nobody's own place.
 * `leased_by` computes the next one until `leased_until`, so that two processes do not.
 */
export const opinionMaps = c.table('opinion_maps', {
  journey: c.str('journey').primaryKey(),
  seq: c.int('seq').notNull(),
  computedAt: c.at('computed_at'),
  maps: c.json<MapsByMode>('maps').notNull(),
  leasedBy: c.str('leased_by'),
  leasedUntil: c.at('leased_until'),
})

/** Themes that people keep over what was said. One merged into another says into which. */
export const themes = c.table(
  'themes',
  {
    id: c.str('id').primaryKey(),
    journey: c.str('journey').notNull(),
    name: c.json<Words>('name').notNull(),
    state: c.str<ThemeState>('state').notNull(),
    into: c.str('merged_into'),
    by: c.str('changed_by').notNull(),
    at: c.at('at').notNull(),
    rev: c.int('rev').notNull(),
  },
  (t) => [c.index('themes_journey').on(t.journey)],
)

/** Texts placed under themes, each with who placed it. */
export const codings = c.table(
  'codings',
  {
    contribution: c
      .str('contribution')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    theme: c
      .str('theme')
      .notNull()
      .references(() => themes.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    by: c.str('placed_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [
    c.pk({ columns: [t.contribution, t.theme] }),
    c.index('codings_journey').on(t.journey),
    c.index('codings_theme').on(t.theme),
  ],
)

/** Texts that a person has found to say the same as another: both are kept, both are counted. */
export const sameWords = c.table(
  'same_words',
  {
    contribution: c
      .str('contribution')
      .primaryKey()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    as: c
      .str('same_as')
      .notNull()
      .references(() => contributions.id, { onDelete: 'cascade' }),
    journey: c.str('journey').notNull(),
    by: c.str('found_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.index('same_words_journey').on(t.journey), c.index('same_words_as').on(t.as)],
)

/** Signed syntheses, append-only. The body holds ids and numbers, nobody's words. */
export const syntheses = c.table(
  'syntheses',
  {
    id: c.str('id').primaryKey(),
    journey: c.str('journey').notNull(),
    body: c.json<SignedBody>('body').notNull(),
    inputHash: c.str('input_hash').notNull(),
    name: c.str('signed_name').notNull(),
    by: c.str('signed_by').notNull(),
    at: c.at('at').notNull(),
  },
  (t) => [c.index('syntheses_journey').on(t.journey, t.at)],
)

/** One row, written to find out whether writing works. */
export const pulse = c.table('pulse', { id: c.int('id').notNull(), at: c.at('at').notNull() }, (t) => [
  c.pk({ columns: [t.id] }),
])
