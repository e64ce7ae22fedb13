import type { CalendarBlock, CalendarHost } from '@convene/booking/contract'
import { wallAt } from '../../time/wall-time.ts'
import type { DayLine } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { looksOf } from './looks.ts'
import { type Placed, type Span, sideBySide } from './side-by-side.ts'

/** A day of the week as clocks show it. A block that goes over midnight stands in both days. */
export interface WeekDay {
  readonly line: DayLine
  readonly pieces: readonly Placed<WeekPiece>[]
}

/** From and to in minutes since midnight, by the clocks: on a day on which they change, an hour is missing or comes twice. */
export interface WeekPiece extends Span {
  readonly piece: BlockPiece
}

export const dayMinutes = 1440
/** What is shorter is drawn so high. */
const shortestShown = 20

export function weekDays(
  lines: readonly DayLine[],
  blocks: readonly CalendarBlock[],
  hosts: readonly CalendarHost[],
): WeekDay[] {
  const hostOf = new Map(hosts.map((host) => [host.id, host]))
  return lines.map((line) => {
    const { timeZone } = line
    const pieces = blocks.flatMap((block): WeekPiece[] => {
      const from = Math.max(Date.parse(block.startsAt), line.from)
      const to = Math.min(Date.parse(block.endsAt), line.to)
      if (from >= to) return []
      const looks = looksOf(block, hostOf.get(block.hostId) ?? { lanes: Number.POSITIVE_INFINITY })
      const begins = clockMinutes(from, timeZone)
      const ends = to === line.to ? dayMinutes : clockMinutes(to, timeZone)
      // Clocks that go back meanwhile show an end before the beginning.
      const shownTo = ends > begins ? ends : begins + (to - from) / 60_000
      return [
        {
          piece: { is: 'block', block, looks, from, to },
          from: Math.min(begins, dayMinutes - shortestShown),
          to: Math.min(dayMinutes, Math.max(shownTo, begins + shortestShown)),
        },
      ]
    })
    return { line, pieces: sideBySide(pieces) }
  })
}

export function clockMinutes(at: number, timeZone: string): number {
  const wall = wallAt(at, timeZone)
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16))
}
