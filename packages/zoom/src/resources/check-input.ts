import { invalidInput } from '../errors.ts'
import { checkList } from './check.ts'
import { checkNames } from './check-names.ts'
import { type FieldNames, parseFieldNames } from './field-names.ts'
import type { ResourceOperation } from './resource-operation.ts'

/** The names that an operation takes: ids of its path, parameters, and the fields of its body. */
export function namesOf(operation: ResourceOperation): readonly string[] {
  const { ids, query, body } = partsOf(operation)
  return [...ids, ...query.keys(), ...body.keys(), ...(operation.rows === undefined ? [] : ['limit'])]
}

/** The names of an operation by the place that they go to. */
export function partsOf({ path, query, body }: ResourceOperation): {
  readonly ids: readonly string[]
  readonly query: FieldNames
  readonly body: FieldNames
} {
  const ids = [...path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id)
  return { ids, query: parseFieldNames(query), body: parseFieldNames(body) }
}

/**
 * Refuses an input with a name that is nearly one of the operation's, because Zoom ignores what it does not know, and one that
 * lacks what Zoom needs. @throws {ZoomError} `invalid_input`
 */
export function checkInput(operation: ResourceOperation, input: object): void {
  const { ids, query, body } = partsOf(operation)
  checkNames(input, namesOf(operation))
  for (const id of ids) checkThere(id, (input as Record<string, unknown>)[id])
  checkFields(input, query, '')
  checkFields(input, body, '')
}

function checkFields(fields: object, names: FieldNames, within: string): void {
  for (const [name, { required, isList, inside }] of names) {
    const value = (fields as Record<string, unknown>)[name]
    const path = `${within}${name}`
    if (required) checkThere(path, value)
    if (inside.size === 0 || value === undefined || value === null) continue
    if (isList) checkList(path, value)
    const objects = isList
      ? (value as object[]).map((item, index) => [`${path}[${index}].`, item] as const)
      : [[`${path}.`, value] as const]
    for (const [itemPath, item] of objects) {
      checkNames(item as object, [...inside.keys()], { within: itemPath })
      checkFields(item as object, inside, itemPath)
    }
  }
}

function checkThere(field: string, value: unknown): void {
  if (value === undefined || value === null) throw invalidInput(field, value, 'Zoom needs it.')
}
