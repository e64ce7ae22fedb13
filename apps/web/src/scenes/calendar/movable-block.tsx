import type { CSSProperties, VNode } from 'preact'
import { useRef } from 'preact/hooks'
import { useSpeech } from '../../words/words.ts'
import { BlockInside } from './block-inside.tsx'
import { canMove } from './can-move.ts'
import type { BlockPiece } from './host-rows.ts'
import { classOf } from './looks.ts'
import type { BlockText } from './tell-block.ts'
import { useDrag } from './use-drag.ts'

/** How far a drag went, as shares of the field that the block lies in; onwards is positive in every direction of writing. */
export interface DragShare {
  readonly onwards: number
  readonly down: number
}

export interface MovableBlockProps {
  readonly piece: BlockPiece
  readonly text: BlockText
  /** What it says first; `text.what` where nothing else is given. */
  readonly what?: string | undefined
  readonly now: number
  readonly tabIndex: 0 | -1
  readonly name: string
  /** The instant to which a drag leads. */
  readonly startAfter: (share: DragShare) => number
  /** Where the block lies when it begins at an instant. */
  readonly placeAt: (startsAt: number) => CSSProperties
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** A block of a timetable. One's own opens its booking, can be moved by the button in it, and dragged. */
export function MovableBlock(props: MovableBlockProps): VNode {
  const { piece, text, what, now, tabIndex, name, startAfter, placeAt, onMove } = props
  const { format } = useSpeech()
  const cell = useRef<HTMLLIElement>(null)
  const { block, looks } = piece
  const startsAt = Date.parse(block.startsAt)
  const isMovable = canMove(block, now)
  const drag = useDrag({
    startAfter(right, down) {
      const field = cell.current?.parentElement
      const towards = getComputedStyle(cell.current ?? document.body).direction === 'rtl' ? -1 : 1
      return startAfter({
        onwards: (towards * right) / (field?.offsetWidth ?? 1),
        down: down / (field?.offsetHeight ?? 1),
      })
    },
    onDrop: (at) => at !== startsAt && onMove(piece, at),
  })
  const at = drag.startsAt ?? startsAt
  return (
    <li
      ref={cell}
      class={`${classOf(looks)}${drag.startsAt === undefined ? '' : ' is-dragged'}`}
      style={placeAt(at)}
      onPointerDown={isMovable ? drag.onPointerDown : undefined}
      onClickCapture={drag.onClickCapture}
    >
      <BlockInside
        text={text}
        what={what}
        hours={at === startsAt ? text.hours : format.hours(at, at + Date.parse(block.endsAt) - startsAt)}
        bookingId={block.bookingId}
        tabIndex={tabIndex}
        name={name}
        onMove={isMovable ? () => onMove(piece, undefined) : undefined}
      />
    </li>
  )
}
