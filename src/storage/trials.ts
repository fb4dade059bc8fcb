import { and, asc, desc, eq } from 'drizzle-orm'
import type { Channel, Stage, Trial } from '#src/trial/trial.ts'
import type { Contact, TrialStore } from '#src/trial/trial-store.ts'
import { background, setBackground } from './backgrounds.ts'
import { ask, type Body, type Engine, type On } from './engine.ts'
import { channelReach, pace, reached } from './reach.ts'
import { fromTrial, toTrial } from './trial-rows.ts'

export function trialStore({ read, write }: Engine): TrialStore {
  return {
    create: (trial) => write((on) => create(on, trial)),
    find: (id) => read((on) => find(on, id)),
    all: () => read(all),
    current: (journey) => read((on) => current(on, journey)),
    save: (trial, rev) => write((on) => save(on, trial, rev)),
    addChannel: (channel) => write((on) => addChannel(on, channel)),
    channels: (trial) => read((on) => channels(on, trial)),
    channelByCode: (code) => read((on) => channelByCode(on, code)),
    channelReach: (trial) => read((on) => channelReach(on, trial)),
    signUp: (contact) => write((on) => signUp(on, contact)),
    contacts: (trial) => read((on) => contacts(on, trial)),
    removeContact: (id) => write((on) => removeContact(on, id)),
    setBackground: (input) => write((on) => setBackground(on, input)),
    background: (walk) => read((on) => background(on, walk)),
    reached: (trial) => read((on) => reached(on, trial)),
    pace: (trial) => read((on) => pace(on, trial)),
  }
}

function* create({ db, t }: On, trial: Trial): Body<void> {
  yield* ask(db.insert(t.trials).values(fromTrial(trial)))
}

function* find({ db, t: { trials } }: On, id: string): Body<Trial | undefined> {
  const [row] = yield* ask(db.select().from(trials).where(eq(trials.id, id)))
  return row && toTrial(row)
}

function* all({ db, t: { trials } }: On): Body<readonly Trial[]> {
  const rows = yield* ask(db.select().from(trials).orderBy(desc(trials.createdAt), desc(trials.id)))
  return rows.map(toTrial)
}

function* current({ db, t: { trials } }: On, journey: string): Body<Trial | undefined> {
  const rows = yield* ask(
    db.select().from(trials).where(eq(trials.journey, journey)).orderBy(desc(trials.createdAt), desc(trials.id)),
  )
  const newest = (...stages: readonly Stage[]) => rows.find(({ stage }) => stages.includes(stage))
  const row = newest('recruiting', 'mapping') ?? newest('answering', 'closed')
  return row && toTrial(row)
}

/** The revision is asked for in the update itself: of two who saw the same one, the second finds nothing to update. */
function* save({ db, t: { trials } }: On, trial: Trial, rev: number): Body<boolean> {
  const saved = yield* ask(
    db
      .update(trials)
      .set({ ...fromTrial(trial), rev: rev + 1 })
      .where(and(eq(trials.id, trial.id), eq(trials.rev, rev)))
      .returning({ id: trials.id }),
  )
  return saved.length > 0
}

function* addChannel({ db, t }: On, channel: Channel): Body<void> {
  yield* ask(db.insert(t.channels).values(channel))
}

function* channels({ db, t: { channels } }: On, trial: string): Body<readonly Channel[]> {
  return yield* ask(
    db.select().from(channels).where(eq(channels.trial, trial)).orderBy(asc(channels.name), asc(channels.id)),
  )
}

function* channelByCode({ db, t: { channels } }: On, code: string): Body<Channel | undefined> {
  const [row] = yield* ask(db.select().from(channels).where(eq(channels.code, code)))
  return row
}

const DAY_MS = 86_400_000

/** Only the day is kept: signing up comes right after a walk's last write, so the moment would tell whose walk it was. */
function* signUp({ db, t }: On, { at, ...contact }: Contact): Body<void> {
  yield* ask(db.insert(t.contacts).values({ ...contact, day: at - (at % DAY_MS) }))
}

function* contacts({ db, t: { contacts } }: On, trial: string): Body<readonly Contact[]> {
  const rows = yield* ask(
    db.select().from(contacts).where(eq(contacts.trial, trial)).orderBy(asc(contacts.day), asc(contacts.id)),
  )
  return rows.map(({ day, ...contact }) => ({ ...contact, at: day }))
}

function* removeContact({ db, t: { contacts } }: On, id: string): Body<boolean> {
  const gone = yield* ask(db.delete(contacts).where(eq(contacts.id, id)).returning({ id: contacts.id }))
  return gone.length > 0
}
