import type { Browser } from '../support/browser.ts'
import { all, type Element } from '../support/html.ts'
import { type Page, readPage } from '../support/page.ts'

type Values = Readonly<Record<string, string | readonly string[]>>

/** The first form of this name, or the one that also has these marks. */
export function formIn(page: Page, name: string, marks: Readonly<Record<string, string>> = {}): Element {
  const wanted = { 'data-form': name, ...marks }
  const [form] = all(page.main, ({ attributes }) =>
    Object.entries(wanted).every(([mark, value]) => attributes[mark] === value),
  )
  if (!form) throw new Error(`no form ${name} on ${page.name}`)
  return form
}

/** What a browser sends of a form as it stands: every input, text and choice, repeated ones in their order. */
export function valuesIn(form: Element): Record<string, string[]> {
  const values: Record<string, string[]> = {}
  const add = (name: string | undefined, value: string) => {
    if (name) values[name] = [...(values[name] ?? []), value]
  }
  for (const field of all(form, ({ name }) => ['input', 'textarea', 'select'].includes(name))) {
    const { attributes } = field
    const isOff = ['checkbox', 'radio'].includes(attributes.type ?? '') && !('checked' in attributes)
    if (field.name === 'textarea') add(attributes.name, field.children.join('').replace(/^\n/, ''))
    else if (field.name === 'select') add(attributes.name, chosen(field))
    else if (!isOff && attributes.type !== 'file') add(attributes.name, attributes.value ?? '')
  }
  return values
}

function chosen(field: Element): string {
  const options = all(field, ({ name }) => name === 'option')
  const own = options.find(({ attributes }) => 'selected' in attributes) ?? options[0]
  return own?.attributes.value ?? ''
}

export async function open(browser: Browser, path: string, status = 200): Promise<Page> {
  const response = await browser.get(path)
  const text = await response.text()
  if (response.status !== status) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 300)}`)
  return readPage(text)
}

/** Fills in a form and presses a button; what comes back is the answer as it is. */
export function press(browser: Browser, form: Element, fields: Values = {}, go?: string): Promise<Response> {
  const sent = { ...valuesIn(form), ...fields, ...(go !== undefined && { go }) }
  return browser.post(form.attributes.action ?? '', sent)
}

/** The page that a pressed button leads to. */
export async function after(browser: Browser, pressed: Promise<Response>): Promise<Page> {
  const response = await pressed
  if (response.status !== 303) throw new Error(`answered ${response.status}: ${(await response.text()).slice(0, 2000)}`)
  return open(browser, (response.headers.get('location') ?? '').split('#')[0] ?? '')
}
