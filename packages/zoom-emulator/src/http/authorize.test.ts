import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OperationData } from '../generated/operations.ts'
import { requireScopes } from './authorize.ts'

type Scopes = Pick<OperationData, 'granular' | 'classic'>

const create: Scopes = {
  granular: ['meeting:write:meeting', 'meeting:write:meeting:admin'],
  classic: ['meeting:write', 'meeting:write:admin'],
}
const listUsers: Scopes = { granular: ['user:read:list_users:admin'], classic: ['user:read:admin'] }

function check(operation: Scopes, ...scopes: string[]): string {
  try {
    requireScopes({ scopes: new Set(scopes) }, operation)
    return 'allowed'
  } catch (error) {
    return String(error)
  }
}

for (const scope of [
  'meeting:write:meeting',
  'meeting:write:meeting:admin',
  'meeting:write:meeting:master',
  'meeting:write',
  'meeting:write:admin',
])
  test(`${scope} allows making a meeting`, () => assert.equal(check(create, scope), 'allowed'))

test('a token without the scope is told which ones would do, new names for a new app, old names for an old one', () => {
  assert.match(
    check(create, 'meeting:read:meeting'),
    /does not contain scopes:\[meeting:write:meeting, meeting:write:meeting:admin\]\.$/,
  )
  assert.match(
    check(create, 'meeting:read', 'user:read:admin'),
    /does not contain scopes:\[meeting:write, meeting:write:admin\]\.$/,
  )
  assert.match(check(create), /scopes:\[meeting:write:meeting, meeting:write:meeting:admin\]\.$/)
})

test("a user's own scope does not open a call about the whole account", () => {
  assert.match(check(listUsers, 'user:read:list_users', 'user:read:user'), /scopes:\[user:read:list_users:admin\]\.$/)
  assert.equal(check(listUsers, 'user:read:list_users:admin'), 'allowed')
  assert.equal(check(listUsers, 'user:read:admin'), 'allowed')
})

test('an operation of which no source names a scope is open to every token', () => {
  assert.equal(check({ granular: [], classic: [] }, 'user:read'), 'allowed')
})
