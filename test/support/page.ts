import { all, closest, type Element, readHtml, textOf } from './html.ts'

export type Prompted = { readonly id: string; readonly kind: string; readonly isFolded: boolean }
export type Field = {
  readonly name: string
  readonly type: string
  readonly value: string
  readonly isChecked: boolean
  readonly prompt: Prompted | undefined
}
export type PageForm = {
  readonly kind: string
  readonly action: string
  readonly fields: readonly Field[]
  /** values of the buttons named `go` */
  readonly buttons: readonly string[]
}
export type StepLink = { readonly step: string; readonly status: string; readonly href: string }
export type Page = {
  readonly text: string
  readonly root: Element
  readonly main: Element
  readonly language: string
  /** data-page */
  readonly name: string
  /** data-track/data-step, on a step's page */
  readonly step: string | undefined
  readonly forms: readonly PageForm[]
  readonly prompts: readonly Prompted[]
  readonly stepLinks: readonly StepLink[]
}

/** What a page says by its marks alone. */
export function readPage(text: string): Page {
  const root = readHtml(text)
  const main = all(root, ({ name }) => name === 'main')[0]
  if (!main) throw new Error(`a page without main: ${text.slice(0, 200)}`)
  const { attributes } = main
  const html = root.children.find((child): child is Element => typeof child !== 'string' && child.name === 'html')
  return {
    text,
    root,
    main,
    language: html?.attributes.lang ?? '',
    name: attributes['data-page'] ?? '',
    step: attributes['data-step'] === undefined ? undefined : `${attributes['data-track']}/${attributes['data-step']}`,
    forms: all(main, ({ name }) => name === 'form').map(readForm),
    prompts: all(main, isPrompt).map(prompted),
    stepLinks: all(main, (one) => 'data-step-link' in one.attributes).map(readLink),
  }
}

export function formOf(page: Page, kind: string): PageForm {
  const form = page.forms.find((one) => one.kind === kind)
  if (!form) throw new Error(`no form[data-form=${kind}] on ${page.name} ${page.step ?? ''}`)
  return form
}

function readForm(form: Element): PageForm {
  const buttons = all(form, ({ name, attributes }) => name === 'button' && attributes.name === 'go')
  return {
    kind: form.attributes['data-form'] ?? '',
    action: form.attributes.action ?? '',
    fields: all(form, ({ name }) => name === 'input' || name === 'textarea').map(readField),
    buttons: buttons.map(({ attributes }) => attributes.value ?? ''),
  }
}

function readField(field: Element): Field {
  const { attributes } = field
  const isText = field.name === 'textarea'
  const fieldset = closest(field, isPrompt)
  return {
    name: attributes.name ?? '',
    type: isText ? 'textarea' : (attributes.type ?? 'text'),
    value: isText ? field.children.join('') : (attributes.value ?? ''),
    isChecked: 'checked' in attributes,
    prompt: fieldset && prompted(fieldset),
  }
}

function isPrompt({ attributes }: Element): boolean {
  return 'data-prompt' in attributes
}

function prompted(fieldset: Element): Prompted {
  return {
    id: fieldset.attributes['data-prompt'] ?? '',
    kind: fieldset.attributes['data-kind'] ?? '',
    isFolded: closest(fieldset, ({ name }) => name === 'details') !== undefined,
  }
}

function readLink({ attributes }: Element): StepLink {
  return {
    step: attributes['data-step-link'] ?? '',
    status: attributes['data-status'] ?? '',
    href: attributes.href ?? '',
  }
}

/** What a reader may see of an element, in one line. */
export function visible(element: Element): string {
  return textOf(element).trim()
}
