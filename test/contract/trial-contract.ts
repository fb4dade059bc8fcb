import { describe, expect, test } from 'vitest'
import type { Trial } from '#src/trial/trial.ts'
import { aDevice, aTrial, BANK, begin, INVENTORY, JOURNEY, type World } from './cast.ts'

export function trialContract(world: () => World): void {
  const trials = () => world().storage.trials

  describe('a trial', () => {
    const planned: Trial = aTrial('full', {
      stage: 'closed',
      isExample: true,
      rev: 7,
      openedAt: 1_790_000_000_001,
      closedAt: 1_790_000_000_002,
      plan: {
        mandate: { fi: 'Kysymme, jotta äidin kuoltua olisi helpompaa 🕯️', sv: 'Därför frågar vi' },
        owner: { name: 'Sari Öhman', body: 'VM' },
        opensOn: '2026-12-01',
        closesOn: '2027-01-31',
        answersDueOn: '2027-03-31',
        rota: [{ name: 'Mika', hours: 'ma-pe 9-15' }],
        languages: ['fi', 'sv'],
        openness: { [INVENTORY]: { level: 'fixed', law: 'Perintökaari' }, [BANK]: { level: 'open', law: undefined } },
        weights: { [BANK]: 2.5 },
        walkers: 60,
        wanted: [{ trait: 'county', value: '17', n: 5 }],
      },
    })

    test('comes back as it was planned, what is undecided too', async () => {
      await trials().create(aTrial('bare'))
      await trials().create(planned)
      expect(await trials().find('bare')).toStrictEqual(aTrial('bare'))
      expect(await trials().find('full')).toStrictEqual(planned)
      expect(await trials().find('nobody')).toBeUndefined()
    })

    test('is listed newest first', async () => {
      for (const [id, createdAt] of [
        ['old', 1],
        ['new', 3],
        ['middle', 2],
      ] as const)
        await trials().create(aTrial(id, { createdAt }))
      expect((await trials().all()).map(({ id }) => id)).toStrictEqual(['new', 'middle', 'old'])
    })

    test('that takes walks is the current one, else the newest that answers or is closed, never a draft', async () => {
      const add = (id: string, stage: Trial['stage'], createdAt: number) =>
        trials().create(aTrial(id, { stage, createdAt }))
      const current = async () => (await trials().current(JOURNEY))?.id
      await add('draft', 'draft', 90)
      await trials().create(aTrial('another journey', { journey: 'marriage', stage: 'mapping' }))
      expect(await current()).toBeUndefined()
      await add('closed', 'closed', 20)
      expect(await current()).toBe('closed')
      await add('answering', 'answering', 30)
      expect(await current()).toBe('answering')
      await add('mapping', 'mapping', 5)
      expect(await current()).toBe('mapping')
      await add('recruiting', 'recruiting', 10)
      expect(await current()).toBe('recruiting')
    })

    test('is saved by one of three who saw the same revision', async () => {
      await trials().create(aTrial('t'))
      const seen = aTrial('t')
      const saves = [1, 2, 3].map((walkers) => trials().save({ ...seen, plan: { ...seen.plan, walkers } }, 0))
      const results = await Promise.all(saves)
      expect(results.filter((isSaved) => isSaved)).toHaveLength(1)
      const stored = await trials().find('t')
      expect(stored).toStrictEqual({ ...seen, rev: 1, plan: { ...seen.plan, walkers: results.indexOf(true) + 1 } })

      expect(await trials().save(aTrial('t', { stage: 'closed' }), 0)).toBe(false)
      expect(await trials().find('t')).toStrictEqual(stored)
      expect(await trials().save(aTrial('t', { stage: 'recruiting', openedAt: 5 }), 1)).toBe(true)
      expect(await trials().find('t')).toStrictEqual(aTrial('t', { stage: 'recruiting', openedAt: 5, rev: 2 }))
      expect(await trials().save(aTrial('nobody'), 0)).toBe(false)
    })
  })

  describe('a way in', () => {
    test('is found by its code, which is nobody else’s', async () => {
      for (const id of ['spring', 'autumn']) await trials().create(aTrial(id))
      const library = { id: 'c1', trial: 'spring', name: 'Kirjasto', code: 'kirja' }
      const parish = { id: 'c2', trial: 'spring', name: 'Församling', code: 'kyrka' }
      for (const channel of [library, parish]) await trials().addChannel(channel)
      expect(await trials().channels('spring')).toStrictEqual([parish, library])
      expect(await trials().channels('autumn')).toStrictEqual([])
      expect(await trials().channelByCode('kirja')).toStrictEqual(library)
      expect(await trials().channelByCode('koira')).toBeUndefined()
      await expect(trials().addChannel({ ...library, id: 'c3', trial: 'autumn' })).rejects.toThrow()
    })
  })

  describe('a contact', () => {
    const DAY = Date.parse('2026-03-10T00:00:00Z')
    const MOMENT = Date.parse('2026-03-10T17:45:12.345Z')

    test('is kept sealed with its day, and taken away', async () => {
      for (const id of ['spring', 'autumn']) await trials().create(aTrial(id))
      const contact = { id: 'k1', trial: 'spring', sealed: 'a3.ää', at: MOMENT }
      await trials().signUp(contact)
      await trials().signUp({ ...contact, id: 'k0', at: MOMENT + 86_400_000 })
      expect(await trials().contacts('spring')).toStrictEqual([
        { ...contact, at: DAY },
        { ...contact, id: 'k0', at: DAY + 86_400_000 },
      ])
      expect(await trials().contacts('autumn')).toStrictEqual([])
      expect(await trials().removeContact('k1')).toBe(true)
      expect(await trials().removeContact('k1')).toBe(false)
      expect((await trials().contacts('spring')).map(({ id }) => id)).toStrictEqual(['k0'])
    })

    test('cannot be joined to a walk: besides the trial they have no value in common', async () => {
      await trials().create(aTrial('spring'))
      const at = { openedAt: MOMENT, touchedAt: MOMENT }
      await begin(world(), 'w', { participant: 'aino', trial: 'spring', channel: 'library', ...at })
      await world().storage.walks.keepDevice(aDevice('phone', 'aino'))
      await trials().setBackground({ walk: 'w', background: { county: '17' }, at: MOMENT })
      await trials().signUp({ id: 'k1', trial: 'spring', sealed: 'sealed', at: MOMENT })

      const [contact = {}] = await rows('contacts')
      expect(Object.keys(contact).sort()).toStrictEqual(['day', 'id', 'sealed', 'trial'])
      const own = Object.entries(contact).flatMap(([name, value]) => (name === 'trial' ? [] : [String(value)]))
      for (const table of ['walks', 'participants', 'devices', 'events', 'backgrounds', 'submissions']) {
        const theirs = new Set((await rows(table)).flatMap(Object.values).map(String))
        for (const value of own) expect(theirs, table).not.toContain(value)
      }
    })
  })

  describe('a background', () => {
    test('is told, told anew, taken back, and nothing told is none', async () => {
      await begin(world(), 'w')
      expect(await trials().background('w')).toBeUndefined()
      const background = { standpoint: 'own-recent', county: '17', age: '60-74', language: 'sv', assistive: 'none' }
      await trials().setBackground({ walk: 'w', background, at: 3000 })
      expect(await trials().background('w')).toStrictEqual(background)
      expect((await world().storage.walks.find('w'))?.walk).toMatchObject({ rev: 0, touchedAt: 3000 })

      await trials().setBackground({ walk: 'w', background: { county: '01' }, at: 3001 })
      expect(await trials().background('w')).toStrictEqual({ county: '01' })
      await trials().setBackground({ walk: 'w', background: {}, at: 3002 })
      expect(await trials().background('w')).toBeUndefined()
      await trials().setBackground({ walk: 'w', background, at: 3003 })
      await trials().setBackground({ walk: 'w', background: undefined, at: 3004 })
      expect(await rows('backgrounds')).toStrictEqual([])
    })

    test('of a walk that is gone is not kept', async () => {
      await trials().setBackground({ walk: 'nobody', background: { county: '17' }, at: 3000 })
      expect(await rows('backgrounds')).toStrictEqual([])
    })
  })

  async function rows(table: string): Promise<readonly object[]> {
    return (await world().sql(`select * from ${table}`)) as readonly object[]
  }
}
