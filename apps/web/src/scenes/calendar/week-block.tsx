import type { VNode } from 'preact'
import { addToWall, instantOf, wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import type { DayLine } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { percent } from './measures.ts'
import { MovableBlock } from './movable-block.tsx'
import type { Placed } from './side-by-side.ts'
import { tellBlock } from './tell-block.ts'
import { clockMinutes, dayMinutes, type WeekPiece } from './week-days.ts'
import { calendarWords } from './words.ts'

export interface WeekBlockProps {
  readonly placed: Placed<WeekPiece>
  readonly line: DayLine
  readonly now: number
  readonly tabIndex: 0 | -1
  readonly name: string
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** One of one's own dates in the week: it can be dragged to another day as well. */
export function WeekBlock({ placed, line, ...rest }: WeekBlockProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const { item, column, of } = placed
  const { block, looks } = item.piece
  const { timeZone } = line
  const startsAt = Date.parse(block.startsAt)
  return (
    <MovableBlock
      {...rest}
      piece={item.piece}
      text={tellBlock(block, looks, line, words, format)}
      what={block.title === null || block.title === '' ? words.block.untitled : block.title}
      startAfter={({ onwards, down }) => {
        const minutes = Math.round((down * dayMinutes) / 15) * 15
        const wall = addToWall(wallAt(startsAt, timeZone), Math.round(onwards) * dayMinutes + minutes)
        return instantOf(wall, timeZone) ?? startsAt
      }}
      placeAt={(at) => {
        const top = at === startsAt ? item.from : clockMinutes(at, timeZone)
        return {
          insetBlockStart: percent(top / dayMinutes),
          blockSize: percent((item.to - item.from) / dayMinutes),
          insetInlineStart: percent(column / of + daysBetween(startsAt, at, timeZone)),
          inlineSize: percent(1 / of),
        }
      }}
    />
  )
}

function daysBetween(from: number, to: number, timeZone: string): number {
  const day = (at: number): number => Date.parse(`${wallAt(at, timeZone).slice(0, 10)}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / (24 * 60 * 60_000))
}
