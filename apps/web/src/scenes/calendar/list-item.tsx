import type { VNode } from 'preact'
import { Button, ButtonLink } from '../../components/button.tsx'
import { useSpeech } from '../../words/words.ts'
import { canMove } from './can-move.ts'
import { type DayLine, nextQuarter } from './day-line.ts'
import { bookAddress } from './free-place.tsx'
import type { BlockPiece, FreePiece } from './host-rows.ts'
import { classOf } from './looks.ts'
import type { Span } from './side-by-side.ts'
import { tellBlock } from './tell-block.ts'
import { tellHours } from './tell-hours.ts'
import { calendarWords } from './words.ts'

export interface BlockItemProps {
  readonly piece: BlockPiece
  readonly day: Span
  readonly now: number
  /** The host, where the list is not of one. */
  readonly host?: string | undefined
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

export function BlockItem({ piece, day, now, host, onMove }: BlockItemProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const { block, looks } = piece
  const text = tellBlock(block, looks, day, words, format)
  const more = [host, text.more].filter(Boolean).join(', ')
  return (
    <li class="agenda-item">
      <span class={`agenda-sign ${classOf(looks)}`} aria-hidden="true" />
      <span class="agenda-hours">{text.hours}</span>
      <span class="agenda-what">
        {block.bookingId === null ? (
          <span>{text.what}</span>
        ) : (
          <a href={`/bookings/${encodeURIComponent(block.bookingId)}`}>{text.what}</a>
        )}
        {more !== '' && <span class="hint">{more}</span>}
      </span>
      {canMove(block, now) && (
        <Button
          kind="quiet"
          label={`${words.block.move(text.what)}, ${text.hours}`}
          onClick={() => onMove(piece, undefined)}
        >
          {words.list.move}
        </Button>
      )}
    </li>
  )
}

export function FreeItem({ piece, line }: { readonly piece: FreePiece; readonly line: DayLine }): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const hours = tellHours(piece, line, words, format)
  return (
    <li class="agenda-item agenda-free">
      <span class="agenda-sign" aria-hidden="true" />
      <span class="agenda-hours">{hours}</span>
      <span class="agenda-what">{words.freeWord}</span>
      <ButtonLink kind="quiet" href={bookAddress(nextQuarter(piece.from), line.timeZone)} label={words.book(hours)}>
        {words.list.bookHere}
      </ButtonLink>
    </li>
  )
}
