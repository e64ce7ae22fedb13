import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { host, member } from '../../test/domain-data.ts'
import { isAtLeast, needsApproval } from './approval.ts'
import { noPolicies } from './policies.ts'

const policies = { ...noPolicies, approvalForHosts: ['large'] }

describe('a booking waits for a manager', () => {
  const rows: [string, Parameters<typeof member>[1], string, boolean][] = [
    ['never by default', {}, 'a', false],
    ['when its member has to ask', { needsApproval: true }, 'a', true],
    ['when its host is one of those', {}, 'large', true],
    ['not on such a host when a manager books', { role: 'manager' }, 'large', false],
    ['even of a manager who has to ask', { role: 'manager', needsApproval: true }, 'large', true],
  ]
  for (const [name, its, hostId, expected] of rows)
    it(name, () => assert.equal(needsApproval(member('mei', its), host(hostId), policies), expected))
})

describe('a role', () => {
  it('includes those below it, for members who are active', () => {
    assert.equal(isAtLeast(member('a', { role: 'admin' }), 'manager'), true)
    assert.equal(isAtLeast(member('a', { role: 'manager' }), 'admin'), false)
    assert.equal(isAtLeast(member('a', { role: 'admin', isActive: false }), 'member'), false)
  })
})
