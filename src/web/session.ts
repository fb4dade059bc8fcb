import { createMiddleware } from 'hono/factory'
import type { StaffSession } from '#src/account/account-store.ts'
import { isActive } from '#src/account/active.ts'
import type { Role } from '#src/account/roles.ts'
import type { Language } from '#src/i18n/language.ts'
import { makeCode, readCode } from '#src/walk/code.ts'
import type { Device, Participant } from '#src/walk/walk-store.ts'
import type { Context, Deps, Env } from './context.ts'
import {
  citizenCookie,
  clearCookies,
  type DeviceCookie,
  readCitizenCookie,
  readStaffCookie,
  sendCookie,
  staffCookie,
} from './cookies.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** a visit ends with the browser, and at the latest a day after it was last used */
const IDLE = DAY
export const KEPT_DAYS = 90
const MOST_HASHES = 10_000

/** Who is here. Nothing is looked up for a visitor without a cookie. */
export const sessions = (deps: Deps) => {
  const codeHash = codeHashes(deps)
  return createMiddleware<Env>(async (c, next) => {
    const cookie = readCitizenCookie(c, deps.config)
    const staffToken = readStaffCookie(c, deps.config)
    c.set('device', cookie?.token)
    c.set('formToken', deps.secrets.formToken(sessionOf(cookie?.token, staffToken)))
    if (cookie) await meet(c, deps, cookie, codeHash)
    if (staffToken) c.set('staff', await staffOf(deps, staffToken))
    await next()
  })
}

/** What a form's token is bound to. Empty for a stranger, on whose behalf nothing can be done that anyone could not do. */
export function sessionOf(device: string | undefined, staff: string | undefined): string {
  return device || staff ? `${device ?? ''} ${staff ?? ''}` : ''
}

type CodeHash = (participant: string) => Promise<string | undefined>

async function meet(c: Context, deps: Deps, { token, code }: DeviceCookie, codeHash: CodeHash) {
  const device = await deps.walks.device(deps.secrets.tokenHash(token), deps.now())
  const wanted = device && (await codeHash(device.participant))
  if (!device || wanted === undefined) return
  c.set('participant', device.participant)
  c.set('code', deps.secrets.codeHash(code) === wanted ? code : undefined)
  await prolong(c, deps, device, { token, code })
}

/** A participant's code never changes, so its hash is looked up once and not at every page. */
function codeHashes({ walks }: Pick<Deps, 'walks'>): CodeHash {
  const known = new Map<string, string>()
  return async (id) => {
    const hash = known.get(id) ?? (await walks.participant(id))?.codeHash
    if (known.size >= MOST_HASHES) known.clear()
    if (hash !== undefined) known.set(id, hash)
    return hash
  }
}

/** Moves the end of a session that is used, at most once an hour, or once a day where it is kept. */
async function prolong(c: Context, deps: Deps, device: Device, cookie: DeviceCookie) {
  const left = device.expiresAt - deps.now()
  if (left > (device.kept ? (KEPT_DAYS - 1) * DAY : IDLE - HOUR)) return
  await deps.walks.keepDevice({ ...device, expiresAt: endOf(deps, device.kept) })
  if (device.kept) sendDevice(c, deps, cookie, { kept: true })
}

function endOf({ now }: Pick<Deps, 'now'>, kept: boolean): number {
  return now() + (kept ? KEPT_DAYS * DAY : IDLE)
}

export type StartedDevice = {
  readonly participant: Participant
  readonly device: Device
  readonly cookie: DeviceCookie
}

/** A new participant with their code and the device they are on. Nothing is stored: the verb that starts a walk does. */
export function startDevice(deps: Deps, notice: { readonly hash: string; readonly language: Language }): StartedDevice {
  const at = deps.now()
  const cookie = { token: newToken(deps), code: makeCode(deps.random(12)) }
  const participant = {
    id: deps.newId(),
    codeHash: deps.secrets.codeHash(cookie.code),
    createdAt: at,
    notice: { ...notice, at },
  }
  return { participant, device: newDevice(deps, participant.id, cookie.token), cookie }
}

/** Continues on this device by a typed code. Undefined when no participant has it. Spend a try of `limits` first. */
export async function resumeDevice(c: Context, deps: Deps, typed: string): Promise<string | undefined> {
  const code = readCode(typed)
  const participant = code === undefined ? undefined : await deps.walks.participantByCode(deps.secrets.codeHash(code))
  if (!participant || code === undefined) return undefined
  const token = newToken(deps)
  await deps.walks.keepDevice(newDevice(deps, participant.id, token))
  await forgetOld(c, deps)
  sendDevice(c, deps, { token, code })
  return participant.id
}

function newDevice(deps: Deps, participant: string, token: string): Device {
  return { id: deps.secrets.tokenHash(token), participant, expiresAt: endOf(deps, false), kept: false }
}

/** "This is my own device: keep me here", under a new random part. False for a stranger. */
export async function keepHere(c: Context, deps: Deps): Promise<boolean> {
  const participant = c.get('participant')
  const cookie = readCitizenCookie(c, deps.config)
  if (!participant || !cookie) return false
  const token = newToken(deps)
  await deps.walks.keepDevice({ ...newDevice(deps, participant, token), expiresAt: endOf(deps, true), kept: true })
  await forgetOld(c, deps)
  sendDevice(c, deps, { token, code: cookie.code }, { kept: true })
  return true
}

/** Forgets this device. The walk stays, and its code opens it. */
export async function forget(c: Context, deps: Deps) {
  await forgetOld(c, deps)
  clearCookies(c, deps.config, 'citizen')
}

async function forgetOld(c: Context, deps: Deps) {
  const old = c.get('device')
  if (old) await deps.walks.forgetDevice(deps.secrets.tokenHash(old))
}

export function sendDevice(c: Context, { config }: Pick<Deps, 'config'>, cookie: DeviceCookie, { kept = false } = {}) {
  sendCookie(
    c,
    config,
    citizenCookie(config),
    `${cookie.token}.${cookie.code}`,
    kept ? (KEPT_DAYS * DAY) / 1000 : undefined,
  )
}

export type StaffIdentity = {
  readonly account: string
  readonly role: Role
  readonly journey: string | undefined
  readonly provider: string | undefined
}

/** A staff session and the secret of its cookie. Nothing is stored: the verb that signs in does. */
export function startStaff(deps: Deps, who: StaffIdentity): { readonly session: StaffSession; readonly token: string } {
  const token = newToken(deps)
  const at = deps.now()
  return { token, session: { ...who, id: deps.secrets.tokenHash(token), createdAt: at, seenAt: at } }
}

export function sendStaff(c: Context, { config }: Pick<Deps, 'config'>, token: string) {
  sendCookie(c, config, staffCookie(config), token, undefined)
}

export async function endStaff(c: Context, deps: Deps) {
  const staff = c.get('staff')
  if (staff) await deps.accounts.endSession(staff.id)
  clearCookies(c, deps.config, 'staff')
}

async function staffOf({ accounts, secrets, now }: Deps, token: string): Promise<StaffSession | undefined> {
  const session = await accounts.session(secrets.tokenHash(token))
  if (!session || !isActive(session, now())) return undefined
  if (now() - session.seenAt > MINUTE) await accounts.touchSession(session.id, now())
  return session
}

function newToken({ random }: Pick<Deps, 'random'>): string {
  return Buffer.from(random(32)).toString('base64url')
}
