/** Something that Zoom tells subscribers about (docs/zoom-facts.md §9). */
export interface ZoomEvent {
  /** `meeting.created` */
  readonly name: string
  readonly accountId: string
  /** Zoom's payload without `account_id`; made only when somebody wants it. `undefined`: nothing has happened after all. */
  readonly payload: () => Record<string, unknown> | undefined
}

/** Where the emulator says what has happened, after the store has it. */
export interface Events {
  publish(name: string, accountId: string, payload: ZoomEvent['payload']): void
  /** Calls `listener` at each event from now on; it must not throw, and must not take long. */
  subscribe(listener: (event: ZoomEvent) => void): void
}

export function createEvents(): Events {
  const listeners: ((event: ZoomEvent) => void)[] = []
  return {
    publish(name, accountId, payload) {
      for (const listener of listeners) listener({ name, accountId, payload })
    },
    subscribe: (listener) => void listeners.push(listener),
  }
}
