import { ZoomError, type ZoomErrorDetails } from '../errors.ts'
import type { Ambient } from '../http/ambient.ts'
import type { Failure } from '../http/failure.ts'
import { notify, type ZoomHooks } from '../http/hooks.ts'
import { failureFromTransport } from '../http/network-failure.ts'
import { repeatAfter } from '../http/retry.ts'
import { parseRetryAfter } from '../http/retry-after.ts'
import { type Answer, send } from '../http/send.ts'
import type { Token, TokenEndpoint } from './strategy.ts'
import { parseTokenRefusal, remedyOfTokenRefusal, wordsOfTokenRefusal } from './token-refusal.ts'

export interface TokenEndpointConfig {
  readonly oauthUrl: string
  readonly retries: number
  readonly hooks: ZoomHooks
  readonly ambient: Ambient
}

/** What Zoom's sign-in server does, with the name under which errors and hooks speak of it. */
export const oauthOperations = {
  '/token': 'oauthToken',
  '/revoke': 'oauthRevoke',
  '/devicecode': 'oauthDeviceCode',
} as const

/** One form for Zoom's sign-in server, with what may be done when its answer is lost. */
export interface OauthForm {
  readonly path: keyof typeof oauthOperations
  readonly query?: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
  readonly client: { readonly id: string; readonly secret?: string | undefined }
  /** `never` for codes and refresh tokens, which work once: a second try after a lost answer only says `invalid_grant`. */
  readonly repeat: 'safe' | 'never'
  /** Values of `error` that are no failure of the call: their body is returned as that of a success is. */
  readonly expected?: readonly string[]
}

/** Grants that an app may ask for as often as it likes: they use nothing up. */
const repeatableGrants: ReadonlySet<string> = new Set(['account_credentials', 'client_credentials'])

/** How tokens are asked for: a form body and the Basic header (docs/zoom-facts.md §1.1). */
export function createTokenEndpoint(config: TokenEndpointConfig): TokenEndpoint {
  return async (form, client, signal = new AbortController().signal) => {
    const repeat = repeatableGrants.has(form.grant_type ?? '') ? 'safe' : 'never'
    const body = await postOauthForm(config, { path: '/token', form, client, repeat }, signal)
    return parseToken(body, config.ambient.now())
  }
}

/** Posts a form, again where that is safe, and returns the JSON that came back. */
export async function postOauthForm(
  config: TokenEndpointConfig,
  request: OauthForm,
  signal: AbortSignal,
): Promise<unknown> {
  const { ambient, hooks, retries } = config
  const { path, client, repeat } = request
  const operation = oauthOperations[path]
  const headers: Record<string, string> = {
    accept: 'application/json',
    'content-type': 'application/x-www-form-urlencoded',
  }
  // A public client has no secret: it names itself in the form (RFC 6749 §3.2.1).
  if (client.secret !== undefined) headers.authorization = `Basic ${btoa(`${client.id}:${client.secret}`)}`
  const fields = client.secret === undefined ? { ...request.form, client_id: client.id } : request.form
  const body = new URLSearchParams(fields).toString()
  const url = `${config.oauthUrl}${path}${request.query === undefined ? '' : `?${new URLSearchParams(request.query)}`}`

  for (let attempt = 1; ; attempt++) {
    let failure: Failure
    try {
      const answer = await send(ambient, hooks, { operation, attempt, method: 'POST', url, headers, body }, signal)
      const read = readOauthAnswer(answer, request, operation, ambient.now())
      if (read.failure === undefined) return read.body
      failure = read.failure
    } catch (cause) {
      if (signal.aborted) throw cause
      failure = failureFromTransport(cause, { id: operation, repeat })
      if (repeat === 'never' && failure.outcome === 'unknown') failure = lostAnswer(failure)
    }
    const situation = { repeat, attempt, retries, now: ambient.now(), remainingMs: Number.POSITIVE_INFINITY }
    const waitMs = repeatAfter(failure, { ...situation, random: ambient.random() })
    // The call that needed the token was not sent, whatever became of the token.
    if (waitMs === undefined)
      throw new ZoomError(failure.code, failure.message, { ...failure.details, operation, outcome: 'not_done' })
    const { code: reason, message } = failure
    notify(hooks.onRetry, () => ({ operation, method: 'POST', url, attempt, reason, message, waitMs }))
    await new Promise<void>((resume, stop) => {
      const cancel = ambient.setTimer(waitMs, resume)
      signal.addEventListener('abort', () => {
        cancel()
        stop(signal.reason)
      })
    })
  }
}

function readOauthAnswer(
  { status, headers, text }: Answer,
  { form, client, expected = [] }: OauthForm,
  operation: string,
  now: number,
): { readonly failure: Failure } | { readonly failure?: never; readonly body: unknown } {
  const fail = (code: Failure['code'], message: string, details: ZoomErrorDetails, outcome: Failure['outcome']) => ({
    failure: { code, message, outcome, details: { status, ...details } },
  })
  const body = parseJson(text)
  if (status === 200 && typeof body === 'object' && body !== null) return { body }
  if (status === 429) {
    const retryAt = new Date(parseRetryAfter(headers.get('retry-after'), now) ?? now + 1000)
    const remedy = `Requests can go on at ${retryAt.toISOString()}; keep tokens in a store so that fewer are asked for.`
    return fail('rate_limited', 'Zoom gives no more tokens for now.', { limit: 'unknown', retryAt, remedy }, 'not_done')
  }
  if (status >= 500)
    return fail('zoom_refused', `Zoom's sign-in failed (status ${status}).`, { remedy: 'Try again later.' }, 'unknown')
  if (status < 400) {
    const remedy = 'Check oauthUrl (it ends in /oauth) and whether a proxy answers in the place of Zoom.'
    return fail(
      'malformed_answer',
      `The answer to ${operation} (status ${status}) is not Zoom's.`,
      { remedy },
      'unknown',
    )
  }
  const refusal = parseTokenRefusal(status, body)
  if (expected.includes(refusal.error)) return { body }
  const secrets = [client.secret, form.refresh_token, form.code, form.code_verifier, form.device_code].filter(
    (secret) => secret !== undefined,
  )
  const remedy = remedyOfTokenRefusal(refusal, form.grant_type ?? '')
  return fail(
    'sign_in_refused',
    `Zoom refused the sign-in ${wordsOfTokenRefusal(refusal, secrets)}.`,
    { remedy },
    'not_done',
  )
}

/** After the answer to a single-use code or refresh token was lost (docs/zoom-facts.md §10, 18). */
function lostAnswer(failure: Failure): Failure {
  const remedy =
    'The new tokens may be lost with the answer: try once more; if Zoom then refuses, the person has to consent again.'
  return { ...failure, details: { ...failure.details, remedy } }
}

/** Reads the answer of the token endpoint (docs/zoom-facts.md §1.2). */
export function parseToken(body: unknown, now: number): Token {
  const { access_token, refresh_token, expires_in, scope, api_url } = body as Record<string, unknown>
  if (typeof access_token !== 'string' || !/^[\x21-\x7e]+$/.test(access_token))
    throw new ZoomError('malformed_answer', 'The answer of the token endpoint has no usable "access_token".', {
      operation: 'oauthToken',
      outcome: 'not_done',
      remedy: 'Check oauthUrl and whether a proxy answers in the place of Zoom.',
    })
  const seconds = Number(expires_in)
  return {
    accessToken: access_token,
    expiresAt: seconds > 0 && Number.isFinite(seconds) ? now + seconds * 1000 : undefined,
    ...(typeof refresh_token === 'string' && refresh_token !== '' ? { refreshToken: refresh_token } : {}),
    scopes: typeof scope === 'string' ? scope.split(/\s+/).filter((name) => name !== '') : [],
    apiUrl: typeof api_url === 'string' ? trustedApiUrl(api_url) : undefined,
  }
}

/** An address that came over the network gets our token only when it is https under zoom.us. */
export function trustedApiUrl(text: string): string | undefined {
  const url = URL.parse(text)
  const isZoom = url?.protocol === 'https:' && (url.hostname === 'zoom.us' || url.hostname.endsWith('.zoom.us'))
  return isZoom && url.port === '' ? url.origin : undefined
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
