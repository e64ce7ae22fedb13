import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JsonObject } from './merge-patch.ts'
import { loadOperations, operationFrom } from './operations.ts'
import { layOverlay } from './overlay.ts'

const operations = loadOperations()
const named = (name: string) => operations.find((operation) => operation.name === name)

test('each operation has a name of its own in the client', () => {
  const names = operations.map(({ resource, methodName }) => `${resource}.${methodName}`)
  assert.equal(new Set(names).size, names.length)
})

test('an operation carries what the data and the overlay say', () => {
  const add = named('POST /meetings/{meetingId}/registrants')
  assert.equal(add?.resource, 'registrants')
  assert.equal(add?.methodName, 'add')
  assert.equal(add?.label, 'light')
  assert.deepEqual(add?.scopes.granular, ['meeting:write:registrant', 'meeting:write:registrant:admin'])
  assert.deepEqual(add?.requestBody?.schema.required, ['email', 'first_name'])
  assert.equal(add?.responses.get(201)?.properties?.join_url?.type, 'string')
  assert.ok(add?.errors.some(({ status, code }) => status === 404 && code === 1001))
  assert.equal(named('GET /users/{userId}/upcoming_meetings')?.label, 'medium')
})

test('what nobody knows stays unknown', () => {
  const channels = named('GET /groups/{groupId}/channels')
  assert.equal(channels?.label, 'unknown')
  assert.deepEqual(channels?.scopes, { granular: [], classic: [] })
})

test('an added operation is known by what the overlay says of it alone', () => {
  const transcript = named('GET /meetings/{meetingId}/transcript')
  assert.equal(transcript?.label, 'unknown')
  assert.deepEqual(transcript?.scopes, { granular: [], classic: [] })
  assert.deepEqual(
    transcript?.parameters.map(({ name, in: place }) => [name, place]),
    [['meetingId', 'path']],
  )
  assert.deepEqual([...(transcript?.responses.keys() ?? [])], [200])
})

test('a moved path has its operations under the new one alone', () => {
  assert.equal(named('GET /sip_phones/phones')?.methodName, 'list')
  assert.ok(named('PATCH /sip_phones/phones/{phoneId}')?.requestBody)
  assert.equal(named('GET /sip_phones'), undefined)
})

test('a mistake in the overlay is named', () => {
  const known = { 'GET /users': {} }
  const lay = (content: JsonObject) => () => layOverlay(known, [{ file: 'x.json', content }])
  assert.throws(lay({ operations: {} }), /x\.json: "about"/)
  assert.throws(lay({ about: 'x', operations: { 'GET /user': {} } }), /x\.json: "GET \/user" is no operation/)
  assert.throws(lay({ about: 'x', operations: { 'GET /users': { lable: 'LIGHT' } } }), /has "lable"/)
  assert.throws(lay({ about: 'x', added: { 'GET /users': {} } }), /adds "GET \/users", which is there already/)
  assert.throws(lay({ about: 'x', added: { '/users': {} } }), /has to be a method and a path/)
  assert.throws(lay({ about: 'x', added: { 'GET /user': { lable: 'LIGHT' } } }), /has "lable"/)
  assert.throws(lay({ about: 'x', moved: { '/user': '/people' } }), /moves "\/user", which is no path/)
  assert.throws(lay({ about: 'x', moved: { '/users': '/users' } }), /which is there already/)
  assert.throws(() => operationFrom('GET /users', { name: 'users.list', label: 'TINY' }), /label "TINY" is none of/)
  assert.throws(() => operationFrom('GET /users', { name: 'list', label: 'LIGHT' }), /resource\.method/)
})
