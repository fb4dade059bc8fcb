import { type Html, html } from '../html.ts'
import { type Attributes, attributes, type Content, classList } from './content.ts'
import { type Tag, tag } from './tag.ts'

export type TaskList = {
  items: readonly Task[]
  /** needed where a page has two lists: the ids begin with it */
  idPrefix?: string | undefined
  classes?: string | undefined
  attributes?: Attributes | undefined
}

export type Task = {
  title: { text: Content; classes?: string | undefined }
  href?: string | undefined
  hint?: Content | undefined
  /** words, or words in a box */
  status: { text: Content; classes?: string | undefined } | { tag: Tag; classes?: string | undefined }
  classes?: string | undefined
  /** of the link: `data-step-link`, `data-status` */
  attributes?: Attributes | undefined
}

export function taskList(t: TaskList): Html {
  const prefix = t.idPrefix ?? 'task-list'
  return html`<ul class="${classList('govuk-task-list', t.classes)}"${attributes(t.attributes)}>
${t.items.map((task, index) => taskItem(task, `${prefix}-${index + 1}`))}
</ul>`
}

function taskItem(task: Task, id: string): Html {
  const classes = classList('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.classes)
  return html`<li class="${classes}">
<div class="govuk-task-list__name-and-hint">
${task.href ? link(task, task.href, id) : html`<div${attributes({ class: task.title.classes })}>${task.title.text}</div>`}
${task.hint && html`<div id="${id}-hint" class="govuk-task-list__hint">${task.hint}</div>`}
</div>
<div class="${classList('govuk-task-list__status', task.status.classes)}" id="${id}-status">${status(task.status)}</div>
</li>`
}

function link(task: Task, href: string, id: string): Html {
  const described = classList(task.hint !== undefined && `${id}-hint`, `${id}-status`)
  const classes = classList('govuk-link govuk-task-list__link', task.title.classes)
  return html`<a class="${classes}" href="${href}" aria-describedby="${described}"${attributes(task.attributes)}>${task.title.text}</a>`
}

function status(own: Task['status']): Content {
  return 'tag' in own ? tag(own.tag) : own.text
}
