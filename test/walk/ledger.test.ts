import { expect, test } from 'vitest'
import { type Ledger, ledgerOf } from '#src/walk/ledger.ts'
import { AINO, answered, begin, hereOf, type PureWalk, toTheEnd } from './pure-walk.ts'

const ledger = (walk: PureWalk) => ledgerOf(hereOf(walk), walk.events)
const at = ({ movements }: Ledger, share: string) => movements.find((movement) => movement.share.id === share)
const walked = toTheEnd(begin(), AINO)

test('at the start nothing has moved, and nobody has anything', () => {
  const { movements, holders, own } = ledger(begin())
  expect(movements.length).toBeGreaterThan(20)
  expect(new Set(movements.map(({ state }) => state))).toEqual(new Set(['ahead']))
  expect([holders.size, own.length]).toEqual([0, 0])
})

test('every hand-over of a step that was gone through or replied to has moved, on a day of the trial', () => {
  const { movements } = ledger(walked)
  expect(movements.every(({ state, on }) => state === 'moved' && on !== null && on > '2026-03-01')).toBe(true)
  const days = movements.map(({ on }) => String(on))
  expect(days).toEqual(days.toSorted())
})

test('who has what follows from what has moved, and the walker is nobody else', () => {
  const { holders } = ledger(walked)
  expect(holders.get('tax')).toContain('estate_value')
  expect(holders.has('self')).toBe(false)
})

test('a transfer refused is told as refused, on the day it was asked, and its receiver does not get it', () => {
  const refused = answered(walked, 'estate/consent-to-share', { 'share-report-to-bank': 'no' })
  const now = ledger(refused)
  expect(at(now, 'report-to-bank')).toMatchObject({ state: 'refused', step: 'estate/family-report' })
  expect(at(now, 'report-to-bank')?.on).toBe(refused.progress.record.done['estate/consent-to-share'])
  expect(ledger(walked).holders.get('bank')).toContain('family_relations')
  expect(now.holders.get('bank')).not.toContain('family_relations')
})

test('a consent nobody asked for has not been given', () => {
  const { 'share-report-to-bank': _, ...told } = walked.told
  expect(at(ledger({ ...walked, told }), 'report-to-bank')?.state).toBe('ahead')
})

test('where the basis is law, the law and the sources of the step stand beside it', () => {
  const law = ledger(walked).movements.filter(({ share }) => share.basis === 'law')
  expect(law.length).toBeGreaterThan(0)
  expect(law.every(({ cited, law }) => law !== undefined || cited.length > 0)).toBe(true)
  const others = ledger(walked).movements.filter(({ share }) => share.basis !== 'law')
  expect(others.every(({ cited, law }) => law === undefined && cited.length === 0)).toBe(true)
})

test('corrections and signatures stand with the simulated day they were last written, until they are taken back', () => {
  const step = 'estate/inventory'
  const written: PureWalk = {
    ...walked,
    told: { ...walked.told, 'line-debts': 'Ei mitään', 'sign-estate_inventory': 'yes' },
    events: [
      ...walked.events,
      { kind: 'answered', step, names: ['line-debts', 'line-balances'] },
      { kind: 'advanced', to: '2027-01-05' },
      { kind: 'answered', step, names: ['line-debts', 'sign-estate_inventory'] },
    ],
  }
  expect(ledger(written).own).toEqual([
    { kind: 'line', of: 'debts', step, on: '2027-01-05' },
    { kind: 'sign', of: 'estate_inventory', step, on: '2027-01-05' },
  ])
})
