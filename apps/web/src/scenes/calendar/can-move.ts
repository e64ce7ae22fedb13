import type { CalendarBlock } from '@convene/booking/contract'

const settled: ReadonlySet<CalendarBlock['state']> = new Set(['requested', 'reserved', 'unknown', 'confirmed'])

/** Whether it looks as if its organiser could move it; the desk has the last word. */
export function canMove({ is, bookingId, date, startsAt, state }: CalendarBlock, now: number): boolean {
  return is === 'mine' && bookingId !== null && date !== null && settled.has(state) && Date.parse(startsAt) > now
}
