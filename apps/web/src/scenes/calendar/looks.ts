import type { CalendarBlock, CalendarHost } from '@convene/booking/contract'

/** Whose it is: told by colour, and by the first word of its text. */
export type Whose = 'mine' | 'other' | 'foreign'

/** How sure it is: told by pattern, and by a word of its text. */
export type Sureness = 'sure' | 'asked' | 'open'

/** How a block looks. The words for it are of the same names, so that nothing is told by looks alone. */
export interface Looks {
  readonly whose: Whose
  readonly sureness: Sureness
  /** Put there by an admin beside what the host can run. */
  readonly isOverride: boolean
}

export function looksOf(block: CalendarBlock, host: Pick<CalendarHost, 'lanes'>): Looks {
  return {
    whose: block.is === 'booking' ? 'other' : block.is,
    sureness: surenessOf(block),
    isOverride: block.is !== 'foreign' && block.lane > host.lanes,
  }
}

function surenessOf({ state }: CalendarBlock): Sureness {
  if (state === 'requested') return 'asked'
  return state === 'reserved' || state === 'unknown' ? 'open' : 'sure'
}

/** The classes of a block, `block block-mine block-asked`. */
export function classOf({ whose, sureness, isOverride }: Looks): string {
  return `block block-${whose} block-${sureness}${isOverride ? ' block-override' : ''}`
}
