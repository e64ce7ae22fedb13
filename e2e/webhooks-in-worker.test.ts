import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { buildSync } from 'esbuild'

/** What a worker has: the standards of the web, and nothing of Node. */
const { AbortController, crypto, Headers, Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams } =
  globalThis
const { btoa, clearTimeout, setTimeout } = globalThis
const web = { AbortController, crypto, Headers, Request, Response, TextDecoder, TextEncoder, URL, URLSearchParams }

const worker = `
  import { createWebhookHandler, signWebhook } from '@convene/zoom/webhooks'
  const secretToken = 'my-secret-token'
  const heard = []
  const kept = []
  const handler = createWebhookHandler({
    secretToken,
    on: { 'meeting.started': ({ payload }) => heard.push(payload.object.id) },
    onError: (error) => heard.push(String(error)),
  })
  const body = JSON.stringify({ event: 'meeting.started', event_ts: 1, payload: { object: { id: '85746065432' } } })
  globalThis.done = (async () => {
    const statuses = []
    for (const sent of [body, body, body + ' ']) {
      const headers = await signWebhook({ body, secretToken })
      const request = new Request('https://example.com/zoom', { method: 'POST', headers, body: sent })
      statuses.push((await handler(request, { waitUntil: (work) => kept.push(work) })).status)
    }
    return JSON.stringify({ statuses, heard: heard.slice(0, 1), kept: kept.length })
  })()`

test('webhooks are received where there is nothing but the standards of the web', async () => {
  const stdin = { contents: worker, resolveDir: import.meta.dirname }
  const built = buildSync({ stdin, bundle: true, write: false, format: 'iife', platform: 'neutral', target: 'es2022' })
  const context = createContext({ ...web, btoa, clearTimeout, setTimeout })
  runInContext(built.outputFiles[0]?.text ?? '', context)
  const done = JSON.parse((await (context as { done?: Promise<string> }).done) ?? '')
  assert.deepEqual(done, { statuses: [204, 204, 401], heard: ['85746065432'], kept: 2 })
})
