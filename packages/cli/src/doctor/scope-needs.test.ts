import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingScopes, scopeNeeds } from './scope-needs.ts'

test("an administrator's classic scopes open every command", () => {
  assert.deepEqual(missingScopes(['meeting:read:admin', 'meeting:write:admin', 'user:read:admin'], true), [])
})

test('granular scopes open every command, one by one', () => {
  const all = scopeNeeds.map(
    ({ operation }) => operation.scopes.granular.find((scope) => scope.endsWith(':admin')) ?? '',
  )
  assert.deepEqual(missingScopes(all, true), [])
  for (const [index, { command }] of scopeNeeds.entries())
    assert.deepEqual(missingScopes(all.toSpliced(index, 1), true), [
      { command, scope: all[index], adminOnly: command === 'users list' },
    ])
})

test("a person's own scopes do not open the list of users", () => {
  const own = ['meeting:read', 'meeting:write', 'user:read', 'user:read:list_users']
  assert.deepEqual(missingScopes(own, false), [
    { command: 'users list', scope: 'user:read:list_users:admin', adminOnly: true },
  ])
})
