import type { Chance } from './chance.ts'
import type { FaultModel } from './fault-model.ts'
import type { Figures } from './figures.ts'
import type { History } from './history.ts'
import type { SimulatedProcess } from './simulated-process.ts'
import type { Truth } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Maker, ZoomHint } from './ways/way.ts'

/** Brings Zoom's webhooks to the workers, or loses them on the way. */
export interface WebhookChannel {
  /** For the emulator: a receiver that takes everything. */
  readonly deliver: (request: Request) => Promise<Response>
  /** Nothing is sent any more. */
  stop(): void
}

export interface WebhookChannelParts {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly model: FaultModel
  readonly figures: Figures
  readonly history: History
  readonly truth: Truth
  readonly processes: () => readonly SimulatedProcess<Maker>[]
}

const longestLateMs = 600_000

export function createWebhookChannel(parts: WebhookChannelParts): WebhookChannel {
  const { time, chance, model, figures, history, truth, processes } = parts
  let hasStopped = false

  const hand = (hint: ZoomHint, afterMs: number): void =>
    void time.setTimer(afterMs, () => {
      const all = processes()
      const process = all[chance.below(all.length)]
      if (hasStopped || process === undefined) return
      history.note('webhook', () => `${hint.event} reaches ${process.name}: ${JSON.stringify(hint.payload)}`)
      // A receiver that fails is asked again by Zoom; here that is a webhook lost.
      process.ask(async ({ hint: take }) => take?.(hint)).catch(() => {})
    })
  const met = (what: 'webhook_lost' | 'webhook_doubled' | 'webhook_late' | 'webhook_forged'): boolean => {
    const isMet = chance.hit(model.others[what])
    if (isMet) figures.met(what)
    return isMet
  }
  const pass = (hint: ZoomHint): void => {
    if (met('webhook_lost')) return
    const afterMs = () => (met('webhook_late') ? chance.below(longestLateMs) : chance.between(50, 3_000))
    hand(hint, afterMs())
    if (met('webhook_doubled')) hand(hint, afterMs())
    if (met('webhook_forged')) hand(forged(), chance.below(60_000))
  }
  /** It says that something happened to a meeting that is there, or to none. */
  const forged = (): ZoomHint => {
    const ids = [...truth.meetings.keys()]
    const event = chance.pick(['meeting.created', 'meeting.updated', 'meeting.deleted'])
    return { event, payload: { object: { id: ids[chance.below(ids.length)] ?? 91_234_567_890, topic: 'Forged' } } }
  }

  return {
    async deliver(request) {
      const { event, payload } = (await request.json()) as ZoomHint
      if (!hasStopped) pass({ event, payload })
      return new Response(null, { status: 204 })
    },
    stop() {
      hasStopped = true
    },
  }
}
