import { isObject, type JsonObject, mergePatch } from './merge-patch.ts'
import { unknownOperation } from './raw-operation.ts'
import { resolveSchema } from './resolve-schema.ts'

/** One file of data/zoom/overlay. */
export interface OverlayFile {
  readonly file: string
  readonly content: JsonObject
}

const patchable = [
  ...['name', 'label', 'granular', 'classic', 'dailyLimit', 'repeat', 'needs', 'rows'],
  ...['path', 'query', 'bodyType', 'body', 'answers', 'errors'],
]
const sections = ['about', 'moved', 'added', 'path', 'query', 'schemas', 'operations']

/**
 * The operations, moved and added to, with every overlay file laid over them in the order of the files' names, and their schemas
 * resolved.
 * @throws where a file names an operation that is not there, adds one that is, or names a part that an operation does not have
 */
export function layOverlay(
  operations: Readonly<Record<string, JsonObject>>,
  files: readonly OverlayFile[],
): Record<string, JsonObject> {
  for (const { file, content } of files) checkFile(file, content)
  const ids = mergeSections(files, 'path')
  const parameters = mergeSections(files, 'query')
  const schemas = mergeSections(files, 'schemas') as Record<string, JsonObject>
  const laid = Object.fromEntries(
    Object.entries(withAdded(withMoved(operations, files), files)).map(([name, operation]) => [
      name,
      withShared(operation, ids, parameters),
    ]),
  )
  for (const { file, content } of files)
    for (const [name, patch] of entriesOf(content, 'operations')) {
      const operation = laid[name]
      if (!operation)
        throw new Error(
          `${file}: "${name}" is no operation: data/zoom/zoom.openapi.json lacks it, and no file adds it.`,
        )
      laid[name] = mergePatch(operation, checkedParts(file, name, patch)) as JsonObject
    }
  return Object.fromEntries(
    Object.entries(laid).map(([name, operation]) => [name, resolveSchema(operation, schemas) as JsonObject]),
  )
}

/** The named schemas of the overlay, resolved. */
export function namedSchemasOf(files: readonly OverlayFile[]): ReadonlyMap<string, JsonObject> {
  const schemas = mergeSections(files, 'schemas') as Record<string, JsonObject>
  return new Map(Object.keys(schemas).map((name) => [name, resolveSchema({ $ref: name }, schemas) as JsonObject]))
}

function checkFile(file: string, content: JsonObject): void {
  if (typeof content.about !== 'string') throw new Error(`${file}: "about" has to say what the file mends, and whence.`)
  const unknown = Object.keys(content).find((section) => !sections.includes(section))
  if (unknown !== undefined) throw new Error(`${file}: has "${unknown}"; a file has ${sections.join(', ')}.`)
  for (const section of sections.slice(1))
    if (content[section] !== undefined && !isObject(content[section]))
      throw new Error(`${file}: "${section}" has to be an object.`)
}

/** Operations under the paths that Zoom has given them since. */
function withMoved(
  operations: Readonly<Record<string, JsonObject>>,
  files: readonly OverlayFile[],
): Record<string, JsonObject> {
  const moves = files.flatMap(({ file, content }) =>
    entriesOf(content, 'moved').map(([from, to]) => ({ file, from, to: String(to) })),
  )
  const pathOf = (name: string) => name.slice(name.indexOf(' ') + 1)
  const paths = new Set(Object.keys(operations).map(pathOf))
  for (const { file, from, to } of moves) {
    if (!paths.has(from)) throw new Error(`${file}: moves "${from}", which is no path of data/zoom/zoom.openapi.json.`)
    if (paths.has(to)) throw new Error(`${file}: moves "${from}" to "${to}", which is there already.`)
  }
  const moved = new Map(moves.map(({ from, to }) => [from, to]))
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => {
      const to = moved.get(pathOf(name))
      return [to === undefined ? name : `${name.split(' ')[0]} ${to}`, operation]
    }),
  )
}

/** The operations and those that only the overlay has, of which nothing is known but what it says. */
function withAdded(
  operations: Readonly<Record<string, JsonObject>>,
  files: readonly OverlayFile[],
): Record<string, JsonObject> {
  const all = { ...operations }
  for (const { file, content } of files)
    for (const [name, parts] of entriesOf(content, 'added')) {
      if (all[name]) throw new Error(`${file}: adds "${name}", which is there already: patch it under "operations".`)
      if (!/^(GET|POST|PUT|PATCH|DELETE) \//.test(name))
        throw new Error(`${file}: adds "${name}", which has to be a method and a path, as "GET /users/{userId}".`)
      all[name] = mergePatch(unknownOperation(name), checkedParts(file, name, parts)) as JsonObject
    }
  return all
}

function checkedParts(file: string, name: string, parts: JsonObject[string]): JsonObject {
  if (!isObject(parts)) throw new Error(`${file}: what it says of "${name}" has to be an object.`)
  const unknown = Object.keys(parts).find((part) => !patchable.includes(part))
  if (unknown !== undefined)
    throw new Error(`${file}: "${name}" has "${unknown}"; an operation has ${patchable.join(', ')}.`)
  return parts
}

/** Says the same of an id, and of a parameter, wherever it stands. */
function withShared(operation: JsonObject, ids: JsonObject, parameters: JsonObject): JsonObject {
  const path = entriesOf(operation, 'path').map(([name, schema]) => [name, ids[name] ?? schema])
  const query = entriesOf(operation, 'query').map(([name, schema]) => [name, mergePatch(parameters[name], schema)])
  return { ...operation, path: Object.fromEntries(path), query: Object.fromEntries(query) }
}

function mergeSections(files: readonly OverlayFile[], section: string): JsonObject {
  return Object.fromEntries(files.flatMap(({ content }) => entriesOf(content, section)))
}

function entriesOf(content: JsonObject, section: string): [string, JsonObject[string]][] {
  return isObject(content[section]) ? Object.entries(content[section]) : []
}
