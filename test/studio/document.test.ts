import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LineCounter, Parser, parse } from 'yaml'
import { checkText } from '#src/journey/check.ts'
import { readDefinition, writeDefinition } from '#src/journey/notation.ts'
import { prove } from '#src/journey/prove.ts'
import { change, type Operation, valuesOf } from '#src/studio/document.ts'
import { addItem } from '#src/studio/new-items.ts'
import { addStep, addThing, addTrack } from '#src/studio/new-parts.ts'
import { stepForm } from '#src/studio/step-form.ts'
import { thingForm } from '#src/studio/thing-forms.ts'
import { at, namesAt, stepPlaces } from '#src/studio/values.ts'
import { FIRST_CAT } from './promised.ts'

/** Every comment of a text, line by line: what must never be lost. */
function commentsOf(text: string): string[] {
  const found: string[] = []
  const collect = (token: unknown) => {
    if (typeof token !== 'object' || token === null) return
    if (Reflect.get(token, 'type') === 'comment') found.push(String(Reflect.get(token, 'source')).trim())
    for (const part of Object.values(token)) collect(part)
  }
  for (const token of new Parser(new LineCounter().addNewLine).parse(text)) collect(token)
  return found
}

function lost(before: string, after: string): readonly string[] {
  const kept = commentsOf(after)
  return commentsOf(before).filter((comment) => {
    const place = kept.indexOf(comment)
    if (place >= 0) kept.splice(place, 1)
    return place < 0
  })
}

const COMMENTED = `# Kuka tätä hoitaa: Sari
${writeDefinition(FIRST_CAT)
  .replace('facts:', '# kysymykset\nfacts: # tähän lisää')
  .replace('    steps:', '    # ennen askelia\n    steps: # askeleet')
  .replace('      - id: milk', '      # maidosta\n      - id: milk # lämmin?')
  .replace('      - id: tell-the-register', '      # rekisteristä\n      - id: tell-the-register')}
# loppusanat
`

const done = (text: string, ...operations: readonly Operation[]): string => {
  const changed = change(text, operations)
  if (!changed.ok) throw new Error(changed.trouble)
  return changed.text
}
const MILK = ['tracks', 'home', 'steps', 'milk']

describe('a change', () => {
  test('touches its own lines alone', () => {
    const after = done(COMMENTED, { do: 'set', path: [...MILK, 'title', 'fi'], value: 'Kaakao' })
    const before = new Set(COMMENTED.split('\n').map((line) => line.replace(/ #.*/, '')))
    expect(after.split('\n').filter((line) => !/^\s*#/.test(line) && !before.has(line.replace(/ #.*/, '')))).toEqual([
      '          fi: Kaakao',
    ])
  })

  test('leaves the comments of what is taken out with its neighbour', () => {
    const after = done(COMMENTED, { do: 'remove', path: MILK })
    expect(lost(COMMENTED, after)).toEqual([])
    expect(after).not.toContain('Mjölken')
  })

  test('keeps what no form can show', () => {
    const odd = COMMENTED.replace('facts:', 'later: { of: [some, thing] } # huomio\nfacts:')
    const after = done(odd, { do: 'set', path: ['title', 'fi'], value: 'Uusi' })
    expect(at(valuesOf(after), ['later', 'of'])).toEqual(['some', 'thing'])
  })

  test('of something said once and used twice is a change in one place', () => {
    const twice = 'title: &t { fi: Yksi } # nimi\nsummary: *t\n'
    const after = done(twice, { do: 'set', path: ['title', 'fi'], value: 'Kaksi' })
    expect(valuesOf(after)).toEqual({ title: { fi: 'Kaksi' }, summary: { fi: 'Yksi' } })
    expect(lost(twice, after)).toEqual([])
  })

  test('that cannot be made is told and makes nothing', () => {
    const troubles = [
      [{ do: 'remove', path: ['tracks', 'garden'] }, 'not-there'],
      [{ do: 'set', path: ['id', 'fi'], value: 'x' }, 'in-the-way'],
      [{ do: 'add', path: ['facts'], id: 'colour', value: {} }, 'taken'],
      [{ do: 'move', path: MILK, by: 1 }, 'at-the-end'],
      [{ do: 'rename', path: ['facts', 'moved_on'], to: 'colour' }, 'taken'],
    ] as const
    for (const [operation, trouble] of troubles)
      expect(change(COMMENTED, [operation]), JSON.stringify(operation)).toMatchObject({ ok: false, trouble })
    for (const text of ['', '- a\n', 'a: b: c', 'just words', '{', '&a'])
      expect(change(text, [{ do: 'set', path: ['title', 'fi'], value: 'x' }])).toMatchObject({ ok: false })
  })
})

describe('another id', () => {
  const sound = (text: string) => checkText(text).filter(({ severity }) => severity === 'error')

  test.each([
    [['facts', 'moved_on'], 'moving_day'],
    [['facts', 'colour'], 'fur'],
    [['providers', 'cat_register'], 'register'],
    [['tracks', 'home'], 'new-home'],
    [MILK, 'warm-milk'],
  ] as const)('of %s is followed by whatever names it', (path, to) => {
    const needs = done(
      COMMENTED,
      { do: 'set', path: ['tracks', 'home', 'steps', 'milk', 'needs'], value: ['home/tell-the-register'] },
      {
        ...{ do: 'set', path: [...MILK, 'when'] },
        value: {
          all: [
            { fact: 'colour', is: 'black' },
            { fact: 'moved_on', before: '2026-01-01' },
          ],
        },
      },
    )
    expect(sound(needs)).toEqual([])
    const after = done(needs, { do: 'rename', path: [...path], to })
    expect(sound(after)).toEqual([])
    expect(lost(needs, after)).toEqual([])
    expect(at(valuesOf(after), [...path])).toBeUndefined()
  })
})

/** One press in a form, as numbers that mean something in any text: which kind of change, at which of what there is. */
const press = fc.record({
  kind: fc.nat(10),
  which: fc.nat(1000),
  where: fc.nat(1000),
  words: fc.string({ maxLength: 20 }),
})
type Press = { readonly kind: number; readonly which: number; readonly where: number; readonly words: string }
const pick = <T>(all: readonly T[], n: number): T | undefined => all[n % Math.max(1, all.length)]

function operationOf(tree: unknown, { kind, which, where, words }: Press): Operation | undefined {
  const step = pick(stepPlaces(tree), which)
  const track = pick(namesAt(tree, ['tracks']), which) ?? 'home'
  const path = step && ['tracks', step.track, 'steps', step.step]
  const thing = pick(namesAt(tree, ['facts']), which) ?? 'nothing'
  const said = { fi: words || 'x' }
  const fields = path && stepForm(tree, step.track, step.step).parts.flatMap((part) => part.fields)
  const field = pick(fields ?? [], where)
  const own = pick(
    thingForm(tree, 'facts', thing).parts.flatMap((part) => part.fields),
    where,
  )
  const OPERATIONS: readonly (Operation | undefined)[] = [
    field && { do: 'set', path: field.path, value: field.lang ? words || undefined : undefined },
    own?.lang ? { do: 'set', path: own.path, value: words || undefined } : undefined,
    addStep(tree, track, { kind: pick(['task', 'question', 'automatic', 'info'], where) ?? 'task', title: said }),
    addTrack(tree, said),
    addThing(tree, pick(['facts', 'providers', 'data', 'conditions'], where) ?? 'facts', said, 'boolean'),
    path && { do: 'move', path, by: where % 2 ? 1 : -1 },
    path && { do: 'remove', path },
    path && { do: 'rename', path, to: `s-${where}`, keepsName: which % 2 === 0 },
    { do: 'rename', path: ['facts', thing], to: `f_${where}` },
    path && { do: 'set', path: [...path, 'when'], value: { not: { fact: thing, known: true } } },
    step && addedItem(tree, step, where),
  ]
  return OPERATIONS[kind % OPERATIONS.length]
}

/** One more of any list that the form of a step has. */
function addedItem(tree: unknown, { track, step }: { track: string; step: string }, where: number) {
  const form = stepForm(tree, track, step)
  const lists = form.parts.flatMap(({ list }) => list ?? [])
  return addItem(tree, form, pick(lists, where) ?? '')[0]
}

const LONG = process.env.POLKU_LONG !== undefined

test('whatever is pressed, the text can be read, no comment is lost, and the check says what it says of the file', () => {
  fc.assert(
    fc.property(fc.array(press, { minLength: 1, maxLength: LONG ? 200 : 40 }), (presses) => {
      let text = COMMENTED
      const before: string[] = []
      for (const [index, one] of presses.entries()) {
        if (one.kind === 10 && index % 5 === 4) {
          // undo, and by hand a comment in the text
          text = before.pop() ?? text
          text = `# käsin ${index}\n${text}`
          continue
        }
        const operation = operationOf(valuesOf(text), one)
        const changed = operation && change(text, [operation])
        if (!changed?.ok) continue
        expect(lost(text, changed.text)).toEqual([])
        // What is remembered of a text that was just written is what anybody reads in it.
        expect(parse(changed.text)).toEqual(valuesOf(changed.text))
        before.push(text)
        text = changed.text
      }
      const read = readDefinition(text)
      const found = checkText(text)
      expect(read.ok || found.some(({ severity }) => severity === 'error')).toBe(true)
      if (read.ok) {
        const again = readDefinition(writeDefinition(read.definition))
        expect(again.ok && prove(again.definition, again.lines).findings.length).toBe(
          prove(read.definition, read.lines).findings.length,
        )
      }
    }),
    { numRuns: LONG ? 200 : 12 },
  )
})
