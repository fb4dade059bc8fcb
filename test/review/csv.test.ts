import { expect, test } from 'vitest'
import type { Step } from '#src/journey/definition.ts'
import { promptsCsv, stepsCsv } from '#src/review/csv.ts'
import type { StepRow } from '#src/review/step-report.ts'

// The file reads nothing of the step but its id.
const step = (id: string) => ({ id }) as Step
const figures = { reached: 12, shown: undefined, answered: 0, skipped: 5, left: 0, set_aside: undefined }
const row: StepRow = { version: 2, key: 'home/milk', track: 'home', step: step('milk'), providers: ['a', 'b'], figures }

test('a row a step: withheld is an empty cell, nobody is 0, numbers are plain', () => {
  expect(stepsCsv([row])).toBe(
    'version,track,step,provider,reached,shown,answered,skipped,left,set_aside\n2,home,milk,a b,12,,0,5,0,\n',
  )
})

test('without rows the file still says what its columns are', () => {
  expect(promptsCsv([])).toBe('version,track,step,prompt,kind,option,n,of\n')
})

test('no cell can run as a formula in a spreadsheet', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r'])
    expect(stepsCsv([{ ...row, step: step(`${start}cmd|' /C calc'!A0`) }])).toContain(`'${start}cmd`)
})

test('a comma, a quote or a line break stays inside its cell', () => {
  expect(stepsCsv([{ ...row, step: step('a,"b"\nc') }])).toContain('2,home,"a,""b""\nc",a b,12')
})
