import type { VNode } from 'preact'
import { useSpeech } from '../../words/words.ts'
import type { BlockPiece } from './host-rows.ts'
import { BlockItem } from './list-item.tsx'
import type { WeekDay } from './week-days.ts'
import { calendarWords } from './words.ts'

export interface WeekListProps {
  readonly days: readonly WeekDay[]
  readonly hostName: (id: string) => string | undefined
  readonly now: number
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** The same as the week, as a plain list. */
export function WeekList({ days, hostName, now, onMove }: WeekListProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  return (
    <div class="day-agenda">
      {days.map(({ line, pieces }) => (
        <section key={line.day} class="agenda-part" aria-labelledby={`day-${line.day}`}>
          <h2 id={`day-${line.day}`}>{format.day(line.from)}</h2>
          {pieces.length === 0 ? (
            <p class="hint">{words.list.nothing}</p>
          ) : (
            <ul>
              {pieces.map(({ item: { piece } }) => (
                <BlockItem
                  key={`${piece.block.bookingId} ${piece.from}`}
                  piece={piece}
                  day={line}
                  now={now}
                  host={hostName(piece.block.hostId)}
                  onMove={onMove}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  )
}
