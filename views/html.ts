import type { HtmlEscapedString } from 'hono/utils/html'

/** What a view returns. Views are synchronous: a promise inside would make the whole page one. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export { html } from 'hono/html'
