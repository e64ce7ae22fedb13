import assert from 'node:assert/strict'
import type { EmulatorOptions } from '../src/index.ts'
import { type Answer, startZoom, type TestZoom } from './start-zoom.ts'

/** An emulator whose owner may hold webinars. */
export interface WebinarZoom extends TestZoom {
  /** Makes a webinar and gives its answer; anything but 201 fails the test. */
  createWebinar(body?: object): Promise<Answer['body']>
}

export async function startWebinars(options: EmulatorOptions = {}): Promise<WebinarZoom> {
  const zoom = await startZoom(options)
  const enabled = await zoom.call('PATCH', '/users/me/settings', { feature: { webinar: true } })
  assert.equal(enabled.status, 204, JSON.stringify(enabled.body))
  return {
    ...zoom,
    async createWebinar(body = {}) {
      const { status, body: webinar } = await zoom.call('POST', '/users/me/webinars', { topic: 'Open talk', ...body })
      assert.equal(status, 201, JSON.stringify(webinar))
      return webinar
    },
    [Symbol.asyncDispose]: () => zoom[Symbol.asyncDispose](),
  }
}
