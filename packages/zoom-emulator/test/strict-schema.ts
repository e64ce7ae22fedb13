/** As much of JSON Schema as the operations' data uses. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
  readonly format?: string
}

/**
 * What is wrong with an answer: a field that no source names, a required one that is missing, a value of another type or outside its
 * list. A schema that says nothing of a value lets everything pass there.
 */
export function findMistakes(value: unknown, schema: Schema, path = ''): string[] {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) {
    const tried = choices.map((choice) => findMistakes(value, choice, path))
    return tried.some((mistakes) => mistakes.length === 0) ? [] : (tried.sort((a, b) => a.length - b.length)[0] ?? [])
  }
  if (schema.allOf) return findMistakes(value, merged(schema.allOf), path)
  const name = path || 'the answer'
  const types = [schema.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return [`${name} is ${JSON.stringify(value)}, not of type ${types.join(' or ')}`]
  if (schema.enum && !schema.enum.includes(value))
    return [`${name} is ${JSON.stringify(value)}, not one of ${schema.enum.join(', ')}`]
  if (schema.format === 'date-time' && typeof value === 'string' && !instant.test(value))
    return [`${name} is ${JSON.stringify(value)}, not an instant in UTC without milliseconds`]
  if (Array.isArray(value)) {
    const { items } = schema
    return items ? value.flatMap((item, index) => findMistakes(item, items, `${path}[${index}]`)) : []
  }
  if (typeof value === 'object' && value !== null) return findObjectMistakes(value, schema, path)
  return []
}

/** As Zoom writes it (docs/zoom-facts.md §5.4); an empty text stands for no instant. */
const instant = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)?$/

function findObjectMistakes(value: object, schema: Schema, path: string): string[] {
  const { properties, required = [], additionalProperties } = schema
  const at = (key: string) => (path ? `${path}.${key}` : key)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const missing = required.filter((key) => !fields.some(([name]) => name === key)).map((key) => `${at(key)} is missing`)
  if (!properties && additionalProperties === undefined) return missing
  const wrong = fields.flatMap(([key, field]) => {
    const known =
      properties && Object.hasOwn(properties, key)
        ? properties[key]
        : typeof additionalProperties === 'object'
          ? additionalProperties
          : additionalProperties && {}
    return known ? findMistakes(field, known, at(key)) : [`${at(key)} is a field that no source names`]
  })
  return [...missing, ...wrong]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  if (type === 'null') return value === null
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return typeof value === type
}

function merged(parts: readonly Schema[]): Schema {
  return {
    type: 'object',
    properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
    required: parts.flatMap(({ required }) => required ?? []),
  }
}
