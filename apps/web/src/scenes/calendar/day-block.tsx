import type { VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { useSpeech } from '../../words/words.ts'
import { BlockInside } from './block-inside.tsx'
import { canMove } from './can-move.ts'
import { type DayLine, quarterOf, shareOf } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { classOf } from './looks.ts'
import { percent } from './measures.ts'
import { tellBlock } from './tell-block.ts'
import { useDrag } from './use-drag.ts'
import { calendarWords } from './words.ts'

export interface DayBlockProps {
  readonly piece: BlockPiece
  readonly line: DayLine
  readonly now: number
  readonly tabIndex: 0 | -1
  readonly name: string
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** What is held of a lane. One's own opens its booking, can be moved by the button in it, and dragged. */
export function DayBlock({ piece, line, now, tabIndex, name, onMove }: DayBlockProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const cell = useRef<HTMLLIElement>(null)
  const { block, looks } = piece
  const startsAt = Date.parse(block.startsAt)
  const isMovable = canMove(block, now)
  const drag = useDrag({
    startAfter(right) {
      const width = cell.current?.parentElement?.offsetWidth ?? 1
      const towards = getComputedStyle(cell.current ?? document.body).direction === 'rtl' ? -1 : 1
      return quarterOf(startsAt + (towards * right * (line.to - line.from)) / width)
    },
    onDrop: (at) => at !== startsAt && onMove(piece, at),
  })
  const moved = (drag.startsAt ?? startsAt) - startsAt
  const from = shareOf(line, piece.from + moved)
  const text = tellBlock(block, looks, line, words, format)
  const hours = moved === 0 ? text.hours : format.hours(startsAt + moved, Date.parse(block.endsAt) + moved)
  const style = { insetInlineStart: percent(from), inlineSize: percent(shareOf(line, piece.to + moved) - from) }
  return (
    <li
      ref={cell}
      class={`${classOf(looks)}${drag.startsAt === undefined ? '' : ' is-dragged'}`}
      style={style}
      onPointerDown={isMovable ? drag.onPointerDown : undefined}
      onClickCapture={drag.onClickCapture}
    >
      <BlockInside
        text={text}
        hours={hours}
        bookingId={block.bookingId}
        tabIndex={tabIndex}
        name={name}
        onMove={isMovable ? () => onMove(piece, undefined) : undefined}
      />
    </li>
  )
}
