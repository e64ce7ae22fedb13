import type { Schema } from '../../zoom-data/operation.ts'

/**
 * An answer of several forms as one: whoever reads it asks for a field and not for a form. A field that some forms lack is optional.
 *
 * @returns `undefined` where a form is no object, or has a name of its own
 */
export function mergeAlternatives(answer: Schema): Schema | undefined {
  const forms = formsOf(answer)
  if (!forms.every(({ title, properties }) => title === undefined && properties !== undefined)) return undefined
  const names = new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))
  const properties = [...names].map((name) => [name, oneOf(forms.flatMap((form) => form.properties?.[name] ?? []))])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: [...names].filter((name) => forms.every(({ required }) => required?.includes(name))),
  }
}

function formsOf(schema: Schema): readonly Schema[] {
  const forms = schema.title === undefined ? (schema.oneOf ?? schema.anyOf) : undefined
  return forms?.flatMap(formsOf) ?? [schema]
}

function oneOf(schemas: readonly Schema[]): Schema {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()]
  return different.length === 1 ? (different[0] ?? {}) : { oneOf: different }
}
