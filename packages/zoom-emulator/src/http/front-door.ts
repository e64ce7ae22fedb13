import { ConnectionCut } from '../faults/connection-cut.ts'
import type { FaultedCall } from '../faults/faults.ts'
import { sufferFault } from '../faults/suffer-fault.ts'
import type { JournalEntry } from '../journal/journal.ts'
import { createSignIn } from './authenticate.ts'
import type { Caller, Emulator } from './env.ts'
import { createHostCheck } from './host-check.ts'
import type { IncomingRequest } from './incoming-request.ts'
import { findOperation } from './operations.ts'
import { userOfPath } from './user-of-path.ts'

/** What is known of a request at its route. */
export interface KnownOfRequest {
  readonly caller?: Caller
  readonly entry: JournalEntry
  readonly headers: Record<string, string>
}

export interface FrontDoorOptions {
  readonly emulator: Emulator
  /** Names beside the loopback ones and Zoom's to which the emulator answers. */
  readonly allowHosts: readonly string[]
  /** The path that routes are found by. */
  readonly pathOf: (request: IncomingRequest) => string
  /** Answers a request by its route. */
  readonly route: (request: IncomingRequest, known: KnownOfRequest) => Response | Promise<Response>
  /** Answers in place of a route that failed or was never reached. */
  readonly refuse: (error: unknown, request: IncomingRequest, entry: JournalEntry) => Response
}

/**
 * What every request passes on its way to a route: the check of its host, its line in the journal, the finding of its caller,
 * and the faults that may strike it. Not middleware: a route of one handler stays synchronous in Hono, which saves a third of
 * what a plain answer costs.
 */
export function createFrontDoor(options: FrontDoorOptions): (request: IncomingRequest) => Response | Promise<Response> {
  const { emulator, pathOf, route, refuse } = options
  const { clock, journal, faults, store } = emulator
  const checkHost = createHostCheck(options.allowHosts)
  const signIn = createSignIn(emulator)
  const finish = (entry: JournalEntry, answer: Response): Response | Promise<Response> => {
    journal.finish(entry, answer.status)
    return entry.path.startsWith('/oauth/') ? keepAnswer(entry, answer) : answer
  }

  const callOf = (request: IncomingRequest, { path, caller }: JournalEntry): FaultedCall => ({
    operation: findOperation(request.method, path),
    method: request.method,
    path,
    accountId: caller?.account.id ?? accountOfBasic(emulator, request),
    user: caller && userOfPath(store, caller, path),
  })

  const answerUnderFaults = async (request: IncomingRequest, entry: JournalEntry): Promise<Response> => {
    const { caller } = entry
    const run = async (one: IncomingRequest) => route(one, { ...(caller && { caller }), entry, headers: {} })
    try {
      const fault = faults.strike(callOf(request, entry))
      if (!fault) return await finish(entry, await run(request))
      entry.fault = fault.id
      return await finish(entry, await sufferFault(emulator, fault, request, entry, run))
    } catch (error) {
      if (!(error instanceof ConnectionCut)) return finish(entry, refuse(error, request, entry))
      journal.finish(entry, error.begun?.status)
      throw error
    }
  }

  return (request) => {
    const path = pathOf(request)
    const entry = journal.open(request, path)
    const isOwn = ownPath.test(path) || looksAgain(request, path)
    if (!isOwn) journal.keep(entry)
    try {
      entry.at = clock.now()
      checkHost(request)
      if (isRest(path)) entry.caller = signIn(request)
      if (!isOwn && !faults.isEmpty) return answerUnderFaults(request, entry)
      const { caller } = entry
      const answer = route(request, caller ? { caller, entry, headers: {} } : { entry, headers: {} })
      return answer instanceof Promise ? answer.then((made) => finish(entry, made)) : finish(entry, answer)
    } catch (error) {
      return finish(entry, refuse(error, request, entry))
    }
  }
}

/** What people and tests do with the emulator itself is neither kept nor struck. */
const ownPath = /^\/(?:_emulator\/.*|console(?:\/.*)?|favicon\.ico)?$/

/** An open page of somebody in a meeting asks every two seconds: that would push out what programs asked, and use up faults. */
function looksAgain({ headers }: IncomingRequest, path: string): boolean {
  return path.startsWith('/wc/') && headers.has('x-convene-look')
}

function isRest(path: string): boolean {
  return path.startsWith('/v2/') || path === '/v2'
}

/** Sign-in answers are rare, and their routes write them themselves: here the journal takes its copy. */
async function keepAnswer(entry: JournalEntry, answer: Response): Promise<Response> {
  if (entry.answer !== undefined || !answer.headers.get('content-type')?.startsWith('application/json')) return answer
  entry.answer = await answer.text()
  return new Response(entry.answer, { status: answer.status, headers: answer.headers })
}

/** The account of an app that signs in with a Basic header. */
function accountOfBasic({ store }: Emulator, { headers }: IncomingRequest): string | undefined {
  const encoded = /^basic\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [clientId = ''] = Buffer.from(encoded, 'base64').toString().split(':')
  return store.apps.get(clientId)?.accountId
}
