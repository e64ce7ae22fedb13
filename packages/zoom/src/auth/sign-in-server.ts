import { type Ambient, realAmbient } from '../http/ambient.ts'
import { checkBaseUrl } from '../http/base-url.ts'
import { endOf, withTimeLimit } from '../http/deadline.ts'
import { type ConsentApp, checkConsentApp } from './authorization-code.ts'
import { type OauthForm, oauthOperations, postOauthForm } from './token-endpoint.ts'

/** What the steps of a consent, or of a sign-in on another device, share. */
export interface ConsentOptions {
  /** Zoom's sign-in server: `https://zoom.us/oauth` unless you develop against an emulator. */
  readonly oauthUrl?: string | undefined
  readonly signal?: AbortSignal | undefined
  /** Time limit of the step, in milliseconds (30,000). */
  readonly timeoutMs?: number | undefined
  readonly ambient?: Partial<Ambient> | undefined
}

/** Posts one form outside of a client, within the time limit, and reads what comes back. */
export async function callSignInServer<T>(
  request: Omit<OauthForm, 'client'>,
  app: ConsentApp,
  options: ConsentOptions,
  read: (body: unknown, now: number) => T,
): Promise<T> {
  const client = checkConsentApp(app)
  const ambient = { ...realAmbient, ...options.ambient }
  const config = { oauthUrl: oauthUrlOf(options), retries: 3, hooks: {}, ambient }
  const { timeoutMs = 30_000, signal } = options
  const ended = endOf(oauthOperations[request.path], timeoutMs)
  return withTimeLimit(ambient, { timeoutMs, signal, ended }, async (limit) =>
    read(await postOauthForm(config, { ...request, client }, limit.signal), ambient.now()),
  )
}

/** The address of the sign-in server, checked. */
export function oauthUrlOf(options: Pick<ConsentOptions, 'oauthUrl'>): string {
  return checkBaseUrl('oauthUrl', options.oauthUrl ?? 'https://zoom.us/oauth')
}
