import type { Live } from '#views/review/live.ts'
import type { Context } from './context.ts'

/** Whether the figures of a page are to be kept up to date: only when its address says so. */
export function liveOf(c: Context, now: number): Live {
  const { pathname, searchParams } = new URL(c.req.url)
  const isOn = searchParams.get('live') === '1'
  searchParams.delete('live')
  searchParams.delete('seen')
  searchParams.delete('note')
  const offHref = `${pathname}${searchParams.size > 0 ? `?${searchParams}` : ''}`
  searchParams.set('live', '1')
  return { isOn, now, offHref, onHref: `${pathname}?${searchParams}` }
}

/** The page fetches its own figures, and nothing but them is sent. */
export function wantsNews(c: Context, { isOn }: Live): boolean {
  return isOn && c.req.header('hx-request') === 'true'
}
