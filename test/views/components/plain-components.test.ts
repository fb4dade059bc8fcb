import { z } from 'zod'
import { backLink } from '#views/components/back-link.ts'
import { button, buttonLink } from '#views/components/button.ts'
import { details } from '#views/components/details.ts'
import { errorMessage } from '#views/components/error-message.ts'
import { errorSummary } from '#views/components/error-summary.ts'
import { hint } from '#views/components/hint.ts'
import { insetText } from '#views/components/inset-text.ts'
import { label } from '#views/components/label.ts'
import { notificationBanner } from '#views/components/notification-banner.ts'
import { phaseBanner } from '#views/components/phase-banner.ts'
import { skipLink } from '#views/components/skip-link.ts'
import { summaryList } from '#views/components/summary-list.ts'
import { table } from '#views/components/table.ts'
import { tag } from '#views/components/tag.ts'
import { taskList } from '#views/components/task-list.ts'
import { warningText } from '#views/components/warning-text.ts'
import { attributes, classes, conformsTo, content, words } from './upstream.ts'

const flag = z.boolean().optional()
const string = z.string().optional()

conformsTo({
  name: 'back-link',
  options: z.strictObject({ ...words, href: z.string().default('#'), classes, attributes }),
  render: (o) => backLink({ ...o, href: o.href || '#', text: content(o) || 'Back' }),
  covered: 7,
})

conformsTo({
  name: 'button',
  options: z.strictObject({
    ...words,
    type: z.enum(['submit', 'button', 'reset']).optional(),
    name: string,
    value: string,
    href: string,
    id: string,
    disabled: flag,
    preventDoubleClick: flag,
    classes,
    attributes,
  }),
  render: ({ href, ...o }) =>
    href ? buttonLink({ ...o, href, text: content(o) }) : button({ ...o, text: content(o) }),
  covered: 35,
})

conformsTo({
  name: 'details',
  options: z.strictObject({
    ...words,
    summaryText: string,
    summaryHtml: string,
    id: string,
    open: flag,
    classes,
    attributes,
  }),
  render: (o) =>
    details({ ...o, text: content(o), summaryText: content({ text: o.summaryText, html: o.summaryHtml }) }),
  covered: 10,
})

conformsTo({
  name: 'error-message',
  options: z.strictObject({
    ...words,
    id: string,
    visuallyHiddenText: z.string().default('Error'),
    classes,
    attributes,
  }),
  render: (o) => errorMessage({ ...o, text: content(o) }),
  covered: 9,
})

conformsTo({
  name: 'error-summary',
  options: z.strictObject({
    titleText: string,
    titleHtml: string,
    descriptionText: string,
    descriptionHtml: string,
    errorList: z.array(z.strictObject({ ...words, href: string, attributes })).default([]),
    disableAutoFocus: flag,
    classes,
    attributes,
  }),
  render: (o) =>
    errorSummary({
      ...o,
      titleText: content({ text: o.titleText, html: o.titleHtml }),
      descriptionText: content({ text: o.descriptionText, html: o.descriptionHtml }),
      errorList: o.errorList.map((item) => ({ ...item, text: content(item) })),
    }),
  covered: 19,
})

conformsTo({
  name: 'hint',
  options: z.strictObject({ ...words, id: string, classes, attributes }),
  render: (o) => hint({ ...o, text: content(o) }),
  covered: 6,
})

conformsTo({
  name: 'inset-text',
  options: z.strictObject({ ...words, id: string, classes, attributes }),
  render: (o) => insetText({ ...o, text: content(o) }),
  covered: 6,
})

conformsTo({
  name: 'label',
  options: z.strictObject({ ...words, text: z.string(), for: string, isPageHeading: flag, classes, attributes }),
  render: (o) => label({ ...o, text: content(o) }),
  covered: 15,
})

conformsTo({
  name: 'notification-banner',
  options: z.strictObject({
    ...words,
    titleText: z.string().default('Important'),
    titleId: string,
    role: string,
    type: z.literal('success').optional(),
    titleHeadingLevel: z.union([z.literal(2), z.literal(3)]).optional(),
    disableAutoFocus: flag,
    classes,
    attributes,
  }),
  render: (o) => notificationBanner({ ...o, text: content(o), titleText: o.type ? 'Success' : o.titleText }),
  covered: 19,
})

conformsTo({
  name: 'phase-banner',
  options: z.strictObject({ ...words, tag: z.strictObject({ ...words, classes }).default({}), classes, attributes }),
  render: (o) => phaseBanner({ ...o, text: content(o), tag: { text: content(o.tag), classes: o.tag.classes } }),
  covered: 7,
})

conformsTo({
  name: 'skip-link',
  options: z.strictObject({ ...words, href: string, classes }),
  render: (o) => skipLink({ ...o, text: content(o) }),
  covered: 8,
})

conformsTo({
  name: 'summary-list',
  options: z.strictObject({
    card: z
      .strictObject({
        title: z.strictObject({ ...words, headingLevel: z.union([z.literal(2), z.literal(3)]).optional() }),
      })
      .optional(),
    rows: z.array(
      z.strictObject({
        key: z.strictObject(words),
        value: z.strictObject(words),
        actions: z
          .strictObject({
            items: z
              .array(z.strictObject({ ...words, href: z.string(), visuallyHiddenText: string, classes, attributes }))
              .optional(),
          })
          .optional(),
        classes,
      }),
    ),
    classes,
    attributes,
  }),
  render: ({ card, ...o }) =>
    summaryList({
      ...o,
      card: card && { title: content(card.title), headingLevel: card.title.headingLevel },
      rows: o.rows.map(({ key, value, actions, ...row }) => ({
        ...row,
        key: content(key),
        value: content(value),
        actions: actions?.items?.map((action) => ({ ...action, text: content(action) })),
      })),
    }),
  covered: 20,
})

const cell = z
  .strictObject({
    ...words,
    format: z.literal('numeric').optional(),
    classes,
    colspan: z.number().optional(),
    rowspan: z.number().optional(),
    attributes,
  })
  .transform((own) => ({ ...own, text: content(own) }))

conformsTo({
  name: 'table',
  options: z.strictObject({
    caption: string,
    captionClasses: string,
    firstCellIsHeader: flag,
    head: z.array(cell).optional(),
    rows: z.array(z.array(cell)),
    classes,
    attributes,
  }),
  render: table,
  covered: 20,
})

conformsTo({
  name: 'tag',
  options: z.strictObject({ ...words, classes, attributes }),
  render: (o) => tag({ ...o, text: content(o) }),
  covered: 12,
})

const plain = z.strictObject({ ...words, classes }).transform((own) => ({ ...own, text: content(own) }))

conformsTo({
  name: 'task-list',
  options: z.strictObject({
    idPrefix: string,
    items: z.array(
      z.strictObject({
        title: plain,
        href: string,
        hint: z.strictObject(words).transform(content).optional(),
        status: z.union([plain, z.strictObject({ tag: plain, classes })]),
        classes,
      }),
    ),
    classes,
    attributes,
  }),
  render: taskList,
  covered: 9,
})

conformsTo({
  name: 'warning-text',
  options: z.strictObject({ ...words, iconFallbackText: z.string().default('Warning'), classes, attributes }),
  render: (o) => warningText({ ...o, text: content(o) }),
  covered: 8,
})
