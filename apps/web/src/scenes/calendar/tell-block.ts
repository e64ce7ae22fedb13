import type { CalendarBlock } from '@convene/booking/contract'
import type { CalendarWords } from '../../languages/en/calendar.ts'
import type { Formats } from '../../time/formats.ts'
import type { Looks } from './looks.ts'
import type { Span } from './side-by-side.ts'
import { tellHours } from './tell-hours.ts'

/** What a block says: the same in a timetable, in a list and to a screen reader. */
export interface BlockText {
  /** Whose it is, and what. */
  readonly what: string
  /** Who and how sure; empty for what needs no more words. */
  readonly more: string
  readonly hours: string
}

export function tellBlock(
  block: CalendarBlock,
  looks: Looks,
  day: Span,
  words: CalendarWords,
  format: Formats,
): BlockText {
  const title = block.title === '' ? words.block.untitled : block.title
  const what =
    looks.whose === 'mine'
      ? words.block.mine(title ?? words.block.untitled)
      : looks.whose === 'foreign'
        ? (title ?? words.block.foreign)
        : (title ?? words.block.busy)
  const more = [
    looks.whose === 'mine' || block.organiser === null ? undefined : words.block.by(block.organiser),
    looks.sureness === 'sure' || block.state === null ? undefined : words.states[block.state],
    looks.isOverride ? words.extraLane : undefined,
  ].filter((one) => one !== undefined)
  const span = { from: Date.parse(block.startsAt), to: Date.parse(block.endsAt) }
  return { what, more: more.join(', '), hours: tellHours(span, day, words, format) }
}
