import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readJourneyFolder } from '#src/storage/journey-files.ts'
import { temporaryFolder } from '../support/storage.ts'

test('journeys are read as they are written, with the example people beside them where there are any', async () => {
  const folder = temporaryFolder()
  for (const id of ['marriage', 'divorce', 'empty']) mkdirSync(join(folder, id))
  writeFileSync(join(folder, 'notes.txt'), 'not a journey')
  writeFileSync(join(folder, 'marriage/journey.yaml'), 'id: marriage # häät\n')
  writeFileSync(join(folder, 'marriage/personas.yaml'), '- id: aino\n')
  writeFileSync(join(folder, 'divorce/journey.yaml'), 'id: divorce\n')

  expect(await readJourneyFolder(folder)).toStrictEqual([
    { id: 'divorce', file: join(folder, 'divorce/journey.yaml'), text: 'id: divorce\n' },
    {
      id: 'marriage',
      file: join(folder, 'marriage/journey.yaml'),
      text: 'id: marriage # häät\n',
      personasText: '- id: aino\n',
    },
  ])
  rmSync(folder, { recursive: true })
})
