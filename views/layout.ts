import { LANGUAGE_NAMES, LANGUAGES, type Language, PLAIN_FINNISH_NAME } from '#src/i18n/language.ts'
import type { Messages } from '#src/i18n/messages.ts'
import { attributes, classList } from './components/content.ts'
import { skipLink } from './components/skip-link.ts'
import { type Html, html } from './html.ts'

/** Where the prepared files of a page are, each named by its content. */
export type AssetUrls = { css: string; script: string; htmx: string; editor: string; font: string; favicon: string }

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
  /** the ways to plain Finnish and out of it, where this page can be read so */
  reading?: Reading | undefined
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
  /** a way out on every page, and a title that tells nothing to who looks over the shoulder */
  quickExit?: boolean | undefined
  notice?: Html | undefined
  staff?: Staff | undefined
  /** staff pages with tables may use the whole width */
  isWide?: boolean | undefined
  htmx?: boolean | undefined
}

/** Plain Finnish: whether this page is in it, and the addresses that choose it, or the usual Finnish once it was chosen. */
export type Reading = { isPlain: boolean; plain: string; usual: string | undefined }

/** The installation's own telephone number, if it has one, and another page of help than the site's. */
export type Help = { href?: string | undefined; phone?: string | undefined }

/** Who is signed in; `signOut` is where the form of signing out is sent. */
export type Staff = { name: string; role: string; signOut: string; token?: string | undefined }

// A page of weather: nobody asks why it is open.
const ELSEWHERE = 'https://www.ilmatieteenlaitos.fi/'

/**
 * A whole page. Everything visible lies in a landmark, and the order of the parts is the same everywhere. It is complete
 * without its script.
 */
export function page(p: Page): Html {
  return html`<!DOCTYPE html>
<html lang="${p.language}" class="govuk-template">
${head(p)}
<body class="${classList('govuk-template__body', p.isWide && 'polku-wide')}">
${skipLink({ text: p.words.site.skipToContent, href: '#main' })}
${header(p)}
<div class="govuk-width-container polku-page">
${p.back && html`<nav class="polku-back" aria-label="${p.words.site.back}">${p.back}</nav>`}
<main class="govuk-main-wrapper" id="main" tabindex="-1" data-page="${p.page}"${dataAttributes(p.data)}>
${p.notice}
${p.body}
</main>
</div>
${footer(p)}
</body>
</html>`
}

function head({ language, alternates, words, assets, htmx, ...p }: Page): Html {
  return html`<head>
<meta charset="utf-8">
<title>${titleOf({ ...p, words })}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#0b3a6f">
<link rel="preload" href="${assets.font}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.css}">
<link rel="icon" href="${assets.favicon}" type="image/svg+xml">
${!p.pause && others(language).map((other) => html`<link rel="alternate" hreflang="${other}" href="${alternates[other]}">`)}
<script type="module" src="${assets.script}"></script>
${htmx && htmxScript(assets)}
</head>`
}

function titleOf({
  title,
  hasErrors,
  quickExit,
  words,
}: Pick<Page, 'title' | 'hasErrors' | 'quickExit' | 'words'>): string {
  if (quickExit) return words.site.name
  return `${hasErrors ? words.site.errorInTitle(title) : title} – ${words.site.name}`
}

function htmxScript({ htmx }: AssetUrls): Html {
  return html`<meta name="htmx-config" content='{"includeIndicatorCSS":false}'><script defer src="${htmx}"></script>`
}

function header(p: Page): Html {
  return html`<header class="polku-header">
<div class="govuk-width-container polku-header__row">
<a class="polku-header__name" href="/${p.language}">${p.words.site.name}</a>
${languages(p)}
${p.staff && staff(p.staff, p.words)}
</div>
<div class="govuk-width-container polku-header__row polku-header__aids">
${p.pause && html`<a class="govuk-link" href="${p.pause}">${p.words.site.pause}</a>`}
${p.quickExit && html`<a class="govuk-link" href="${ELSEWHERE}" rel="nofollow noreferrer" data-quick-exit>${p.words.site.quickExit}</a>`}
${help(p)}
</div>
${p.isTrial && trialBanner(p.words)}
</header>`
}

function languages({ language, alternates, words, reading }: Page): Html {
  const usual = { ...alternates, ...(reading?.usual && { fi: reading.usual }) }
  return html`<nav class="polku-languages" aria-label="${words.site.languages}"><ul>
${LANGUAGES.map((each) => {
  const own = attributes({ 'aria-current': each === language && !reading?.isPlain ? 'true' : undefined })
  return html`<li><a class="govuk-link" href="${usual[each]}" hreflang="${each}" lang="${each}"${own}>${LANGUAGE_NAMES[each]}</a></li>${each === 'fi' && reading && plainFinnish(reading)}`
})}
</ul></nav>`
}

/** A screen reader speaks it as Finnish, which it is. */
function plainFinnish({ isPlain, plain }: Reading): Html {
  const own = attributes({ 'aria-current': isPlain ? 'true' : undefined })
  return html`<li><a class="govuk-link" href="${plain}" hreflang="fi-x-selko" lang="fi"${own}>${PLAIN_FINNISH_NAME}</a></li>`
}

function help({ help: own = {}, language, words }: Page): Html {
  const phone =
    own.phone &&
    html`<span>${words.help.phone} <a class="govuk-link" href="tel:${dialled(own.phone)}">${own.phone}</a></span>`
  const emergency = html`<span>${words.help.emergency} <a class="govuk-link" href="tel:112">112</a></span>`
  return html`<p class="polku-help"><a class="govuk-link" href="${own.href ?? `/${language}/help`}">${words.help.link}</a> ${phone ?? emergency}</p>`
}

function dialled(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '')
}

function staff({ name, role, signOut, token }: Staff, words: Messages): Html {
  return html`<form class="polku-staff" method="post" action="${signOut}">
${token && html`<input type="hidden" name="token" value="${token}">`}
<span>${name}, ${role}</span> <button class="govuk-link polku-link-button" type="submit">${words.site.signOut}</button>
</form>`
}

function trialBanner({ site }: Messages): Html {
  return html`<div class="polku-trial"><p class="govuk-width-container">${site.trialOnly}</p></div>`
}

function footer({ language, words }: Page): Html {
  const { site } = words
  const links = [
    { href: `/${language}/about`, text: site.aboutTrial },
    { href: `/${language}/accessibility`, text: site.accessibility },
    { href: `/${language}/privacy`, text: site.privacy },
    { href: `/${language}/about#source`, text: site.sourceCode },
  ]
  return html`<footer class="polku-footer">
<nav class="govuk-width-container" aria-label="${site.footer}"><ul>
${links.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}
</ul></nav>
</footer>`
}

/** For search engines: a page of a walk, which only its walker can open, has none. */
function others(language: Language): Language[] {
  return LANGUAGES.filter((each) => each !== language)
}

function dataAttributes(data: Page['data'] = {}): Html[] {
  return attributes(Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value])))
}
