import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { startEmulator } from '@convene/zoom-emulator'
import { buildSync } from 'esbuild'

/** What a worker has: the standards of the web, and nothing of Node. */
const { AbortController, AbortSignal, Blob, crypto, Event, fetch, FormData, Headers, Request, Response } = globalThis
const { TextDecoder, TextEncoder, URL, URLSearchParams, atob, btoa, clearTimeout, performance, setTimeout } = globalThis
const web = { AbortController, AbortSignal, Blob, crypto, Event, fetch, FormData, Headers, Request, Response }
const more = { TextDecoder, TextEncoder, URL, URLSearchParams, atob, btoa, clearTimeout, performance, setTimeout }

const worker = `
  import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
  import { everyWeeks } from '@convene/zoom/recurrence'
  import { composeInvitation } from '@convene/zoom/invitation'
  globalThis.done = (async () => {
    const zoom = createZoomClient(optionsFromEnvironment(globalThis.env))
    const { id } = await zoom.meetings.create({
      topic: 'From a worker',
      start_time: '2035-01-12T18:00:00',
      timezone: 'Asia/Taipei',
      recurrence: everyWeeks(1, ['friday'], { count: 3 }),
    })
    const meeting = await zoom.meetings.get({ meetingId: id })
    const text = composeInvitation(meeting, { language: 'zh-TW' })
    const refused = await zoom.meetings.create({ topic: 'x', timezone: 'Asial/Taipei' }).catch((error) => error.code)
    return JSON.stringify({ start: meeting.start_time, hasTopic: text.includes('From a worker'), refused })
  })()`

test('the client makes a meeting where there is nothing but the standards of the web', async () => {
  await using emulator = await startEmulator()
  const stdin = { contents: worker, resolveDir: import.meta.dirname }
  const built = buildSync({ stdin, bundle: true, write: false, format: 'iife', platform: 'neutral', target: 'es2022' })
  const context = createContext({ ...web, ...more, env: emulator.env })
  runInContext(built.outputFiles[0]?.text ?? '', context)
  const done = JSON.parse((await (context as { done?: Promise<string> }).done) ?? '')
  assert.deepEqual(done, { start: '2035-01-12T10:00:00Z', hasTopic: true, refused: 'invalid_input' })
})
