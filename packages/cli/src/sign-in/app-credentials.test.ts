import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseAppCredentials } from './app-credentials.ts'

const whole = { accountId: 'acc', clientId: 'cli', clientSecret: 'sec' }

test('lines of an environment file are read, in any order and with quotes', () => {
  const text = '# Zoom\nexport ZOOM_CLIENT_SECRET="sec"\r\nZOOM_ACCOUNT_ID=acc\nOTHER=1\nZOOM_CLIENT_ID=\'cli\'\n'
  assert.deepEqual(parseAppCredentials(text, {}), whole)
})

test('one line is the secret when the ids are given', () => {
  assert.deepEqual(parseAppCredentials('sec\n', { accountId: 'acc', clientId: 'cli' }), whole)
})

test('what is missing is named, and nothing that was given is repeated', () => {
  assert.throws(
    () => parseAppCredentials('ZOOM_CLIENT_SECRET=topsecret', {}),
    (error: Error) =>
      /the account ID, the client ID are missing/.test(error.message) && !error.message.includes('topsecret'),
  )
})
