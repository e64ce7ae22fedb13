import type { DeskEvent } from '@convene/booking/contract'
import type { Surroundings } from '../surroundings.ts'

/** Something is other now. `again`: what it is was missed or is not known, so everything is asked for anew. */
export type News = DeskEvent | { readonly is: 'again'; readonly bookingId: null }

export interface NewsDesk {
  /** Calls `listener` for each piece of news; gives what ends that. */
  subscribe(listener: (news: News) => void): () => void
  /** Listens to the desk; after a pause everything is asked for anew. */
  open(): void
  close(): void
}

const names: readonly DeskEvent['is'][] = ['booking_changed', 'calendar_changed', 'zoom_changed', 'mail_kept']
/** How often the page asks for itself, and tries to listen again, while the desk cannot be listened to: milliseconds. */
const pollEvery = 15_000

/** Hears what changes by server-sent events; where they break (a proxy that holds them back, say), everything is asked for now and then. */
export function createNewsDesk({ openEvents, after }: Pick<Surroundings, 'openEvents' | 'after'>): NewsDesk {
  const listeners = new Set<(news: News) => void>()
  let events: EventSource | undefined
  let stopPolling: (() => void) | undefined
  let isOpen = false
  let wasOpen = false

  const tell = (news: News): void => {
    for (const listener of [...listeners]) listener(news)
  }

  function poll(): void {
    stopPolling ??= after(pollEvery, () => {
      stopPolling = undefined
      if (!isOpen) return
      tell({ is: 'again', bookingId: null })
      // A browser that was refused does not try again by itself.
      if (events?.readyState === EventSource.CLOSED) listen()
      else poll()
    })
  }

  function listen(): void {
    events?.close()
    const source = openEvents('/api/v1/events')
    events = source
    let wasBroken = false
    for (const name of names)
      source.addEventListener(name, (event) => {
        const { bookingId = null } = JSON.parse(event.data) as Partial<DeskEvent>
        tell({ is: name, bookingId })
      })
    source.addEventListener('open', () => {
      stopPolling?.()
      stopPolling = undefined
      if (wasBroken) tell({ is: 'again', bookingId: null })
      wasBroken = false
    })
    source.addEventListener('error', () => {
      wasBroken = true
      poll()
    })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open() {
      if (isOpen) return
      isOpen = true
      if (wasOpen) tell({ is: 'again', bookingId: null })
      wasOpen = true
      listen()
    },
    close() {
      isOpen = false
      events?.close()
      stopPolling?.()
      stopPolling = undefined
    },
  }
}
