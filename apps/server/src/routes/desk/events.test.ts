import assert from 'node:assert/strict'
import { test } from 'node:test'
import { member } from '../../../test/sign-in-contract/open-desk.ts'
import type { DeskContext } from '../../context.ts'
import type { MemberCall } from '../../http/route.ts'
import type { Signed } from '../../http/session.ts'
import type { NewsListener } from '../../news.ts'
import { events } from './events.ts'

test('a page that goes while the desk looks whether it is still signed in does no harm', async () => {
  const signed: Signed = { member: member('mei'), by: 'session', scopes: 'all', id: 'a session' }
  const timers = new Set<() => void>()
  const listeners = new Set<NewsListener>()
  const looked = Promise.withResolvers<Signed>()
  const context: Pick<DeskContext, 'news' | 'clock' | 'authenticator'> = {
    clock: {
      now: () => 0,
      setTimer(_delayMs, run) {
        timers.add(run)
        return () => timers.delete(run)
      },
    },
    authenticator: { authenticate: async () => signed, lookAgain: () => looked.promise },
    news: {
      wake() {},
      close() {},
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
  }
  const call = { context, signed, request: new Request('http://localhost/api/v1/events') }
  const { body } = await events.handle(call as MemberCall<unknown, unknown, unknown>)
  assert.equal(listeners.size, 1)
  for (const beat of timers) {
    timers.delete(beat)
    beat()
  }
  await body?.cancel()
  looked.resolve(signed)
  // What fails now fails the test: nobody waits for it.
  await new Promise(setImmediate)
  assert.deepEqual([listeners.size, timers.size], [0, 0])
})
