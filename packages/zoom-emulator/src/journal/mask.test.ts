import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskParameters, maskText, maskValue } from './mask.ts'

const texts: [string, string][] = [
  ['http://127.0.0.1/j/1?pwd=abc.1&x=2', 'http://127.0.0.1/j/1?pwd=***&x=2'],
  ['http://127.0.0.1/wc/1?who=aW4.x_-y', 'http://127.0.0.1/wc/1?who=***'],
  ['Meeting ID: 123 4567 8901\r\nPasscode: hu5h!\r\n', 'Meeting ID: 123 4567 8901\r\nPasscode: ***\r\n'],
  ['會議 ID：123\n密碼：hu5h', '會議 ID：123\n密碼：***'],
  ['+16465588656,,12345678901#,,,,*482913#', '+16465588656,,12345678901#,,,,****#'],
  ['a token is missing', 'a token is missing'],
]
for (const [text, shown] of texts)
  test(`nothing that opens something stays in ${JSON.stringify(text)}`, () => assert.equal(maskText(text), shown))

test('what proves whose page it is, and the key of a live stream, are hidden as passwords are', () => {
  assert.deepEqual(maskParameters(new URLSearchParams('who=a&user_code=b&page=2')), {
    who: '***',
    user_code: '***',
    page: '2',
  })
  assert.deepEqual(maskValue({ stream_key: 'k', stream_url: 'rtmp://x', code: 300 }), {
    stream_key: '***',
    stream_url: 'rtmp://x',
    code: 300,
  })
})
