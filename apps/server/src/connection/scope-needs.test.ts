import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingScopes, scopeNeeds } from './scope-needs.ts'

const classic = ['meeting:read:admin', 'meeting:write:admin', 'user:read:admin']
const granular = scopeNeeds.map(
  ({ operation }) => operation.scopes.granular.find((one) => one.endsWith(':admin')) ?? '',
)

test('the classic scopes of an account open everything, and so do the granular ones', () => {
  assert.deepEqual(missingScopes(classic), [])
  assert.deepEqual(missingScopes(granular), [])
})

test('a scope that is missing is named in both forms, with what it is for', () => {
  for (const [index, { for: use, isNeeded }] of scopeNeeds.entries()) {
    const [missing, ...others] = missingScopes(granular.toSpliced(index, 1))
    assert.deepEqual(others, [])
    assert.deepEqual([missing?.granular, missing?.for, missing?.isNeeded], [granular[index], use, isNeeded])
    assert.ok(classic.includes(missing?.classic ?? ''), `${missing?.classic} is no classic scope of an account`)
  }
})

test("a person's own scopes are not enough: they open nothing of the other hosts", () => {
  const own = ['meeting:read', 'meeting:write', 'user:read', 'meeting:write:meeting', 'user:read:user']
  assert.equal(missingScopes(own).length, scopeNeeds.length)
})
