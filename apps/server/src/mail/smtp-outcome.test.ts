import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliveryFromError, maskAddress } from './smtp-outcome.ts'

describe('an error of the mail server', () => {
  const rows: [string, object, 'temporary' | 'permanent'][] = [
    ['nobody listens', { code: 'ESOCKET', message: 'connect ECONNREFUSED 127.0.0.1:25' }, 'temporary'],
    ['it takes too long', { code: 'ETIMEDOUT', message: 'Greeting never received' }, 'temporary'],
    ['it offers no TLS', { code: 'ETLS', message: 'STARTTLS not supported' }, 'temporary'],
    ['its name is unknown today', { code: 'EDNS', message: 'getaddrinfo ENOTFOUND' }, 'temporary'],
    ['the password is wrong: it can be mended', { code: 'EAUTH', responseCode: 535, response: '535 no' }, 'temporary'],
    ['the mailbox is busy', { code: 'EENVELOPE', responseCode: 450, response: '450 later' }, 'temporary'],
    ['there is no such mailbox', { code: 'EENVELOPE', responseCode: 550, response: '550 no such user' }, 'permanent'],
    [
      'the sender is refused: it can be mended',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530, response: '530 Authentication required' },
      'temporary',
    ],
    ['the mail is refused', { code: 'EMESSAGE', responseCode: 554, response: '554 refused' }, 'permanent'],
    ['the queue is full', { code: 'EMESSAGE', responseCode: 452, response: '452 later' }, 'temporary'],
    ['the address cannot be sent', { code: 'EENVELOPE', message: 'Server does not support SMTPUTF8' }, 'permanent'],
  ]
  for (const [what, error, is] of rows)
    it(`${what}: ${is}`, () => {
      const delivery = deliveryFromError(Object.assign(new Error(), error))
      assert.ok(delivery !== 'sent')
      assert.equal(delivery.is, is)
    })

  it('is kept on one line, without addresses', () => {
    const delivery = deliveryFromError({
      code: 'EENVELOPE',
      responseCode: 550,
      response: '550-5.1.1 <mei.lin@example.org>:\r\n550 user unknown',
    })
    assert.deepEqual(delivery, { is: 'permanent', problem: 'EENVELOPE: 550-5.1.1 <m…@example.org>: 550 user unknown' })
  })

  it('names an address by its first letter and its domain', () =>
    assert.equal(maskAddress('mei@example.org'), 'm…@example.org'))
})
