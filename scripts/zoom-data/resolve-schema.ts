import { isObject, type Json, type JsonObject, mergePatch } from './merge-patch.ts'

/** What may stand beside a reference without making it another type. */
const remarks = ['description', 'deprecated', 'default']

/**
 * A schema without `$ref` and `allOf`. A named schema carries its name as `title`, wherever it is used; `allOf` is laid together,
 * later members over earlier ones.
 * @param schemas the named schemas of the overlay
 * @throws where a name is not there
 */
export function resolveSchema(schema: Json, schemas: Readonly<Record<string, JsonObject>>): Json {
  if (Array.isArray(schema)) return schema.map((item) => resolveSchema(item, schemas))
  if (!isObject(schema)) return schema
  if (typeof schema.$ref === 'string') {
    const { $ref: name, ...beside } = schema
    const named = schemas[name]
    if (!named) throw new Error(`There is no schema "${name}" in data/zoom/overlay.`)
    const isSame = Object.keys(beside).every((key) => remarks.includes(key))
    const resolved = resolveSchema({ ...named, ...(isSame && { title: name }) }, schemas) as JsonObject
    return mergePatch(resolved, resolveSchema(beside, schemas))
  }
  const { allOf, ...own } = schema
  const resolved = Object.fromEntries(
    Object.entries(own).map(([key, value]) => [key, key === 'enum' ? value : resolveSchema(value, schemas)]),
  )
  if (!Array.isArray(allOf)) return resolved
  return allOf.map((member) => resolveSchema(member, schemas)).reduce<JsonObject>(layTogether, resolved)
}

/** One schema with another laid over it; what either requires is required. */
function layTogether(below: JsonObject, above: Json): JsonObject {
  if (!isObject(above)) return below
  const { title: _title, description: _description, ...rest } = above
  const required = [...new Set([...namesOf(below.required), ...namesOf(above.required)])]
  return { ...(mergePatch(below, rest) as JsonObject), ...(required.length > 0 && { required }) }
}

const namesOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
