import { randomBytes } from 'node:crypto'
import { citizen, required, sent, type Values } from '../support/citizen.ts'
import { formOf, type Page } from '../support/page.ts'
import type { RunningServer } from '../support/server.ts'
import { SHIPPED } from '../support/shipped.ts'
import type { Visitor } from './load.ts'

/** opinion: other words at a task already done · question: another answer, on which later steps depend */
export type Case = 'opinion' | 'question'
const WORDS = ['tämä auttoi minua', 'tämä ei auttanut minua'] as const

/** Somebody who has walked to such a step, the first one after the situation for an opinion, and answers it in two ways by turns, each through the form they were shown. */
export async function walkerAt(server: RunningServer, which: Case): Promise<{ visitor: Visitor; bytes: number }> {
  const walker = citizen(server.visitor(), 'fi')
  await walker.start(SHIPPED, { as: 'own' })
  while (!isWanted(walker.page, which)) await walker.forward()
  const path = walker.path.replace(/\?.*/, '')

  const answers = answersAt(await walker.open(path), which)
  const forms: Values[] = []
  for (const answer of answers) {
    const form = formOf(await walker.open(path), 'answer')
    await walker.send(form, { ...required(form), ...answer, go: 'on' })
    forms.push(sent(formOf(await walker.open(path), 'answer')))
  }
  const leadsTo = await leadOf(walker.browser, path, { ...forms[1], ...answers[0], go: 'on', key: newKey() })
  const back = await leadOf(walker.browser, path, { ...forms[0], ...answers[1], go: 'on', key: newKey() })
  if (back !== leadsTo) throw new Error(`one answer leads to ${leadsTo}, the other to ${back}`)

  const cookie = [...walker.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  // The form shown while one answer stood, sent with the other.
  const posts = [0, 1].map((turn) => () => {
    const fields = { ...forms[1 - turn], ...answers[turn], go: 'on', key: newKey() }
    return { path, body: new URLSearchParams(fields).toString() }
  })
  // Read is the step that comes next: opened before, nothing said there yet, as most pages are met.
  const bytes = Buffer.byteLength((await walker.open(leadsTo)).text)
  if (walker.page.name !== 'step') throw new Error(`${leadsTo} is no step`)
  return { visitor: { get: { path: leadsTo, headers: { cookie } }, posts, leadsTo }, bytes }
}

function isWanted({ name, step }: Page, which: Case): boolean {
  if (name !== 'step' || step === undefined) return false
  return which === 'question' ? step === 'situation/about-the-deceased' : !step.startsWith('situation/')
}

function answersAt(page: Page, which: Case): readonly [Values, Values] {
  if (which === 'opinion') return [{ 'p.open.text': WORDS[0] }, { 'p.open.text': WORDS[1] }]
  const radio = formOf(page, 'answer').fields.filter(({ prompt, type }) => prompt === undefined && type === 'radio')
  const options = radio.filter(({ name }) => name === radio[0]?.name).map(({ name, value }) => ({ [name]: value }))
  return [options[0] ?? {}, options[1] ?? {}]
}

async function leadOf(browser: ReturnType<RunningServer['visitor']>, path: string, fields: Values): Promise<string> {
  const answer = await browser.post(path, fields)
  if (answer.status !== 303) throw new Error(`${answer.status} at ${path}`)
  return answer.headers.get('location')?.replace(/\?.*/, '') ?? ''
}

function newKey(): string {
  return randomBytes(10).toString('hex')
}

/** The bare server knows no walks: the same two answers, one row each. */
export function strangerAt(nth: number): Visitor {
  const path = `/step/who-${nth}`
  const posts = WORDS.map((said) => () => ({ path, body: new URLSearchParams({ said, key: newKey() }).toString() }))
  return { get: { path, headers: {} }, posts, leadsTo: '/next' }
}
