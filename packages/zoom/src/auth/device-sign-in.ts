import { ZoomError } from '../errors.ts'
import { realAmbient } from '../http/ambient.ts'
import { endOf, type TimeLimit, withTimeLimit } from '../http/deadline.ts'
import type { ConsentApp } from './authorization-code.ts'
import { type DeviceCode, parseDeviceCode } from './device-code.ts'
import { type ConsentOptions, callSignInServer } from './sign-in-server.ts'
import type { Token } from './strategy.ts'
import { parseToken } from './token-endpoint.ts'
import { deviceGrant } from './token-refusal.ts'

/** A sign-in that waits for a person: show them `userCode` and `verificationUri`, or `verificationUriComplete` as a link or a QR code. */
export interface DeviceSignIn {
  /** What the person enters on the page. */
  readonly userCode: string
  /** The page on which a person enters the code, on any device. */
  readonly verificationUri: string
  /** The page with the code in its address, where Zoom gave one. */
  readonly verificationUriComplete?: string | undefined
  /** From then on the code is worth nothing: 15 minutes, as Zoom says. */
  readonly expiresAt: Date
  /**
   * Asks Zoom every few seconds, as often as it allows, until the person has answered. Hand the token to `authorizationCode`: from
   * there on it is the same as after a consent. Works once.
   *
   * @throws `ZoomError` `sign_in_refused` when the person declined or the code ran out, `aborted` by `signal`
   */
  waitForToken(options?: { readonly signal?: AbortSignal | undefined }): Promise<Token>
}

/** Answers while a person has not answered, or too late (RFC 8628 §3.5). */
const expected = ['authorization_pending', 'slow_down', 'access_denied', 'expired_token'] as const
type Waiting = (typeof expected)[number]

/** By how much a `slow_down` lengthens the waits, for good (RFC 8628 §3.5). */
const slowDownMs = 5000

/**
 * Starts a sign-in for a program on a machine without a browser (device flow, RFC 8628; docs/zoom-facts.md §1.2): a person opens the
 * page on any other device. The app has to be allowed for use on devices on marketplace.zoom.us.
 *
 * @throws `ZoomError` `sign_in_refused` when Zoom knows no such app or does not let it sign in this way
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { authorizationCode, createZoomClient, startDeviceSignIn } from '@convene/zoom'
 * import { startEmulator } from '@convene/zoom-emulator'
 *
 * await using emulator = await startEmulator()
 * const urls = { apiUrl: `${emulator.url}/v2`, oauthUrl: `${emulator.url}/oauth` }
 * const app = { clientId: 'demo-oauth-client', clientSecret: 'demo-oauth-secret' }
 *
 * const signIn = await startDeviceSignIn(app, urls)
 * console.log(`Open ${signIn.verificationUri} and enter ${signIn.userCode}`)
 *
 * // The person does that, chooses who they are and presses "Allow". Here the program does it for them.
 * const form = new URLSearchParams({ user_code: signIn.userCode, user: 'mei@example.com', decision: 'allow' })
 * await fetch(signIn.verificationUri, { method: 'POST', body: form })
 *
 * const token = await signIn.waitForToken()
 * const zoom = createZoomClient({ auth: authorizationCode({ ...app, token }), ...urls })
 * assert.equal((await zoom.users.me()).email, 'mei@example.com')
 * ```
 */
export async function startDeviceSignIn(app: ConsentApp, options: ConsentOptions = {}): Promise<DeviceSignIn> {
  const query = { client_id: app.clientId }
  const request = { path: '/devicecode', query, form: {}, repeat: 'safe' } as const
  const code = await callSignInServer(request, app, options, parseDeviceCode)
  const { userCode, verificationUri, verificationUriComplete, expiresAt } = code
  return {
    userCode,
    verificationUri,
    ...(verificationUriComplete !== undefined && { verificationUriComplete }),
    expiresAt: new Date(expiresAt),
    waitForToken: ({ signal = options.signal } = {}) => waitForToken(app, code, { ...options, signal }),
  }
}

function waitForToken(app: ConsentApp, code: DeviceCode, options: ConsentOptions): Promise<Token> {
  const ambient = { ...realAmbient, ...options.ambient }
  const leftMs = code.expiresAt - ambient.now()
  if (leftMs <= 0) return Promise.reject(refused('expired_token'))
  const aborted = endOf('deviceSignIn', leftMs)
  const limits = {
    timeoutMs: leftMs,
    signal: options.signal,
    ended: (why: 'timeout' | 'aborted', reason?: unknown) =>
      why === 'timeout' ? refused('expired_token') : aborted(why, reason),
  }
  return withTimeLimit(ambient, limits, (limit) => poll(app, code, options, limit))
}

async function poll(app: ConsentApp, code: DeviceCode, options: ConsentOptions, limit: TimeLimit): Promise<Token> {
  const form = { grant_type: deviceGrant, device_code: code.deviceCode }
  // Asking again is safe: where the answer with the token was lost, Zoom refuses the code, and the message says to start again.
  const request = { path: '/token', form, repeat: 'safe', expected } as const
  let intervalMs = code.intervalMs
  for (;;) {
    const answer = await callSignInServer(request, app, { ...options, signal: limit.signal }, readAnswer)
    if (typeof answer !== 'string') return answer
    if (answer === 'slow_down') intervalMs += slowDownMs
    else if (answer !== 'authorization_pending') throw refused(answer)
    await limit.wait(intervalMs)
  }
}

function readAnswer(body: unknown, now: number): Token | Waiting {
  const { error } = body as { error?: unknown }
  return expected.find((name) => name === error) ?? parseToken(body, now)
}

function refused(why: 'access_denied' | 'expired_token'): ZoomError {
  const message = why === 'access_denied' ? 'The person declined.' : 'Nobody entered the code before it ran out.'
  const remedy = 'Start the sign-in again, and show the person the new code.'
  return new ZoomError('sign_in_refused', message, { operation: 'deviceSignIn', outcome: 'not_done', remedy })
}
