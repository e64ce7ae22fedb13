/** Webhooks as the emulator keeps them (docs/zoom-facts.md §9). Instants are ms since 1970. */

/** Who is told of what. */
export interface WebhookSubscription {
  readonly id: string
  /** The app that it belongs to; the events of its account are told. */
  readonly clientId: string
  readonly accountId: string
  readonly url: string
  /** Signs what is sent. */
  readonly secretToken: string
  /** Names such as `meeting.created`, or patterns such as `meeting.*`. */
  readonly events: readonly string[]
  readonly createdAt: number
  /** When its address is checked again. */
  readonly nextCheckAt: number
  /** What was wrong at the last check of its address; absent when that went well. */
  readonly checkProblem?: string
}

/** One event on its way to one subscription. */
export interface WebhookDelivery {
  readonly id: string
  readonly subscriptionId: string
  readonly accountId: string
  /** `meeting.created` */
  readonly event: string
  /** What is sent, to the byte. */
  readonly body: string
  readonly createdAt: number
  /** `lost` and `held` only on demand: never sent, and sent after the next one. */
  readonly state: 'waiting' | 'held' | 'delivered' | 'failed' | 'lost'
  readonly attempts: readonly WebhookAttempt[]
  /** Where it is waiting or held. */
  readonly nextAttemptAt?: number
}

/** One try to deliver. */
export interface WebhookAttempt {
  readonly at: number
  /** The signed time, in seconds since 1970. */
  readonly timestamp: number
  /** What was answered; absent where nothing was. */
  readonly status?: number
  /** Why it does not count as delivered. */
  readonly problem?: string
  /** Asked for by a person or a program, beside the planned ones. */
  readonly isByHand?: true
}

/** Whether a subscription wants to hear of an event. */
export function wantsEvent(patterns: readonly string[], event: string): boolean {
  return patterns.some((pattern) => matchesEvent(pattern, event))
}

/** Whether a name is the pattern's: `*` stands for any letters, also for none and for dots. */
export function matchesEvent(pattern: string, event: string): boolean {
  const parts = pattern.split('*')
  const [first = '', ...rest] = parts
  if (rest.length === 0) return pattern === event
  const last = rest.pop() ?? ''
  if (!event.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = event.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return event.length - last.length >= at && event.endsWith(last)
}
