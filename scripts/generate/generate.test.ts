import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'
import type { Schema, ZoomOperation } from '../zoom-data/operation.ts'
import { apiGuide } from './api-guide.ts'
import { bodyNames, resourceModule } from './client/resource-module.ts'
import { namedSchemas, schemasModule } from './client/schemas-module.ts'
import { typeText } from './client/type-text.ts'
import { typesModule } from './client/types-module.ts'

const operation: ZoomOperation = {
  name: 'POST /rooms/{roomUUID}/people',
  method: 'POST',
  path: '/rooms/{roomUUID}/people',
  resource: 'rooms',
  methodName: 'addPeople',
  label: 'heavy',
  scopes: { granular: ['room:write:person', 'room:write:person:admin'], classic: [] },
  dailyLimit: undefined,
  repeat: 'never',
  needs: ['ids'],
  rows: undefined,
  parameters: [
    { name: 'roomUUID', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'dry_run', in: 'query', required: false, schema: { type: 'boolean' } },
  ],
  requestBody: {
    contentType: 'application/json',
    schema: {
      type: 'object',
      required: ['people'],
      properties: {
        people: {
          type: 'array',
          items: {
            title: 'Person',
            type: 'object',
            properties: { kind: { enum: ['a', "b'c"] }, age: { type: 'integer' } },
          },
        },
      },
    },
  },
  responses: new Map([
    [201, { type: 'object', required: ['ids'], properties: { ids: { type: 'array', items: { type: 'string' } } } }],
  ]),
  errors: [],
}

test('a call becomes one line of data', () => {
  const module = resourceModule('rooms', [operation], true)
  assert.match(module, /path: '\/rooms\/\{roomUuid\}\/people', repeat: 'never', label: 'heavy'/)
  assert.match(module, /answers: \['ids'\], query: 'dry_run', body: 'people!\[kind age\]'/)
  assert.match(module, /export const rooms: ResourceFactory<RoomsApi>/)
  assert.doesNotMatch(resourceModule('rooms', [operation], false), /ResourceFactory/)
})

test('a call becomes types: optional fields of an input may be undefined, those of an answer are absent', () => {
  const named = namedSchemas([operation], [])
  const types = typesModule('rooms', [operation], named.keys())
  assert.match(types, /import type \{ Person \} from '\.\/schemas\.ts'/)
  assert.match(
    types,
    /readonly roomUuid: string\n {2}readonly dry_run\?: boolean \| undefined\n {2}readonly people: readonly Person\[\]/,
  )
  assert.match(types, /readonly ids: readonly string\[\]/)
  assert.match(types, /addPeople\(input: RoomsAddPeopleInput, options\?: CallOptions\): Promise<RoomsAddPeopleAnswer>/)
  assert.match(schemasModule(named), /readonly kind\?: 'a' \| 'b\\'c' \| undefined/)
})

test('one name for two different schemas is refused', () => {
  const other: Schema = { title: 'Person', type: 'object', properties: { name: { type: 'string' } } }
  assert.throws(() => namedSchemas([operation], [other]), /Two different schemas are called "Person"/)
})

test('names of alternatives are put together, and none of them is required', () => {
  const one: Schema = { properties: { a: { properties: { x: {} } } }, required: ['a'] }
  const two: Schema = { properties: { a: { properties: { y: {} } }, b: {} } }
  assert.equal(bodyNames({ oneOf: [one, two] }), 'a{x y} b')
})

test('forms of an answer become one with optional fields, those of an input stay apart', () => {
  const forms: Schema = {
    oneOf: [
      { properties: { id: { type: 'integer' }, until: { type: 'string' } }, required: ['id', 'until'] },
      { properties: { id: { type: 'string' } }, required: ['id'] },
    ],
  }
  assert.equal(
    typeText(forms, { isInput: false, indent: '' }),
    '{\n  readonly id: number | string\n  readonly until?: string\n}',
  )
  assert.match(typeText(forms, { isInput: true, indent: '' }), /until: string\n\} \| \{/)
})

test('what nobody knows becomes unknown', () => {
  const options = { isInput: false, indent: '' }
  assert.equal(typeText({}, options), 'unknown')
  assert.equal(typeText({ type: 'object' }, options), 'Readonly<Record<string, unknown>>')
  assert.equal(typeText({ type: 'array', items: { enum: [1, 2] } }, options), 'readonly (1 | 2)[]')
})

test('the guide folds a scope and its form for the account into one', () => {
  assert.match(
    apiGuide('# Every call', [operation]),
    /\| `rooms\.addPeople` \| `POST \/rooms\/\{roomUUID\}\/people` \| `room:write:person\[:admin\]` \| heavy \|/,
  )
})

test('a changed datum makes the check fail and name the file; a label that is none makes it fail at once', () => {
  const copy = mkdtempSync(join(tmpdir(), 'convene-generate-'))
  const check = () => spawnSync(process.execPath, ['scripts/generate.ts', '--check'], { cwd: copy, encoding: 'utf8' })
  const change = (file: string, from: string, to: string) => {
    const path = join(copy, file)
    writeFileSync(path, readFileSync(path, 'utf8').replace(from, to))
  }
  try {
    writeFileSync(join(copy, 'package.json'), '{ "type": "module" }')
    // The emulator's own list of what it has is not changed here.
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction')
    for (const part of ['data/zoom', 'scripts', 'docs']) cpSync(resolve(part), join(copy, part), { recursive: true })
    for (const name of ['zoom', 'zoom-emulator'])
      for (const part of ['generated', 'resources'].filter((one) => name === 'zoom' || one === 'generated')) {
        mkdirSync(join(copy, 'packages', name, 'src'), { recursive: true })
        cpSync(resolve('packages', name, 'src', part), join(copy, 'packages', name, 'src', part), { recursive: true })
      }
    assert.equal(check().status, 0, check().stderr)
    const labels = 'data/zoom/overlay/labels.json'
    change(labels, '"MEDIUM"', '"HEAVY"')
    const changed = check()
    assert.equal(changed.status, 1)
    assert.match(changed.stderr, /generated[\\/]meetings\.ts is not what its source makes it/)
    change(labels, '"HEAVY"', '"TINY"')
    assert.match(check().stderr, /label "TINY" is none of LIGHT, MEDIUM/)
  } finally {
    rmSync(copy, { recursive: true })
  }
})
