import { raw } from 'hono/html'
import type { Html } from '../../html.ts'

/**
 * Markup of a page of its own, set into another page: its ids get a prefix, so that none is there twice, and its headings
 * come below those of the page. It was made by `html`, so a quote that stands in it plainly is one of its own attributes.
 */
export function apart(markup: Html, prefix: string): Html {
  return raw(
    String(markup)
      .replaceAll(/ (id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]+)"/g, (_, name, ids: string) => {
        const own = ids.split(' ').map((id) => `${prefix}-${id}`)
        return ` ${name}="${own.join(' ')}"`
      })
      .replaceAll(/ href="#([^"]+)"/g, ` href="#${prefix}-$1"`)
      .replaceAll(/="url\(#([^)]+)\)"/g, `="url(#${prefix}-$1)"`)
      .replaceAll(/<(\/?)h([1-4])(?=[\s>])/g, (_, slash: string, level: string) => `<${slash}h${Number(level) + 2}`),
  )
}

/** The same as something to be read only: forms send nothing, fields cannot be entered, and links of the site lead nowhere. */
export function readOnly(markup: Html, prefix: string): Html {
  return raw(
    String(apart(markup, prefix))
      .replaceAll(/<form[^>]*>/g, '<div>')
      .replaceAll('</form>', '</div>')
      .replaceAll(/<input type="hidden"[^>]*>/g, '')
      .replaceAll(/ href="\/[^"]*"/g, '')
      .replaceAll(/<(input|textarea|select|button)(?=[\s>])/g, '<$1 disabled')
      .replaceAll(/ type="submit"/g, ' type="button"'),
  )
}
