/** Holds values against the schemas of an OpenAPI 3.1 document, as far as ours go (JSON Schema 2020-12). */

export type Schema = Readonly<Record<string, unknown>>

/** One line for each way in which a value does not fit, with its place; none when it does. */
export function complaintsAbout(
  value: unknown,
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  at = '',
): string[] {
  const { $ref, anyOf, oneOf } = schema
  if (typeof $ref === 'string') {
    const named = components[$ref.replace('#/components/schemas/', '')]
    return named === undefined ? [`${at}: ${$ref} is not there`] : complaintsAbout(value, named, components, at)
  }
  for (const several of [anyOf, oneOf])
    if (Array.isArray(several)) {
      const all = several.map((one) => complaintsAbout(value, one as Schema, components, at))
      return all.some((complaints) => complaints.length === 0)
        ? []
        : all.reduce((a, b) => (a.length <= b.length ? a : b))
    }
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, String(type))))
    return [`${at}: ${JSON.stringify(value)} is no ${types.join(' or ')}`]
  const choices = schema.enum
  if (Array.isArray(choices) && value !== null && !choices.includes(value))
    return [`${at}: ${JSON.stringify(value)} is none of ${choices.join(', ')}`]
  if (typeof value === 'string' && typeof schema.pattern === 'string' && !new RegExp(schema.pattern).test(value))
    return [`${at}: ${JSON.stringify(value)} does not look like ${schema.pattern}`]
  if (Array.isArray(value))
    return value.flatMap((one, index) =>
      complaintsAbout(one, (schema.items ?? {}) as Schema, components, `${at}[${index}]`),
    )
  return typeof value === 'object' && value !== null ? complaintsAboutObject(value, schema, components, at) : []
}

function complaintsAboutObject(
  value: object,
  { properties, required, additionalProperties }: Schema,
  components: Readonly<Record<string, Schema>>,
  at: string,
): string[] {
  const known = (properties ?? {}) as Readonly<Record<string, Schema>>
  const missing = [required ?? []].flat().filter((name) => !(String(name) in value))
  return [
    ...missing.map((name) => `${at}.${String(name)} is missing`),
    ...Object.entries(value).flatMap(([name, its]) => {
      const schema = known[name]
      if (schema !== undefined) return complaintsAbout(its, schema, components, `${at}.${name}`)
      // What is described field by field has no other fields: what is told of a booking is told on purpose.
      return properties === undefined || additionalProperties === true ? [] : [`${at}.${name} is not described`]
    }),
  ]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}
