import { invalidInput } from '../errors.ts'
import type { Operation, QueryValue, RequestParts } from './operation.ts'

/** The path of each operation, taken apart once: fixed text and parameter names in turns. */
const templates = new WeakMap<Operation, readonly string[]>()

/** Path and query of a request below the API's address; refuses what would reach another resource than the one meant. */
export function encodeTarget(operation: Operation, parts: RequestParts): string {
  let template = templates.get(operation)
  if (template === undefined) {
    if (typeof operation?.path !== 'string' || !operation.path.startsWith('/'))
      throw invalidInput(
        'path',
        operation?.path,
        'Give an operation: { id, method, path: "/users/{userId}", repeat, scopes }.',
      )
    template = operation.path.split(/[{}]/)
    templates.set(operation, template)
  }
  let target = ''
  let isName = false
  for (const part of template) {
    target += isName ? encodePathValue(part, parts.path?.[part]) : part
    isName = !isName
  }
  if (parts.query === undefined) return target
  const query = encodeQuery(parts.query)
  return query === '' ? target : `${target}?${query}`
}

/**
 * One id in a path. A uuid that starts with `/` or contains `//` is encoded twice, as Zoom asks (docs/zoom-facts.md §8).
 * An empty id would turn `/meetings/{id}` into the list, and `.` or `..` are taken out of a path even when encoded.
 */
export function encodePathValue(name: string, value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return String(value)
  if (typeof value !== 'string' || value.trim() === '' || value === '.' || value === '..')
    throw invalidInput(name, value, 'Give an id: a text that is not empty, or a whole number.')
  const once = encodeText(name, value)
  return value.startsWith('/') || value.includes('//') ? encodeURIComponent(once) : once
}

/** A query string; what is `undefined` or an empty list is left out, a list goes out as CSV. */
export function encodeQuery(query: Readonly<Record<string, QueryValue>>): string {
  const pairs: string[] = []
  for (const name in query) {
    const value = query[name]
    if (value === undefined) continue
    if (!isList(value)) pairs.push(`${encodeURIComponent(name)}=${encodeItem(name, value)}`)
    else if (value.length > 0)
      pairs.push(`${encodeURIComponent(name)}=${value.map((item) => encodeListItem(name, item)).join()}`)
  }
  return pairs.join('&')
}

function isList(value: QueryValue): value is readonly (string | number)[] {
  return Array.isArray(value)
}

function encodeItem(name: string, item: unknown): string {
  if (typeof item === 'boolean' || (typeof item === 'number' && Number.isFinite(item))) return String(item)
  if (typeof item !== 'string') throw invalidInput(name, item, 'Give a text, a finite number, true or false.')
  return encodeText(name, item)
}

function encodeListItem(name: string, item: unknown): string {
  if (typeof item === 'string' && item.includes(','))
    throw invalidInput(name, item, 'Zoom separates the items of this list by commas: give items without one.')
  return encodeItem(name, item)
}

function encodeText(name: string, text: string): string {
  try {
    return encodeURIComponent(text)
  } catch (cause) {
    throw invalidInput(name, '(text with half a character)', 'Give text that is well-formed Unicode.', cause)
  }
}

/** The JSON of a body; `undefined` when there is none. */
export function encodeBody(body: unknown): string | undefined {
  try {
    return JSON.stringify(body)
  } catch (cause) {
    throw invalidInput('body', '(object)', 'Give plain data: no BigInt and no object that contains itself.', cause)
  }
}
