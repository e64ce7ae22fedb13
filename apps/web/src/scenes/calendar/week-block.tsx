import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { addToWall, instantOf, wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { BlockInside } from './block-inside.tsx'
import { canMove } from './can-move.ts'
import type { DayLine } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { classOf } from './looks.ts'
import { percent } from './measures.ts'
import type { Placed } from './side-by-side.ts'
import { tellBlock } from './tell-block.ts'
import { useDrag } from './use-drag.ts'
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

/** One of one's own dates in the week: it opens its booking, and is moved by its button or by dragging it, to another day as well. */
export function WeekBlock({ placed, line, now, tabIndex, name, onMove }: WeekBlockProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const cell = useRef<HTMLLIElement>(null)
  const { item, column, of } = placed
  const { piece } = item
  const { timeZone } = line
  const { block, looks } = piece
  const startsAt = Date.parse(block.startsAt)
  const isMovable = canMove(block, now)
  const drag = useDrag({
    startAfter(right, down) {
      const field = cell.current?.parentElement
      const towards = getComputedStyle(cell.current ?? document.body).direction === 'rtl' ? -1 : 1
      const days = Math.round((towards * right) / (field?.offsetWidth ?? 1))
      const minutes = Math.round(((down / (field?.offsetHeight ?? 1)) * dayMinutes) / 15) * 15
      const wall = addToWall(wallAt(startsAt, timeZone), days * dayMinutes + minutes)
      return instantOf(wall, timeZone) ?? startsAt
    },
    onDrop: (at) => at !== startsAt && onMove(piece, at),
  })
  const text = tellBlock(block, looks, line, words, format)
  const isDragged = drag.startsAt !== undefined
  const top = drag.startsAt === undefined ? item.from : clockMinutes(drag.startsAt, timeZone)
  const days = drag.startsAt === undefined ? 0 : daysBetween(startsAt, drag.startsAt, timeZone)
  const style = {
    insetBlockStart: percent(top / dayMinutes),
    blockSize: percent((item.to - item.from) / dayMinutes),
    insetInlineStart: percent(column / of + days),
    inlineSize: percent(1 / of),
  }
  const hours = isDragged
    ? format.hours(drag.startsAt, drag.startsAt + Date.parse(block.endsAt) - startsAt)
    : text.hours
  return (
    <li
      ref={cell}
      class={`${classOf(looks)}${isDragged ? ' is-dragged' : ''}`}
      style={style}
      onPointerDown={isMovable ? drag.onPointerDown : undefined}
      onClickCapture={drag.onClickCapture}
    >
      <BlockInside
        text={text}
        what={block.title === null || block.title === '' ? words.block.untitled : block.title}
        hours={hours}
        bookingId={block.bookingId}
        tabIndex={tabIndex}
        name={name}
        onMove={isMovable ? () => onMove(piece, undefined) : undefined}
      />
    </li>
  )
}

function daysBetween(from: number, to: number, timeZone: string): number {
  const day = (at: number): number => Date.parse(`${wallAt(at, timeZone).slice(0, 10)}T00:00:00Z`)
  return Math.round((day(to) - day(from)) / (24 * 60 * 60_000))
}
