import type { VNode } from 'preact'
import { useSpeech } from '../../words/words.ts'
import type { DayLine } from './day-line.ts'
import { hostFacts } from './host-facts.ts'
import type { BlockPiece, FreePiece, HostRow } from './host-rows.ts'
import { BlockItem, FreeItem } from './list-item.tsx'
import type { Span } from './side-by-side.ts'
import { calendarWords } from './words.ts'

export interface DayListProps {
  readonly line: DayLine
  readonly rows: readonly HostRow[]
  readonly now: number
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** The same as the timetable, as a plain list: each host, what is booked on it, and when it is free. */
export function DayList({ line, rows, now, onMove }: DayListProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  return (
    <div class="day-agenda">
      {rows.map((row) => {
        const pieces = piecesOf(row)
        return (
          <section key={row.host.id} class="agenda-part" aria-labelledby={`host-${row.host.id}`}>
            <h2 id={`host-${row.host.id}`} class="name">
              {row.host.name}
            </h2>
            <p class="hint">{hostFacts(row.host, line.from, words, format).join(' · ')}</p>
            {pieces.length === 0 ? (
              <p>{words.list.nothing}</p>
            ) : (
              <ul>
                {pieces.map((piece) =>
                  piece.is === 'free' ? (
                    <FreeItem key={`free ${piece.from}`} piece={piece} line={line} />
                  ) : (
                    <BlockItem
                      key={`${piece.block.bookingId ?? piece.block.lane} ${piece.from}`}
                      piece={piece}
                      day={line}
                      now={now}
                      onMove={onMove}
                    />
                  ),
                )}
              </ul>
            )}
          </section>
        )
      })}
    </div>
  )
}

/** Its blocks in all lanes, and the times at which any lane is free. */
function piecesOf({ lanes }: HostRow): (BlockPiece | FreePiece)[] {
  const all = lanes.flatMap(({ pieces }) => pieces)
  const free = joined(all.filter((piece) => piece.is === 'free')).map((span): FreePiece => ({ is: 'free', ...span }))
  return [...all.filter((piece) => piece.is === 'block'), ...free].sort((a, b) => a.from - b.from)
}

function joined(spans: readonly Span[]): Span[] {
  const out: { from: number; to: number }[] = []
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to)
    else out.push({ from, to })
  }
  return out
}
