import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkBaseUrl } from './base-url.ts'

test('an address is used in one form, however it was written', () => {
  const rows: [string, string][] = [
    ['https://api.zoom.us/v2', 'https://api.zoom.us/v2'],
    [' HTTPS://API.zoom.us:443/v2/ ', 'https://api.zoom.us/v2'],
    ['https://api.zoom.us', 'https://api.zoom.us'],
    ['http://127.0.0.1:4747/v2//', 'http://127.0.0.1:4747/v2'],
    ['http://[::1]:4747/v2', 'http://[::1]:4747/v2'],
  ]
  for (const [text, url] of rows) assert.equal(checkBaseUrl('apiUrl', text), url)
})
