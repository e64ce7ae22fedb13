import type { z } from '@hono/zod-openapi'
import { HttpProblem } from './http-problem.ts'

type Issue = z.core.$ZodIssue

/**
 * Reads an input by its schema.
 *
 * @throws HttpProblem `invalid_input` with field, value and remedy
 */
export function parseInput<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const [issue] = error.issues
  throw issue === undefined ? new HttpProblem('invalid_input', error.message) : problemOfIssue(issue, value)
}

/** As the caller would write it: `people[0].email`. */
function nameOf(path: Issue['path']): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  )
}

/** Values of these are never sent back. */
const secret = /token|secret|password|passcode|key/i
const longestShown = 200

function problemOfIssue(issue: Issue, input: unknown): HttpProblem {
  const unknownField = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  const path = unknownField === undefined ? issue.path : [...issue.path, unknownField]
  const field = nameOf(path)
  const value = valueAt(input, path)
  const detail = `${field === '' ? 'The body' : field}: ${remedyOf(issue, value)}`
  if (field === '') return new HttpProblem('invalid_input', detail)
  return new HttpProblem('invalid_input', detail, { field, value: secret.test(field) ? '[hidden]' : shown(value) })
}

function valueAt(input: unknown, path: Issue['path']): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  )
}

function shown(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null'
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : (value ?? null)
}

function remedyOf(issue: Issue, value: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'there is no such field: leave it out.'
  if (issue.code === 'invalid_value')
    return `give ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map((one) => JSON.stringify(one)).join(', ')}.`
  if (issue.code === 'invalid_type')
    return value === undefined ? `it is missing: give ${nounOf(issue.expected)}.` : `give ${nounOf(issue.expected)}.`
  if (issue.code === 'too_small')
    return `give ${issue.origin === 'string' ? 'at least so many characters: ' : 'at least '}${issue.minimum}.`
  if (issue.code === 'too_big')
    return `give ${issue.origin === 'string' ? 'at most so many characters: ' : 'at most '}${issue.maximum}.`
  return `${issue.message}.`
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

function nounOf(expected: string): string {
  return nouns[expected] ?? expected
}
