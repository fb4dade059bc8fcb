import { z } from 'zod'
import {
  journeyFromSheet,
  planSheet,
  SECTORS,
  type SheetAnswers,
  type SheetPlan,
} from '#src/studio/from-spreadsheet.ts'
import { MOST_ROWS, readSheetFile, type SheetRow } from '#src/studio/read-sheet.ts'
import type { Context, Deps } from './context.ts'
import type { Form } from './form.ts'
import { madeFrom, refusedWay, wayView } from './studio-new-form.ts'

/** The rows come back with the answers, from whoever sends them: they are read as carefully as the file was. */
const Rows = z
  .array(z.strictObject({ number: z.int().min(1).max(100_000), cells: z.array(z.string().max(4000)).max(40) }))
  .max(MOST_ROWS)

const WHY = { 'not-a-sheet': 'notSheet', 'too-large': 'largeSheet', empty: 'emptySheet' } as const

/** First the file, then what it leaves open, then the draft. */
export async function fromSpreadsheet(c: Context, deps: Deps, form: Form): Promise<Response> {
  if (form.fields.rows !== undefined) return answered(c, deps, form, form.fields.rows)
  const file = form.files.get('file')
  if (!file || file.length === 0) return refusedWay(c, deps, 'spreadsheet', form, { why: 'missing' })
  const sheet = await readSheetFile(file)
  if (!sheet.ok) return refusedWay(c, deps, 'spreadsheet', form, { why: WHY[sheet.why] })
  const plan = planSheet(sheet.rows)
  if (!plan) return refusedWay(c, deps, 'spreadsheet', form, { why: 'emptySheet' })
  return c.html(await wayView(c, deps, 'spreadsheet', { sheet: questions(plan, sheet.rows) }))
}

function questions(plan: SheetPlan, rows: readonly SheetRow[]) {
  return { plan, rows: JSON.stringify(rows), sectors: SECTORS }
}

async function answered(c: Context, deps: Deps, form: Form, sent: string): Promise<Response> {
  const rows = rowsIn(sent)
  const { fields } = form
  const column = /^\d{1,2}$/.test(fields['title-column'] ?? '') ? Number(fields['title-column']) : undefined
  const plan = rows && planSheet(rows, column)
  if (!rows || !plan) return refusedWay(c, deps, 'spreadsheet', form, { why: 'notSheet' })
  const shown = { sheet: questions(plan, rows) }
  if (plan.asksTitle)
    return refusedWay(c, deps, 'spreadsheet', form, { why: 'titleColumn', field: 'title-column', shown })
  // Which column has the names was only just said: rows without one are asked about before any is left out.
  const isAsked = plan.untitled.every((number) => fields[`row-${number}`] !== undefined)
  if (!isAsked) {
    const values = { values: fields, languages: form.all('languages') }
    return c.html(await wayView(c, deps, 'spreadsheet', { ...values, ...shown }))
  }
  const text = (journey: Parameters<typeof journeyFromSheet>[0]) =>
    journeyFromSheet(journey, plan, answersIn(plan, fields, journey.languages))
  return madeFrom(c, deps, { way: 'spreadsheet', form, shown }, text)
}

function rowsIn(sent: string): readonly SheetRow[] | undefined {
  try {
    const read = Rows.safeParse(JSON.parse(sent))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

function answersIn(plan: SheetPlan, fields: Form['fields'], languages: readonly string[]): SheetAnswers {
  const said = ['fi', 'sv', 'en'].find((language) => language === fields.language)
  const titles = plan.untitled.map((number) => [number, (fields[`row-${number}`] ?? '').trim().slice(0, 200)] as const)
  return {
    language: said ?? languages[0] ?? 'fi',
    track: (fields.track ?? '').trim().slice(0, 200) || '1',
    sectors: new Map(plan.sectorless.map((name, index) => [name, fields[`sector-${index}`] ?? ''])),
    titles: new Map(titles),
  }
}
