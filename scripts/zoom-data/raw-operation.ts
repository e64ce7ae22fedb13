import { isObject, type Json, type JsonObject } from './merge-patch.ts'

const httpMethods = ['get', 'post', 'put', 'patch', 'delete']

/**
 * The operations of an OpenAPI document in the form that the overlay patches: named by method and path, with parameters by name,
 * and errors by status and code, so that a patch can point at one of them.
 */
export function rawOperationsFrom(document: Json): Record<string, JsonObject> {
  const operations: Record<string, JsonObject> = {}
  for (const [path, item] of entriesOf(member(document, 'paths')))
    for (const [method, operation] of entriesOf(item))
      if (httpMethods.includes(method))
        operations[`${method.toUpperCase()} ${path}`] = rawOperationFrom(path, operation)
  return operations
}

/** An operation of which only method and path are known. */
export function unknownOperation(name: string): JsonObject {
  return rawOperationFrom(name.slice(name.indexOf(' ') + 1), {})
}

function rawOperationFrom(path: string, operation: Json): JsonObject {
  const parameters = itemsOf(member(operation, 'parameters'))
  const [content] = entriesOf(member(member(operation, 'requestBody'), 'content'))
  const responses = entriesOf(member(operation, 'responses'))
  const parametersIn = (place: string): JsonObject =>
    Object.fromEntries(
      parameters
        .filter((parameter) => member(parameter, 'in') === place)
        .map((parameter) => [
          String(member(parameter, 'name')),
          {
            ...(isObject(parameter) && isObject(parameter.schema) ? parameter.schema : {}),
            ...(place === 'query' && member(parameter, 'required') === true && { required: true }),
          },
        ]),
    )
  return {
    label: member(operation, 'x-rate-limit-label') ?? 'UNKNOWN',
    granular: member(operation, 'x-granular-scopes') ?? [],
    classic: itemsOf(member(operation, 'x-scopes')).filter((scope) => scope !== ''),
    ...withName('dailyLimit', member(operation, 'x-daily-limit')),
    // Some operations do not describe all ids of their path.
    path: { ...idsOf(path), ...parametersIn('path') },
    query: parametersIn('query'),
    ...withName('bodyType', content?.[0]),
    ...withName('body', content && member(content[1], 'schema')),
    answers: Object.fromEntries(
      responses.filter(([status]) => status.startsWith('2')).map(([status, answer]) => [status, answerFrom(answer)]),
    ),
    errors: Object.fromEntries(
      responses.filter(([status]) => !status.startsWith('2')).map(([status, answer]) => [status, errorsFrom(answer)]),
    ),
  }
}

function idsOf(path: string): JsonObject {
  return Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => [id, { type: 'string' }]))
}

function answerFrom(response: Json): JsonObject {
  const [content] = entriesOf(member(response, 'content'))
  return withName('schema', content && member(content[1], 'schema'))
}

function errorsFrom(response: Json): JsonObject {
  const messages: Record<string, Json[]> = {}
  for (const error of itemsOf(member(response, 'x-errors'))) {
    const code = String(member(error, 'code'))
    messages[code] ??= []
    messages[code].push(member(error, 'message') ?? '')
  }
  return messages
}

const withName = (name: string, value: Json | undefined): JsonObject => (value === undefined ? {} : { [name]: value })
const member = (value: Json | undefined, name: string): Json | undefined => (isObject(value) ? value[name] : undefined)
const entriesOf = (value: Json | undefined): [string, Json][] => (isObject(value) ? Object.entries(value) : [])
const itemsOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])
