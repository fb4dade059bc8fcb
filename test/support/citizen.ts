import type { Browser } from './browser.ts'
import { type Field, formOf, type Page, type PageForm, readPage } from './page.ts'

export type Values = Record<string, string>
/** What a walker says at the prompts of a page: by field name. */
export type Say = (page: Page, form: PageForm) => Values
export type Told = {
  /** the journey page's `as` */
  readonly as?: string | undefined
  readonly tracks?: readonly string[]
}
export type Citizen = {
  readonly browser: Browser
  readonly language: string
  /** where they stand */
  readonly page: Page
  readonly path: string
  /** every page met so far, told as it was met */
  readonly steps: ReadonlySet<string>
  open(path: string): Promise<Page>
  /** sends a form of the page with a browser's own values, these over them, and follows where it leads */
  send(form: PageForm, values?: Values): Promise<Page>
  start(journey: string, told?: Told): Promise<Page>
  /** one move by the marks alone */
  forward(say?: Say): Promise<Page>
  /** by the marks alone until the outcome; answers how many moves it took */
  walk(say?: Say): Promise<number>
  /** the participation code, as the device shows it */
  code(): Promise<string>
  resume(code: string): Promise<Page>
  walkPath(): string
}
export type Watch = (page: Page, path: string, status: number) => void

const MOST_MOVES = 400
export const SILENT: Say = () => ({})

/** A walker without script, who knows nothing but the marks in the HTML. `watch` sees every page. */
export function citizen(browser: Browser, language = 'fi', watch: Watch = () => {}): Citizen {
  let path = ''
  let page: Page | undefined
  const steps = new Set<string>()

  const arrive = async (response: Response, at: string): Promise<Page> => {
    const to = response.headers.get('location')
    if (to !== null && response.status >= 300 && response.status < 400) {
      await response.arrayBuffer()
      return arrive(await browser.get(pathOf(to)), pathOf(to))
    }
    path = at
    page = readPage(await response.text())
    if (page.step !== undefined) steps.add(page.step)
    watch(page, path, response.status)
    return page
  }
  const here = () => {
    if (!page) throw new Error('nowhere yet')
    return page
  }
  const self: Citizen = {
    browser,
    language,
    steps,
    get page() {
      return here()
    },
    get path() {
      return path
    },
    open: async (to) => arrive(await browser.get(to), to),
    send: async (form, values = {}) =>
      arrive(await browser.post(form.action, { ...sent(form), ...values }), form.action),
    start: async (journey, { as, tracks = [] } = {}) => {
      const form = formOf(await self.open(`/${language}/journeys/${journey}`), 'start')
      const fields = { ...hidden(form), ...(as !== undefined && { as }), track: tracks }
      return arrive(await browser.post(form.action, fields), form.action)
    },
    forward: (say = SILENT) => move(self, say),
    walk: async (say = SILENT) => {
      for (let moves = 0; moves < MOST_MOVES; moves++) {
        if (here().name === 'outcome') return moves
        await self.forward(say)
      }
      throw new Error(`no outcome after ${MOST_MOVES} moves, at ${path}`)
    },
    code: async () => {
      const shown = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec((await self.open(`${self.walkPath()}/pause`)).text)?.[0]
      if (shown === undefined) throw new Error('the page to pause at shows no code')
      return shown
    },
    resume: async (code) => self.send(formOf(await self.open(`/${language}/resume`), 'resume'), { code }),
    walkPath: () => /^\/\w+\/walks\/[^/?]+/.exec(path)?.[0] ?? '',
  }
  return self
}

function move(self: Citizen, say: Say): Promise<Page> {
  const { page } = self
  if (page.name === 'step' || page.name === 'check') {
    const form = formOf(page, 'answer')
    return self.send(form, { ...required(form), ...say(page, form), go: 'on' })
  }
  if (page.name !== 'overview') throw new Error(`no way on from ${page.name} at ${self.path}`)
  const open = page.stepLinks.find(({ status }) => status === 'todo')
  return open ? self.open(open.href) : self.send(formOf(page, 'advance-time'))
}

function pathOf(location: string): string {
  return location.replace(/^https?:\/\/[^/]+/, '').replace(/#.*/, '')
}

function hidden({ fields }: PageForm): Values {
  return Object.fromEntries(fields.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value]))
}

/** What a browser sends of a form nobody has touched: everything but the choices that are not made. */
export function sent({ fields }: PageForm): Values {
  const isChoice = ({ type }: Field) => type === 'radio' || type === 'checkbox'
  const own = fields.filter((field) => !isChoice(field) || field.isChecked)
  return Object.fromEntries(own.map(({ name, value }) => [name, value]))
}

const PARTS: Readonly<Record<string, string>> = { day: '1', month: '3', year: '2026' }

/** A value for every question left open: the first option, the first of March 2026, the number one. */
export function required({ fields }: PageForm): Values {
  const asked = fields.filter(({ prompt, type }) => prompt === undefined && type !== 'hidden')
  const answers: Values = {}
  for (const field of asked) answers[field.name] ??= answerTo(field, asked)
  return answers
}

function answerTo({ name, value, type }: Field, asked: readonly Field[]): string {
  if (type === 'radio') {
    const options = asked.filter((one) => one.name === name)
    return (options.find(({ isChecked }) => isChecked) ?? options[0])?.value ?? ''
  }
  return value || (PARTS[/-(day|month|year)$/.exec(name)?.[1] ?? ''] ?? '1')
}

/** Says something at every prompt that stands open: the first option, and words where there is nothing to choose. */
export function answerOffered(words: string): Say {
  return (_page, { fields }) => {
    const open = fields.filter(({ prompt }) => prompt !== undefined && !prompt.isFolded)
    const choices = open.filter(({ type }) => type === 'radio')
    const texts = open.filter(({ type, prompt }) => type === 'textarea' && prompt?.kind === 'open')
    const said: Values = {}
    for (const { name, value } of choices) said[name] ??= value
    for (const { name } of texts) said[name] = words
    return said
  }
}
