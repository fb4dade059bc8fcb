import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { LANGUAGES } from '#src/i18n/language.ts'
import { dayOf } from '#src/trial/day.ts'
import { calendarFile, datesOf } from '#src/walk/calendar-file.ts'
import { realToday } from '#src/walk/checklist.ts'
import { findHere, type Here } from '#src/walk/here.ts'
import { ledgerOf } from '#src/walk/ledger.ts'
import { plainIn } from '#views/said-in.ts'
import { checklistPage } from '#views/walk/checklist.ts'
import type { Reader } from '#views/walk/frame.ts'
import { ledgerPage } from '#views/walk/ledger.ts'
import type { Context, Deps, Env } from './context.ts'
import { personal } from './headers.ts'
import { readerOf } from './reader.ts'

/** What a walker takes along: who knows what, a list for paper, dates for a calendar. */
export function walkPaperRoutes(deps: Deps): Hono<Env> {
  const routes = new Hono<Env>()
  for (const language of LANGUAGES) routes.route(`/${language}`, papers(deps))
  return routes
}

function papers(deps: Deps): Hono<Env> {
  return new Hono<Env>()
    .get('/walks/:walk/ledger', async (c) => {
      const here = await mine(c, deps)
      const ledger = ledgerOf(here, await deps.walks.events(here.walk.id))
      return c.html(ledgerPage(readerOf(c, deps), here, ledger))
    })
    .get('/walks/:walk/checklist', async (c) => {
      const here = await mine(c, deps)
      const { own } = realToday(here.steps)
      const page = { here, own, day: dayOf(deps.now()), hasDates: datesOf(here).length > 0 }
      return c.html(checklistPage(readerOf(c, deps), page))
    })
    .get('/walks/:walk/deadlines.ics', async (c) => {
      const here = await mine(c, deps)
      c.header('content-type', 'text/calendar; charset=utf-8')
      c.header('content-disposition', 'attachment; filename="polku.ics"')
      return c.body(calendarFile(here, entryWords(readerOf(c, deps), here), deps.now()))
    })
}

function mine(c: Context, deps: Deps): Promise<Here> {
  personal(c)
  return findHere(deps, c.req.param('walk') ?? '', c.get('participant'))
}

/** A calendar is often shared: where a journey has a quick exit, nothing in it tells what the dates are about. */
function entryWords({ language, words }: Reader, { journey }: Here) {
  const text = words.paper.calendar
  const isQuiet = journey.definition.quick_exit === true
  return {
    language,
    summary: ({ place }: Here['steps'][number]) =>
      text.summary(isQuiet ? text.neutral : plainIn(language, place.step.title)),
    description: text.description,
    idOf: (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32),
  }
}
