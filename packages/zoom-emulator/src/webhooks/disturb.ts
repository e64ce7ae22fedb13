import { matchesEvent } from '../domain/webhook.ts'

/** What is to go wrong with webhooks, on demand. */
export interface WebhookDisturbance {
  /** `duplicate`: comes twice. `lose`: never comes. `delay`: comes later. `swap`: comes after the next one. */
  readonly effect: 'duplicate' | 'lose' | 'delay' | 'swap'
  /** Which events, such as `meeting.*`; all by default. */
  readonly event?: string
  /** How many deliveries from now on; 1 by default. */
  readonly times?: number
  /** How much later, in ms of the emulator's clock; for `delay`, 60,000 by default. */
  readonly delayMs?: number
}

/** The disturbances that are still to come. */
export interface Disturbances {
  add(disturbance: WebhookDisturbance): void
  /** The one for this event, which is counted; `undefined` for none. */
  take(event: string): WebhookDisturbance | undefined
  list(): readonly WebhookDisturbance[]
  clear(): void
}

export function createDisturbances(): Disturbances {
  let coming: WebhookDisturbance[] = []
  return {
    add: (disturbance) => void coming.push(disturbance),
    take(event) {
      const found = coming.find((one) => matchesEvent(one.event ?? '*', event))
      if (!found) return undefined
      const times = (found.times ?? 1) - 1
      coming = coming.flatMap((one) => (one !== found ? [one] : times > 0 ? [{ ...one, times }] : []))
      return found
    },
    list: () => coming,
    clear() {
      coming = []
    },
  }
}
