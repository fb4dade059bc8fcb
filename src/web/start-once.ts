import type { Context, Deps } from './context.ts'
import type { Form } from './form.ts'
import { NOTICE_HASH } from './notice.ts'
import { type StartedDevice, startDevice } from './session.ts'

/** The same form pressed twice is one newcomer: chosen otherwise, or without a key, it is another. */
export function newcomer(c: Context, deps: Deps, once: StartOnce, { fields, all }: Form): StartedDevice {
  const form = JSON.stringify([fields.key, c.req.path, fields.as, all('track')])
  const known = fields.key ? once.recall(form) : undefined
  if (known) return known
  deps.limits.spend(c, 'new-participant')
  const started = startDevice(deps, { hash: NOTICE_HASH, language: c.get('language') })
  if (fields.key) once.remember(form, started)
  return started
}

/** Longer than a second press or a resent form takes, shorter than it takes to hand a shared computer on. */
const WITHIN = 10_000

export type StartOnce = {
  /** Who pressed this very form a moment ago, or nobody. */
  recall(form: string): StartedDevice | undefined
  remember(form: string, started: StartedDevice): void
}

/**
 * A stranger who presses twice before their first cookie arrives is one person. Known by the form's own key, for a
 * moment and in memory only: the next person at the same screen must never get their walk.
 */
export function createStartOnce({ now }: Pick<Deps, 'now'>): StartOnce {
  const recent = new Map<string, { readonly started: StartedDevice; readonly at: number }>()
  return {
    recall: (form) => {
      const known = recent.get(form)
      return known && isRecent(known.at, now()) ? known.started : undefined
    },
    remember: (form, started) => {
      for (const [old, { at }] of recent) if (!isRecent(at, now())) recent.delete(old)
      recent.set(form, { started, at: now() })
    },
  }
}

function isRecent(at: number, now: number): boolean {
  return Math.abs(now - at) < WITHIN
}
