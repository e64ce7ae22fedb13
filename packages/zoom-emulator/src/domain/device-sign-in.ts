import type { Store } from '../storage/store.ts'
import type { Clock } from './clock.ts'
import type { OAuthApp } from './entities.ts'
import type { Ids } from './ids.ts'
import { scopesOf } from './scopes.ts'
import { sweep } from './tokens.ts'

/** A sign-in that a program started and a person is to answer on another device (RFC 8628). */
export interface DeviceSignIn {
  readonly deviceCode: string
  /** Without the hyphen that people see in it. */
  readonly userCode: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly expiresAt: number
  /** How long the program has to wait between two questions, in ms; it grows when it does not. */
  intervalMs: number
  askedAt?: number
  /** The person's answer: who they are, or that they declined. */
  answer?: { readonly userId: string } | 'declined'
}

/** docs/zoom-facts.md §1.2. */
const lifeMs = 900_000
const usualIntervalMs = 5000
const slowDownMs = 5000

/** No vowels, so that no words come about, and no letters that look like others (RFC 8628 §6.1). */
const letters = 'BCDFGHJKLMNPQRSTVWXZ'

export const deviceLifeSeconds: number = lifeMs / 1000

interface Parts {
  readonly store: Store
  readonly clock: Clock
  readonly ids: Ids
}

/** Begins a sign-in with fresh codes. */
export function startDeviceSignIn({ store, clock, ids }: Parts, app: OAuthApp): DeviceSignIn {
  sweep(store.deviceSignIns, ({ deviceCode }) => deviceCode, clock.now())
  const signIn: DeviceSignIn = {
    deviceCode: ids.secret(43),
    userCode: ids.pick(letters, 8),
    clientId: app.clientId,
    scopes: scopesOf(app),
    expiresAt: clock.now() + lifeMs,
    intervalMs: usualIntervalMs,
  }
  store.deviceSignIns.put(signIn)
  return signIn
}

/** The code as people see it: `WDJB-MJHT`. */
export function formatUserCode({ userCode }: DeviceSignIn): string {
  return `${userCode.slice(0, 4)}-${userCode.slice(4)}`
}

/** The sign-in that waits for this code, however a person wrote it: in small letters, without the hyphen, with spaces. */
export function findWaiting({ store, clock }: Pick<Parts, 'store' | 'clock'>, text: string): DeviceSignIn | undefined {
  const userCode = text.toUpperCase().replaceAll(/[^A-Z]/g, '')
  for (const signIn of store.deviceSignIns.values())
    if (signIn.userCode === userCode && signIn.answer === undefined && clock.now() < signIn.expiresAt) return signIn
  return undefined
}

/** What a program hears when it asks how far the person is; a sign-in that was allowed is used up by it. */
export function askDeviceSignIn(
  { store, clock }: Pick<Parts, 'store' | 'clock'>,
  signIn: DeviceSignIn,
): { readonly userId: string } | 'authorization_pending' | 'slow_down' | 'access_denied' | 'expired_token' {
  const { answer, askedAt, intervalMs } = signIn
  const now = clock.now()
  if (answer === 'declined') return 'access_denied'
  if (now >= signIn.expiresAt) return 'expired_token'
  if (answer !== undefined) {
    store.deviceSignIns.delete(signIn.deviceCode)
    return answer
  }
  const isTooSoon = askedAt !== undefined && now - askedAt < intervalMs
  store.deviceSignIns.put({ ...signIn, askedAt: now, intervalMs: isTooSoon ? intervalMs + slowDownMs : intervalMs })
  return isTooSoon ? 'slow_down' : 'authorization_pending'
}
