import assert from 'node:assert/strict'
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../src/index.ts'
import { testNow } from './start-zoom.ts'

/** A running emulator with a frozen clock, called in process and with whole answers: headers, broken bodies. */
export interface SignedCalls extends AsyncDisposable {
  readonly emulator: RunningEmulator
  /** Sends a call below /v2, signed by the emulator's Server-to-Server app. */
  send(method: string, path: string, body?: unknown): Promise<Response>
}

export interface SignedCallsOptions extends EmulatorOptions {
  /** Calls over a socket. */
  overHttp?: boolean
}

export async function startSignedCalls({
  overHttp = false,
  ...options
}: SignedCallsOptions = {}): Promise<SignedCalls> {
  const emulator = await startEmulator(options)
  await emulator.clock.freeze(testNow)
  let authorization = await signIn(emulator)
  const send = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const answer = await (overHttp ? fetch : emulator.fetch)(`${emulator.url}/v2${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    // The clock was moved past the token's end.
    if (answer.status !== 401) return answer
    authorization = await signIn(emulator)
    return send(method, path, body)
  }
  return { emulator, send, [Symbol.asyncDispose]: () => emulator.close() }
}

/** A bearer header of the emulator's Server-to-Server app. */
export async function signIn({ env, url, fetch }: Pick<RunningEmulator, 'env' | 'url' | 'fetch'>): Promise<string> {
  const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID = '' } = env
  const answer = await fetch(`${url}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  assert.ok(access_token)
  return `Bearer ${access_token}`
}
