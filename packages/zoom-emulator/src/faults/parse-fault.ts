import { readInput } from '../domain/input-reader.ts'
import type { FaultInput } from './fault.ts'
import { complainAboutPattern, parseOperationPattern } from './operation-pattern.ts'

const fields = [
  'id',
  'operation',
  'account',
  'user',
  'skip',
  'count',
  'chance',
  'seed',
  'delay_ms',
  'effect',
  'late_ms',
  'status',
  'body',
  'headers',
  'cut',
  'malformed',
  'list_lag_ms',
  'list_torn',
  'torn_total',
]

/** The longest that something may be put off, in ms: a day. */
const longestMs = 86_400_000

/**
 * Reads a rule.
 *
 * @throws EmulatorError `input_invalid` with every field that cannot be used, and why.
 */
export function parseFault(input: unknown): FaultInput {
  const reader = readInput(input, 'fault', fields)
  const operation = reader.text('operation')
  if (operation === undefined) reader.mistake('operation', 'is missing; write an operation, a pattern, a label or "*"')
  else if (!parseOperationPattern(operation)) reader.mistake('operation', complainAboutPattern(operation))
  const cut = reader.value('cut')
  if (cut !== undefined && typeof cut !== 'boolean' && !(Number.isSafeInteger(cut) && Number(cut) >= 0))
    reader.mistake('cut', `${JSON.stringify(cut)} is neither true nor a number of bytes`)
  const malformed = reader.value('malformed')
  if (malformed !== undefined && typeof malformed !== 'boolean')
    reader.mistake('malformed', `${JSON.stringify(malformed)} is not true`)
  const torn = reader.value('list_torn')
  if (torn !== undefined && !isShare(torn) && !isTexts(torn))
    reader.mistake('list_torn', `${JSON.stringify(torn)} is neither a number from 0 to 1 nor a list of ids as texts`)
  const headers = reader.object('headers')
  for (const [name, value] of Object.entries(headers ?? {}))
    if (typeof value !== 'string' || !isHeader(name, value))
      reader.mistake(`headers.${name}`, 'is no header with a text')
  const fault: FaultInput = {
    id: reader.text('id'),
    operation: operation ?? '',
    account: reader.text('account'),
    user: reader.text('user'),
    skip: reader.whole('skip', 0),
    count: reader.whole('count', 1),
    chance: reader.number('chance', 0, 1),
    seed: reader.whole('seed', 0),
    delay_ms: reader.number('delay_ms', 0, longestMs),
    effect: reader.oneOf('effect', ['none', 'done', 'late'] as const),
    late_ms: reader.number('late_ms', 0, longestMs),
    status: reader.whole('status', 200, 599),
    body: reader.value('body'),
    headers: headers as FaultInput['headers'],
    cut: cut as FaultInput['cut'],
    malformed: malformed as FaultInput['malformed'],
    list_lag_ms: reader.number('list_lag_ms', 0, longestMs),
    list_torn: torn as FaultInput['list_torn'],
    torn_total: reader.oneOf('torn_total', ['whole', 'shown'] as const),
  }
  for (const [name, sentence] of contradictions(fault)) reader.mistake(name, sentence)
  reader.finish()
  return fault
}

/** What cannot happen at the same time. */
function* contradictions(fault: FaultInput): Iterable<readonly [field: string, sentence: string]> {
  const { status, cut, malformed, effect, late_ms: lateMs, list_lag_ms: lagMs } = fault
  const replaces = status !== undefined || cut === true
  const spoils = typeof cut === 'number' || malformed === true
  if (status !== undefined && cut === true) yield ['cut', 'a connection that ends has no status; leave one of them out']
  if (malformed && cut !== undefined && cut !== false)
    yield ['malformed', 'and cut say two things; leave one of them out']
  if (status === undefined && (fault.body !== undefined || fault.headers))
    yield [fault.body === undefined ? 'headers' : 'body', 'belongs to an answer of your own: say its status too']
  if (effect === 'late' && lateMs === undefined) yield ['late_ms', 'is missing: how much later the effect takes place']
  if (effect !== 'late' && lateMs !== undefined) yield ['late_ms', 'goes with "effect": "late"']
  if (effect !== undefined && effect !== 'done' && !replaces)
    yield ['effect', `"${effect}" needs something that the caller gets instead of the answer: status, or "cut": true`]
  if (spoils && replaces) yield ['status', 'of your own is not cut or spoilt; leave one of them out']
  if (lagMs !== undefined && (effect === 'none' || (effect === undefined && replaces)))
    yield ['list_lag_ms', 'needs something that is made: say "effect": "done" or "late"']
  if (fault.list_torn !== undefined && replaces)
    yield ['list_torn', 'needs an answer of Zoom; leave status and cut out']
  if (fault.list_torn === undefined && fault.torn_total !== undefined) yield ['torn_total', 'goes with list_torn']
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isHeader(name: string, value: string): boolean {
  try {
    new Headers([[name, value]])
    return true
  } catch {
    return false
  }
}
