import { findOperation } from '../http/operations.ts'
import type { JournalEntry } from './journal.ts'
import { masked, maskHeaders, maskParameters, maskText, maskValue } from './mask.ts'

/** A request as the journal shows it; every secret is `***`. */
export interface JournalRecord {
  readonly number: number
  /** On the emulator's clock, ISO 8601. */
  readonly at: string
  readonly account_id?: string
  /** The client id of the app that called. */
  readonly client_id?: string
  readonly operation?: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
  /** Absent where the connection was cut, and while the request runs. */
  readonly status?: number
  readonly answer?: unknown
  /** Real milliseconds. */
  readonly duration_ms?: number
  /** The id of the fault that struck. */
  readonly fault?: string
  /** When a late effect took place. */
  readonly landed_at?: string
  readonly landed_status?: number
}

export function presentEntry(entry: JournalEntry): JournalRecord {
  const { number, at, caller, method, path, status, durationMs, fault, landed } = entry
  const operation = operationOf(entry)
  const body = readBody(entry)
  const answer = entry.answer === undefined ? undefined : parsed(entry.answer)
  return {
    number,
    at: new Date(at).toISOString(),
    ...(caller && { account_id: caller.account.id, client_id: caller.app.clientId }),
    ...(operation !== undefined && { operation }),
    method,
    path: maskText(path),
    query: maskParameters(queryOf(entry)),
    headers: maskHeaders(entry.headers),
    ...(body !== undefined && { body: typeof body === 'string' ? maskBroken(body) : maskValue(body) }),
    ...(status !== undefined && { status }),
    ...(answer !== undefined && { answer: maskValue(answer) }),
    ...(durationMs !== undefined && { duration_ms: Math.round(durationMs * 1000) / 1000 }),
    ...(fault !== undefined && { fault }),
    ...(landed && { landed_at: new Date(landed.at).toISOString(), landed_status: landed.status }),
  }
}

/** A request that never reached its route has no name yet. */
export function operationOf({ operation, method, path }: JournalEntry): string | undefined {
  return operation ?? findOperation(method, path)
}

export function queryOf({ url }: JournalEntry): URLSearchParams {
  const mark = url.indexOf('?')
  return new URLSearchParams(mark < 0 ? '' : url.slice(mark))
}

/** The body as the one who sent it meant it: JSON, the fields of a form, or a text that is neither. */
export function readBody({ body, path }: JournalEntry): unknown {
  if (body === undefined || body.trim() === '') return undefined
  if (path.startsWith('/v2/')) return parsed(body)
  return Object.fromEntries(new URLSearchParams(body))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Hides what looks like a secret in a body that is no JSON. */
function maskBroken(text: string): string {
  return maskText(
    text.replaceAll(/("[^"]*(?:passw|passcode|secret|token|zak|pwd)[^"]*"\s*:\s*")[^"]*/gi, `$1${masked}`),
  )
}
