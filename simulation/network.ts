import type { RunningEmulator } from '@convene/zoom-emulator'
import type { Ambient, FetchAnswer, FetchInit } from '../packages/zoom/src/http/ambient.ts'
import type { Chance } from './chance.ts'
import type { FaultModel, RequestFault, RequestKind } from './fault-model.ts'
import type { Figures } from './figures.ts'
import type { History } from './history.ts'
import { createListView } from './list-view.ts'
import type { Truth } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import {
  connectionRefused,
  connectionReset,
  cutAnswerFrom,
  failureAnswer,
  fetchAnswerFrom,
  limitAnswer,
  tokenRefused,
  type ZoomAnswer,
} from './zoom-answer.ts'
import { type ZoomRequest, zoomRequestFrom } from './zoom-request.ts'

/** Told when Zoom has done what a request asks for. */
export type OnEffect = (what: string) => void

/** The way between the workers and Zoom, on which everything goes wrong that the fault model says. */
export interface Network {
  fetch(caller: string, url: string, init: FetchInit, onEffect: OnEffect): ReturnType<Ambient['fetch']>
  /** From now on nothing goes wrong. */
  calm(): void
  /** When Zoom last did something that it was asked for over this network, or will have. */
  readonly lastEffectAt: number
  /** Requests that the emulator is answering at this moment; it takes no virtual time. */
  readonly inFlight: number
}

export interface NetworkParts {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly model: FaultModel
  readonly emulator: Pick<RunningEmulator, 'fetch'>
  readonly truth: Truth
  readonly figures: Figures
  readonly history: History
  /** Told when a meeting is made that is in no list before `until`. */
  readonly onHidden: (id: number, until: number) => void
}

/** How long Zoom takes for a request, in ms. */
const workMs: Readonly<Record<RequestKind, readonly [least: number, most: number]>> = {
  create: [150, 600],
  write: [80, 400],
  read: [40, 250],
  token: [50, 200],
}
const longestLateMs = 90_000

export function createNetwork(parts: NetworkParts): Network {
  const { time, chance, model, emulator, truth, figures, history } = parts
  const lists = createListView(parts)
  const order = Object.keys(model.requests) as RequestFault[]
  const ledgers = ledgersFrom(model, order)
  let isCalm = false
  let inFlight = 0
  let lastEffectAt = time.now()
  let count = 0

  const fateOf = (kind: RequestKind): RequestFault | undefined => {
    if (isCalm) return undefined
    const drawn = chance.next()
    const ledger = ledgers[kind]
    if (drawn >= ledger.total) return undefined
    return order[ledger.upTo.findIndex((end) => drawn < end)]
  }
  const onWay = () => chance.between(5, 60)

  /** Lets Zoom do what it is asked for. */
  const land = async (request: ZoomRequest, url: string, init: FetchInit): Promise<ZoomAnswer> => {
    lastEffectAt = Math.max(lastEffectAt, time.now())
    const { method, headers, body } = init
    inFlight++
    const response = await emulator.fetch(url, { method, headers, ...(body !== undefined && { body }) })
    const text = await response.text()
    inFlight--
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), text }
    truth.landed(request, answer)
    return lists.seen(request, answer, !isCalm)
  }

  return {
    get inFlight() {
      return inFlight
    },
    get lastEffectAt() {
      return lastEffectAt
    },
    calm() {
      isCalm = true
      lists.calm()
    },
    fetch(caller, url, init, onEffect) {
      const request = zoomRequestFrom(url, init)
      const fate = fateOf(request.kind)
      const name = `#${++count} ${request.method} ${request.path}`
      figures.request(request.kind, fate)
      history.note(caller, () => `sends ${name}${fate === undefined ? '' : ` (${fate})`} ${init.body ?? ''}`)

      return new Promise<FetchAnswer>((resolve, reject) => {
        let isOpen = true
        const end = (run: () => void) => {
          if (!isOpen) return
          isOpen = false
          init.signal.removeEventListener('abort', onAbort)
          run()
        }
        const onAbort = () =>
          end(() => {
            history.note(caller, () => `gives up ${name}`)
            truth.unanswered(request)
            reject(init.signal.reason)
          })
        init.signal.addEventListener('abort', onAbort)

        const answerAfter = (delayMs: number, answer: ZoomAnswer, asFetched = fetchAnswerFrom) =>
          void time.setTimer(delayMs, () =>
            end(() => {
              history.note(caller, () => `gets ${answer.status} for ${name}`)
              if (answer.status >= 500 || fate === 'cut' || fate === 'malformed') truth.unanswered(request)
              resolve(asFetched(answer))
            }),
          )
        const failAfter = (delayMs: number, error: Error) =>
          void time.setTimer(delayMs, () =>
            end(() => {
              history.note(caller, () => `loses ${name}: ${(error.cause as Error).message}`)
              if (fate !== 'not_connected') truth.unanswered(request)
              reject(error)
            }),
          )
        const landAfter = (delayMs: number, then: (answer: ZoomAnswer) => void) => {
          lastEffectAt = Math.max(lastEffectAt, time.now() + delayMs)
          time.setTimer(delayMs, async () => {
            const answer = await land(request, url, init)
            history.note('zoom', () => `answers ${answer.status} to ${name} ${answer.text}`)
            onEffect(`effect of ${request.method}`)
            then(answer)
          })
        }
        const [least, most] = workMs[request.kind]
        const there = onWay()
        const work = there + chance.between(least, most)

        switch (fate) {
          case undefined:
            return landAfter(work, (answer) => answerAfter(onWay(), answer))
          case 'not_connected':
            return failAfter(there, connectionRefused())
          case 'lost':
            return failAfter(work, connectionReset())
          case 'swallowed':
            return
          case 'answer_lost':
            return landAfter(work, () => failAfter(onWay(), connectionReset()))
          case 'answer_swallowed':
            return landAfter(work, () => {})
          case 'late': {
            landAfter(lateMs(chance), () => {})
            const how = chance.pick(['reset', 'silence', '5xx'])
            if (how === 'reset') failAfter(work, connectionReset())
            if (how === '5xx') answerAfter(work, failureAnswer(chance))
            return
          }
          case 'error_before':
            return answerAfter(work, failureAnswer(chance))
          case 'error_after':
            return landAfter(work, () => answerAfter(onWay(), failureAnswer(chance)))
          case 'cut':
            return landAfter(work, (answer) =>
              chance.hit(0.5) ? failAfter(onWay(), connectionReset()) : answerAfter(onWay(), answer, cutAnswerFrom),
            )
          case 'malformed':
            return landAfter(work, (answer) => {
              answerAfter(onWay(), { ...answer, text: answer.text.slice(0, chance.below(answer.text.length + 1)) })
            })
          case 'slow':
            return landAfter(work, (answer) => answerAfter(chance.between(3_000, 40_000), answer))
          case 'token_refused':
            return answerAfter(work, tokenRefused)
          default:
            return answerAfter(work, limitAnswer(fate, time.now()))
        }
      })
    },
  }
}

/** Half of them anywhere in the time, half soon with a long tail. */
function lateMs(chance: Chance): number {
  if (chance.hit(0.5)) return chance.below(longestLateMs)
  return Math.min(longestLateMs, Math.round(1_000 / (1 - chance.next())))
}

interface Ledger {
  readonly total: number
  readonly upTo: readonly number[]
}

function ledgersFrom(model: FaultModel, order: readonly RequestFault[]): Readonly<Record<RequestKind, Ledger>> {
  const ledgerOf = (kind: RequestKind): Ledger => {
    let total = 0
    const upTo = order.map((fault) => {
      total += model.requests[fault][kind]
      return total
    })
    return { total, upTo }
  }
  return { create: ledgerOf('create'), write: ledgerOf('write'), read: ledgerOf('read'), token: ledgerOf('token') }
}
