import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isObject, type Json, type JsonObject } from './merge-patch.ts'
import type { HttpMethod, OperationError, Parameter, RateLimitLabel, Schema, ZoomOperation } from './operation.ts'
import { layOverlay, namedSchemasOf, type OverlayFile } from './overlay.ts'
import { rawOperationsFrom } from './raw-operation.ts'

const folder = join(import.meta.dirname, '../../data/zoom')

const labels: Readonly<Record<string, RateLimitLabel>> = {
  LIGHT: 'light',
  MEDIUM: 'medium',
  HEAVY: 'heavy',
  'RESOURCE-INTENSIVE': 'resource_intensive',
  UNKNOWN: 'unknown',
}

/** How a repetition ends, by method; the overlay names the exceptions. */
const repeats: Readonly<Record<string, ZoomOperation['repeat']>> = {
  GET: 'safe',
  PUT: 'absolute',
  PATCH: 'absolute',
  DELETE: 'absolute',
  POST: 'never',
}

/** Every operation that is known of Zoom's API: data/zoom/zoom.openapi.json with data/zoom/overlay laid over it. */
export function loadOperations(): readonly ZoomOperation[] {
  const laid = layOverlay(rawOperationsFrom(readJson(join(folder, 'zoom.openapi.json'))), readOverlay())
  return Object.entries(laid).map(([name, raw]) => operationFrom(name, raw))
}

/** A schema of the overlay by its name. */
export function loadSchema(name: string): Schema {
  const schema = namedSchemasOf(readOverlay()).get(name)
  if (schema === undefined) throw new Error(`There is no schema "${name}" in data/zoom/overlay.`)
  return schema as Schema
}

function readOverlay(): readonly OverlayFile[] {
  return globSync(join(folder, 'overlay/*.json'))
    .sort()
    .map((file): OverlayFile => ({ file: basename(file), content: readJson(file) as JsonObject }))
}

/** @throws where a part of the operation is not as data/zoom/overlay/README.md says */
export function operationFrom(name: string, raw: JsonObject): ZoomOperation {
  const [method = '', path = ''] = name.split(' ')
  const [resource = '', methodName = ''] = String(raw.name).split('.')
  if (!/^[a-z][a-zA-Z0-9]*$/.test(resource) || !/^[a-z][a-zA-Z]*$/.test(methodName))
    throw new Error(`"${name}": the name has to be resource.method, not "${raw.name}" (data/zoom/overlay/names.json).`)
  const label = labels[String(raw.label)]
  if (!label) throw new Error(`"${name}": the label "${raw.label}" is none of ${Object.keys(labels).join(', ')}.`)
  return {
    name,
    method: method as HttpMethod,
    path,
    resource,
    methodName,
    label,
    scopes: { granular: textsOf(name, raw.granular), classic: textsOf(name, raw.classic) },
    dailyLimit: raw.dailyLimit as number | undefined,
    repeat: repeatOf(name, raw.repeat ?? repeats[method]),
    needs: textsOf(name, raw.needs ?? []),
    rows: rowsOf(name, raw),
    parameters: [...parametersFrom('path', raw.path), ...parametersFrom('query', raw.query)],
    requestBody:
      raw.body === undefined
        ? undefined
        : { contentType: String(raw.bodyType ?? 'application/json'), schema: raw.body as Schema },
    responses: new Map(
      Object.entries(raw.answers ?? {}).map(([status, answer]) => [
        Number(status),
        (answer as { schema?: Schema }).schema,
      ]),
    ),
    errors: Object.entries(raw.errors ?? {}).flatMap(([status, codes]) =>
      Object.entries(codes as Record<string, string[]>).flatMap(([code, messages]) =>
        messages.map((message): OperationError => ({ status: Number(status), code: Number(code), message })),
      ),
    ),
  }
}

function repeatOf(name: string, repeat: Json | undefined): ZoomOperation['repeat'] {
  const found = (['safe', 'absolute', 'never'] as const).find((one) => one === repeat)
  if (found === undefined) throw new Error(`"${name}": repeat has to be safe, absolute or never, not "${repeat}".`)
  return found
}

/** The one list of objects in the answer of an operation whose pages follow each other by token. */
function rowsOf(name: string, raw: JsonObject): string | undefined {
  const answer = Object.values(raw.answers ?? {}).find((one) => isObject(one) && isObject(one.schema))
  const { properties = {} } = ((answer as { schema?: Schema } | undefined)?.schema ?? {}) as Schema
  const { query } = raw
  if (!isObject(query) || query.next_page_token === undefined || properties.next_page_token === undefined)
    return undefined
  const lists = Object.keys(properties).filter((property) => properties[property]?.type === 'array')
  const rows = raw.rows ?? (lists.length === 1 ? lists[0] : undefined)
  if (typeof rows !== 'string' || !lists.includes(rows))
    throw new Error(`"${name}" has pages: "rows" has to name one of its lists, ${lists.join(', ')}.`)
  return rows
}

function parametersFrom(place: 'path' | 'query', parameters: Json | undefined): Parameter[] {
  if (!isObject(parameters)) return []
  return Object.entries(parameters).map(([name, value]) => {
    const { required, ...schema } = value as Schema & { required?: boolean }
    return { name, in: place, required: place === 'path' || required === true, schema: schema as Schema }
  })
}

function textsOf(name: string, value: Json | undefined): readonly string[] {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string'))
    throw new Error(`"${name}": scopes have to be a list of texts.`)
  return value as string[]
}

const readJson = (file: string): Json => JSON.parse(readFileSync(file, 'utf8'))
