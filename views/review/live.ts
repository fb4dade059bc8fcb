import type { StaffReader } from '../account/frame.ts'
import { clockTime } from '../account/moment.ts'
import { type Html, html } from '../html.ts'

/** Figures that can be kept up to date while a workshop goes on. */
export type Live = {
  readonly isOn: boolean
  /** this page with and without it */
  readonly onHref: string
  readonly offHref: string
  readonly now: number
}

/** The links above the figures. Off unless asked for: figures that change by themselves disturb whoever reads them. */
export function liveLinks(reader: StaffReader, { isOn, onHref, offHref, now }: Live): Html {
  const text = reader.words.filters.live
  const link = (href: string, said: string) => html`<a class="govuk-link" href="${href}">${said}</a>`
  return html`<p class="govuk-body" data-live="${isOn ? 'on' : 'off'}">${link(isOn ? onHref : offHref, text.reload)} · ${isOn ? link(offHref, text.stop) : link(onHref, text.start)}</p>
${isOn && html`<p class="govuk-body">${text.on}</p><p class="govuk-hint" id="figures-at" role="status">${text.at(clockTime(reader.language, now))}</p>`}`
}

/**
 * The figures themselves. Those who hear the page are told once a minute at most that they are new: only the time of the
 * fetch is announced, and it is sent only when it has changed.
 */
export function liveFigures({ language }: StaffReader, { isOn, onHref, now }: Live, figures: Html): Html {
  if (!isOn) return html`<div id="live-figures">${figures}</div>`
  const shown = `${onHref}&seen=${encodeURIComponent(clockTime(language, now))}`
  return html`<div id="live-figures" hx-get="${shown}" hx-trigger="every 10s" hx-swap="outerMorph">${figures}</div>`
}

/** What is fetched by itself: the figures, and the time if it is another one than the page shows. */
export function liveNews(reader: StaffReader, live: Live, figures: Html, seen: string | undefined): Html {
  const time = clockTime(reader.language, live.now)
  return html`${liveFigures(reader, live, figures)}${seen !== time && html`<p class="govuk-hint" id="figures-at" role="status" hx-swap-oob="innerHTML">${reader.words.filters.live.at(time)}</p>`}`
}
