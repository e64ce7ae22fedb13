import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'

interface Schema {
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}
interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } }
}
interface ApiOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
}

const api = JSON.parse(readFileSync(new URL('../../../../data/zoom/zoom.openapi.json', import.meta.url), 'utf8')) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
}

/** Every name in a schema, those inside its objects and lists included. */
function namesIn(schema: Schema | undefined): string[] {
  if (schema === undefined) return []
  if (schema.$ref !== undefined) {
    const parts = schema.$ref.split('/').slice(1)
    return namesIn(parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], api) as Schema)
  }
  const inside = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => [name, ...namesIn(one)])
  return [...inside, ...namesIn(schema.items)]
}

const jsonOf = (content: Content | undefined) => content?.content?.['application/json']?.schema
const meetingFiles = [
  'meeting-types/meeting-fields.ts',
  'meeting-types/create-input.ts',
  '../recurrence/zoom.ts',
].concat(['settings.ts', 'settings-parts.ts', 'tracking-field.ts'].map((file) => `meeting-types/${file}`))
const answerFiles = ['meeting-types/meeting.ts', 'meeting-types/occurrence.ts', ...meetingFiles]
const operations: readonly [path: string, method: string, files: readonly string[]][] = [
  ['/users/{userId}/meetings', 'post', answerFiles],
  ['/users/{userId}/meetings', 'get', ['meeting-types/list.ts', 'page.ts']],
  ['/meetings/{meetingId}', 'get', ['meeting-types/get-input.ts', ...answerFiles]],
  ['/meetings/{meetingId}', 'patch', ['meeting-types/update-input.ts', ...meetingFiles]],
  ['/meetings/{meetingId}', 'delete', ['meeting-types/delete-input.ts']],
  ['/meetings/{meetingId}/invitation', 'get', ['meeting-types/invitation.ts']],
  ['/meetings/{meetingId}/invite_links', 'post', ['meeting-types/invitation.ts']],
  ['/users', 'get', ['user-types.ts', 'page.ts']],
  ['/users/{userId}', 'get', ['user-types.ts']],
]

for (const [path, method, files] of operations)
  test(`every field that is documented for ${method} ${path} has a type`, () => {
    const operation = api.paths[path]?.[method]
    assert.ok(operation)
    const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name)
    const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
    const names = new Set([
      ...query,
      ...namesIn(jsonOf(operation.requestBody)),
      ...answers.flatMap(([, answer]) => namesIn(jsonOf(answer))),
    ])
    assert.ok(names.size > 0)
    const source = files.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8')).join('\n')
    const missing = [...names].filter((name) => !new RegExp(`readonly ${name}\\??:`).test(source))
    assert.deepEqual(missing, [])
  })
