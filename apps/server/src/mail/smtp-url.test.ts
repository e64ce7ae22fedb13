import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { parseSmtpUrl } from './smtp-url.ts'

describe('the address of a mail server', () => {
  const none = { user: undefined, password: undefined }
  const rows: [string, object][] = [
    ['smtp://mail.example.org', { host: 'mail.example.org', port: 587, isSecure: false, isLoopback: false, ...none }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, isSecure: false, isLoopback: true, ...none }],
    ['smtp://[::1]:25', { host: '::1', port: 25, isSecure: false, isLoopback: true, ...none }],
    [
      'smtps://desk%40example.org:p%2Fss%3F@mail.example.org',
      {
        host: 'mail.example.org',
        port: 465,
        isSecure: true,
        isLoopback: false,
        user: 'desk@example.org',
        password: 'p/ss?',
      },
    ],
  ]
  for (const [text, server] of rows) it(`is read: ${text}`, () => assert.deepEqual(parseSmtpUrl(text), server))

  for (const text of [
    '',
    'mail.example.org',
    'https://mail.example.org',
    'smtp://',
    'smtp://a:hunter2@b/c',
    'smtp://a:b@c?d',
    'smtp://a:100%@c',
  ])
    it(`is refused with the remedy: ${text}`, () => {
      const answer = parseSmtpUrl(text)
      assert.equal(typeof answer, 'string')
      assert.doesNotMatch(String(answer), /hunter2/)
    })
})
