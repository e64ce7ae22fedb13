import type { Clock } from '../domain/clock.ts'
import type { ListLag } from '../domain/list-lag.ts'
import type { Timers } from '../domain/timers.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { ConnectionCut } from './connection-cut.ts'
import type { Fault } from './fault.ts'
import { tearList } from './tear-list.ts'

/** What a fault works with. */
export interface FaultParts {
  readonly clock: Clock
  readonly timers: Timers
  readonly listLag: ListLag
}

/**
 * Lets a fault happen to a request.
 *
 * @param run answers as if there were no fault.
 * @throws ConnectionCut where the caller gets no answer, or not the whole of it.
 */
export async function sufferFault(
  { clock, timers, listLag }: FaultParts,
  fault: Fault,
  request: IncomingRequest,
  entry: JournalEntry,
  run: (request: IncomingRequest) => Response | Promise<Response>,
): Promise<Response> {
  const later = (ms: number, work: () => unknown) => timers.at(clock.now() + ms, work)
  const hideMade = (status: number) => {
    if (fault.list_lag_ms === undefined || status !== 201) return
    for (const id of madeIds(entry.answer)) listLag.hide(id, clock.now() + fault.list_lag_ms)
  }
  if (fault.delay_ms !== undefined) {
    const { delay_ms: delayMs } = fault
    await new Promise<void>((resolve) => later(delayMs, () => resolve()))
  }
  const isReplaced = fault.status !== undefined || fault.cut === true
  const effect = fault.effect ?? (isReplaced ? 'none' : 'done')
  if (effect === 'late') {
    // The connection may be gone by then, so what came over it is read now.
    const copy = await detach(request)
    later(fault.late_ms ?? 0, async () => {
      const { status } = await run(copy)
      entry.landed = { at: clock.now(), status }
      hideMade(status)
    })
  }
  // Nobody else reads what came, and the journal shall tell it.
  if (effect === 'none') entry.body = await request.text().catch(() => undefined)
  const answer = effect === 'done' ? await run(request) : undefined
  if (answer) hideMade(answer.status)
  if (fault.cut === true) throw new ConnectionCut()
  if (fault.status !== undefined) return ownAnswer(fault, fault.status)
  if (!answer) throw new ConnectionCut()
  if (fault.list_torn !== undefined && answer.status === 200) return torn(answer, fault, entry)
  if (fault.malformed) return spoil(answer)
  if (typeof fault.cut === 'number') throw await cutAt(answer, fault.cut)
  return answer
}

/** The same request without its connection. */
async function detach(request: IncomingRequest): Promise<Request> {
  const { url, method, headers } = request
  const body = method === 'GET' || method === 'HEAD' ? undefined : await request.text()
  return new Request(url, { method, headers: [...headers], ...(body !== undefined && { body }) })
}

function ownAnswer({ body, headers }: Fault, status: number): Response {
  const isText = body === undefined || typeof body === 'string'
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json'
  const hasBody = body !== undefined && status !== 204 && status !== 304
  return new Response(hasBody ? (isText ? body : JSON.stringify(body)) : null, {
    status,
    headers: new Headers({ ...(hasBody && { 'content-type': type }), ...headers }),
  })
}

/** Half of the body, with a length that fits it: nothing but the JSON is broken. */
async function spoil(answer: Response): Promise<Response> {
  const text = await answer.text()
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  if (text === '') return new Response('{', { status: answer.status === 204 ? 200 : answer.status, headers })
  return new Response(text.slice(0, Math.ceil(text.length / 2)), { status: answer.status, headers })
}

async function cutAt(answer: Response, bytes: number): Promise<ConnectionCut> {
  const body = new Uint8Array(await answer.arrayBuffer())
  const headers = Object.fromEntries(answer.headers)
  return new ConnectionCut({ status: answer.status, headers, length: body.length, body: body.subarray(0, bytes) })
}

/** The same answer without the rows that the fault takes. */
function torn(answer: Response, fault: Fault, entry: JournalEntry): Response {
  const text = entry.answer === undefined ? undefined : tearList(entry.answer, fault)
  if (text === undefined) return answer
  entry.answer = text
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  return new Response(text, { status: answer.status, headers })
}

/** The ids of what an answer says was made: of a meeting, webinar or user, or of registrants. */
function madeIds(answer: string | undefined): (string | number)[] {
  if (answer === undefined) return []
  const { id, registrant_id, registrants }: Made = JSON.parse(answer)
  const ids = Array.isArray(registrants) ? registrants.map((one: Made) => one.registrant_id) : [registrant_id ?? id]
  return ids.filter((one) => typeof one === 'number' || typeof one === 'string')
}

interface Made {
  readonly id?: unknown
  readonly registrant_id?: unknown
  readonly registrants?: unknown
}
