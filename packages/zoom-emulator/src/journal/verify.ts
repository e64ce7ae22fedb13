import { isDeepStrictEqual } from 'node:util'
import { readInput } from '../domain/input-reader.ts'
import { complainAboutPattern, parseOperationPattern } from '../faults/operation-pattern.ts'
import type { JournalEntry } from './journal.ts'
import { maskValue } from './mask.ts'
import { operationOf, queryOf, readBody } from './present-entry.ts'

/** A call that should have come. */
export interface ExpectedCall {
  /** By Zoom's name: `POST /users/{userId}/meetings`; a path with ids (`GET /meetings/92134567890`) means that one. */
  operation: string
  /** How often; left out, at least once. */
  times?: number | undefined
  /** Fields that the body must have, among others; members of lists are compared one by one. */
  body?: Readonly<Record<string, unknown>> | undefined
  /** Parameters that the query must have, among others. */
  query?: Readonly<Record<string, unknown>> | undefined
  /** The status that it was answered with. */
  status?: number | undefined
}

/** A call that came close. */
export interface NearMiss {
  /** Its number in the journal. */
  readonly number: number
  readonly path: string
  /** Field by field: `body.topic: "Weekl" instead of "Weekly"`. */
  readonly differences: readonly string[]
}

/** Whether the calls came, and what came nearest where they did not. */
export type Verdict =
  | { readonly ok: true; readonly times: number }
  | { readonly ok: false; readonly times: number; readonly message: string; readonly nearest: readonly NearMiss[] }

const nearestShown = 3

/**
 * Whether the journal has such calls, and if not, what came nearest.
 *
 * @throws EmulatorError `input_invalid` with every field that cannot be read.
 */
export function verifyCalls(entries: readonly JournalEntry[], input: unknown): Verdict {
  const expected = parseExpectedCall(input)
  const { operation, times } = expected
  const fits = parseOperationPattern(operation) ?? (() => false)
  const candidates = entries.filter((entry) => fits({ ...entry, operation: operationOf(entry) }))
  const compared = candidates.map((entry) => ({ entry, differences: differencesOf(entry, expected) }))
  const matching = compared.filter(({ differences }) => differences.length === 0).length
  if (times === undefined ? matching > 0 : matching === times) return { ok: true, times: matching }
  const nearest = compared
    .filter(({ differences }) => differences.length > 0)
    .toSorted((a, b) => a.differences.length - b.differences.length)
    .slice(0, nearestShown)
    .map(({ entry: { number, path }, differences }) => ({ number, path, differences }))
  const message = [
    `${operation}${conditions(expected)} was called ${countOf(matching)}, not ${times === undefined ? 'at least once' : countOf(times)}.`,
    ...(candidates.length === 0 ? [nothingLike(entries)] : []),
    ...nearest.map(({ number, path, differences }) => `  request ${number}, ${path}: ${differences.join('; ')}`),
  ].join('\n')
  return { ok: false, times: matching, message, nearest }
}

function parseExpectedCall(input: unknown): ExpectedCall {
  const reader = readInput(input, 'call', ['operation', 'times', 'body', 'query', 'status'])
  const operation = reader.text('operation')
  if (operation !== undefined && !parseOperationPattern(operation))
    reader.mistake('operation', complainAboutPattern(operation))
  if (operation === undefined)
    reader.mistake('operation', 'is missing; write, for example, "POST /users/{userId}/meetings"')
  const call = {
    operation: operation ?? '',
    times: reader.whole('times', 0),
    body: reader.object('body'),
    query: reader.object('query'),
    status: reader.whole('status', 100, 599),
  }
  reader.finish()
  return call
}

function differencesOf(entry: JournalEntry, { body, query, status }: ExpectedCall): string[] {
  const differences: string[] = []
  if (body) compare(body, readBody(entry), 'body', differences)
  const sent = queryOf(entry)
  for (const [name, value] of Object.entries(query ?? {}))
    compare(String(value), sent.get(name) ?? undefined, `query.${name}`, differences)
  if (status !== undefined) compare(status, entry.status, 'status', differences)
  return differences
}

/** An object may have more than is wanted of it; everything else has to be the same. */
function compare(wanted: unknown, found: unknown, path: string, differences: string[]): void {
  if (isObject(wanted) && isObject(found)) {
    for (const [name, value] of Object.entries(wanted)) compare(value, found[name], `${path}.${name}`, differences)
    return
  }
  if (Array.isArray(wanted) && Array.isArray(found) && wanted.length === found.length) {
    for (const [index, value] of wanted.entries()) compare(value, found[index], `${path}[${index}]`, differences)
    return
  }
  if (isDeepStrictEqual(wanted, found)) return
  const name = path.split('.').at(-1) ?? ''
  const show = (value: unknown) => (value === undefined ? 'nothing' : shorten(JSON.stringify(maskValue(value, name))))
  const [shownFound, shownWanted] = [show(found), show(wanted)]
  differences.push(
    shownFound === shownWanted ? `${path}: another value` : `${path}: ${shownFound} instead of ${shownWanted}`,
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function conditions({ body, query, status }: ExpectedCall): string {
  const named = [body && 'this body', query && 'this query', status !== undefined && `status ${status}`].filter(Boolean)
  return named.length === 0 ? '' : ` with ${named.join(', ')}`
}

function nothingLike(entries: readonly JournalEntry[]): string {
  if (entries.length === 0) return '  The journal is empty.'
  const names = [...new Set(entries.map((entry) => operationOf(entry) ?? `${entry.method} ${entry.path}`))]
  return `  Called were: ${names.slice(-10).join(', ')}`
}

function countOf(count: number): string {
  return count === 0 ? 'never' : count === 1 ? 'once' : `${count} times`
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
