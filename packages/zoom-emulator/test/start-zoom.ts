import assert from 'node:assert/strict'
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../src/index.ts'
import { noteRefusal } from './refusals-seen.ts'
import { findAnswerMistakes } from './strict-answers.ts'

/** An answer with its body read. */
export interface Answer {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers field by field, and a wrong one fails them.
  readonly body: any
}

/** A running emulator with a frozen clock, and calls signed by its Server-to-Server app. */
export interface TestZoom extends AsyncDisposable {
  readonly emulator: RunningEmulator
  call(method: string, path: string, body?: unknown): Promise<Answer>
  /** Makes a meeting and gives its answer; anything but 201 fails the test. */
  create(body: object, userId?: string): Promise<Answer['body']>
  /** Reads a meeting; anything but 200 fails the test. */
  get(id: number, query?: string): Promise<Answer['body']>
}

/** Sunday. */
export const testNow = '2026-11-22T04:00:00Z'

/** Every answer of an operation is held against data/zoom and its overlay; a wrong one fails the test. */
export async function startZoom(options: EmulatorOptions = {}): Promise<TestZoom> {
  const mistakes: string[] = []
  const emulator = await startEmulator({
    ...options,
    onReply(reply) {
      mistakes.push(...findAnswerMistakes(reply))
      noteRefusal(reply)
    },
  })
  emulator.clock.freeze(testNow)
  const basic = (id = '', secret = '') => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`
  let authorization: string | undefined
  const signIn = async () => {
    const { ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_ACCOUNT_ID = '' } = emulator.env
    const answer = await fetch(`${emulator.url}/oauth/token`, {
      method: 'POST',
      headers: { authorization: basic(ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET) },
      body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
    })
    const { access_token } = (await answer.json()) as { access_token: string }
    return `Bearer ${access_token}`
  }
  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    authorization ??= await signIn()
    const response = await fetch(`${emulator.url}/v2${path}`, {
      method,
      headers: { authorization, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    if (response.status === 401 && text.includes('expired')) {
      authorization = undefined
      return call(method, path, body)
    }
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  const expecting = async (status: number, method: string, path: string, body?: unknown) => {
    const answer = await call(method, path, body)
    assert.equal(answer.status, status, JSON.stringify(answer.body))
    return answer.body
  }
  return {
    emulator,
    call,
    create: (body, userId = 'me') => expecting(201, 'POST', `/users/${userId}/meetings`, body),
    get: (id, query = '') => expecting(200, 'GET', `/meetings/${id}${query}`),
    async [Symbol.asyncDispose]() {
      await emulator.close()
      assert.deepEqual(mistakes, [])
    },
  }
}
