import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { check } from '#src/check-command.ts'
import { changed, EXAMPLE, lineWith } from './example.ts'

const folder = mkdtempSync(join(tmpdir(), 'polku-check-'))
afterAll(() => rmSync(folder, { recursive: true }))

function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

test('every shipped journey and its personas can be published', () => {
  const { exitCode, text } = check([])
  expect(
    text.split('\n').filter((line) => !/^journeys\/[a-z-]+\/(journey|personas)\.yaml:\d+: (warning|note): /.test(line)),
  ).toEqual([])
  expect(exitCode).toBe(0)
})

test('a sound file exits with 0, an error in a file with 1 and a line about it', () => {
  expect(check([written('sound.yaml', EXAMPLE)])).toMatchObject({ exitCode: 0 })

  const text = changed('provider: locksmith', 'provider: locksmit')
  const file = written('faulty.yaml', text)
  const { exitCode, text: lines } = check([file])
  expect(exitCode).toBe(1)
  expect(lines.split('\n')).toContain(
    `${file}:${lineWith(text, 'locksmit\n')}: lock/new-lock provider: there is no provider locksmit. Did you mean locksmith?`,
  )
})

test('as JSON each finding has its file, line, severity, name and sentence', () => {
  const file = written('shape.yaml', changed('kind: decision', 'kind: desicion'))
  expect(JSON.parse(check([file], { json: true }).text)).toEqual([
    expect.objectContaining({
      file,
      severity: 'error',
      code: 'not-one-of',
      line: expect.any(Number),
      message: expect.stringMatching(/choose one of/),
    }),
  ])
})

test('personas beside a journey are checked with it', () => {
  written('journey.yaml', EXAMPLE)
  const personas = written(
    'personas.yaml',
    '- { id: aino, name: Aino, introduction: { fi: Aino, sv: Aino, en: Aino }, facts: { lost_on: 2026-03-01, home: tent } }',
  )
  expect(check([join(folder, 'journey.yaml')])).toMatchObject({
    exitCode: 1,
    text: expect.stringContaining(`${personas}:1: `),
  })
  expect(check([personas]).exitCode).toBe(1)
})

test('a file that is not there is a finding, not a crash', () => {
  expect(check([join(folder, 'none.yaml')])).toMatchObject({
    exitCode: 1,
    text: `${join(folder, 'none.yaml')}:1: The file cannot be read.`,
  })
})

test('of a folder every journey in it is checked, and an editor is told the column too', () => {
  const text = changed('provider: locksmith', 'provider: locksmit')
  const inner = join(folder, 'ours', 'deep')
  mkdirSync(inner, { recursive: true })
  writeFileSync(join(inner, 'journey.yaml'), text)
  const found: readonly { code: string }[] = JSON.parse(check([join(folder, 'ours')], { json: true }).text)
  const line = lineWith(text, 'locksmit\n')
  const column = (text.split('\n')[line - 1] ?? '').indexOf('provider') + 1
  expect(found.find(({ code }) => code === 'unknown-provider')).toMatchObject({
    ...{ file: join(inner, 'journey.yaml'), line, column },
  })
  expect(check([join(folder, 'nothing-here')]).exitCode).toBe(1)
})
