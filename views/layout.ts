import type { Language } from '#src/i18n/language.ts'
import { LANGUAGE_NAMES, LANGUAGES } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import { skipLink } from './components/skip-link.ts'
import { type Html, html } from './html.ts'

/** Where the prepared files of a page are, each named by its content. */
export type AssetUrls = { css: string; script: string; htmx: string; font: string; favicon: string }

export type Page = {
  language: Language
  /** What the page is about; the name of the site is added. */
  title: string
  /** data-page of main */
  page: string
  /** further data- attributes of main, without the prefix: { journey, version, track, step } */
  data?: Record<string, string | undefined> | undefined
  /** this same page in each language */
  alternates: Record<Language, string>
  words: Messages
  assets: AssetUrls
  /** the page itself, with its one h1 */
  body: Html
  /** before main, inside a landmark: where one came from */
  back?: Html | undefined
  /** the page tells what could not be accepted: the title begins with it */
  hasErrors?: boolean | undefined
  /** true on every page of a walk: nothing is really sent */
  isTrial?: boolean | undefined
  help?: Help | undefined
  /** where the walk can be left for now */
  pause?: string | undefined
  quickExit?: boolean | undefined
  notice?: Html | undefined
  staff?: Staff | undefined
  /** staff pages with tables may use the whole width */
  isWide?: boolean | undefined
  htmx?: boolean | undefined
}

/** The installation's own telephone number, if it has one, and another page of help than the site's. */
export type Help = { href?: string | undefined; phone?: string | undefined }

/** Who is signed in; `signOut` is where the form of signing out is sent. */
export type Staff = { name: string; role: string; signOut: string; token?: string | undefined }

/** A whole page. Everything visible lies in a landmark; the order of the parts is the same everywhere. */
export function page(p: Page): Html {
  return html`<!doctype html>
<html lang="${p.language}" class="govuk-template">
${head(p)}
<body class="govuk-template__body">
${skipLink({ text: p.words.site.skipToContent, href: '#main' })}
${header(p)}
<div class="govuk-width-container${p.isWide && ' polku-wide'}">
${p.back && html`<nav aria-label="${p.words.site.name}">${p.back}</nav>`}
<main class="govuk-main-wrapper" id="main" tabindex="-1" data-page="${p.page}"${dataAttributes(p.data)}>
${p.notice}
${p.body}
</main>
</div>
${footer(p)}
</body>
</html>`
}

function head({ language, title, hasErrors, alternates, words, assets, htmx }: Page): Html {
  return html`<head>
<meta charset="utf-8">
<title>${hasErrors ? words.site.errorInTitle(title) : title} – ${words.site.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${assets.css}">
</head>`
}

function header(p: Page): Html {
  return html`<header class="polku-header"><p>${p.words.site.name}</p>${LANGUAGES.map((l) => LANGUAGE_NAMES[l])}</header>`
}

function footer({ words }: Page): Html {
  return html`<footer class="polku-footer">${words.site.footer}</footer>`
}

function dataAttributes(data: Page['data'] = {}): Html[] {
  return Object.entries(data).flatMap(([name, value]) => (value === undefined ? [] : [html` data-${name}="${value}"`]))
}
