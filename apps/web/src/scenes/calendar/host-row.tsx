import type { VNode } from 'preact'
import { useSpeech } from '../../words/words.ts'
import { DayBlock } from './day-block.tsx'
import { type DayLine, shareOf } from './day-line.ts'
import { FreePlace } from './free-place.tsx'
import { hostFacts } from './host-facts.ts'
import type { BlockPiece, HostRow } from './host-rows.ts'
import { percent, rowRem } from './measures.ts'
import type { Roving } from './use-roving.ts'
import { calendarWords } from './words.ts'

export interface HostRowProps {
  readonly row: HostRow
  readonly line: DayLine
  readonly now: number
  /** Which of how many rows. */
  readonly position: number
  readonly of: number
  /** In rem. */
  readonly top: number
  readonly firstLine: number
  readonly roving: Roving
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
}

/** A host with its lanes below each other. */
export function HostRowView({ row, line, now, position, of, top, firstLine, roving, onMove }: HostRowProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const { host, lanes, closed } = row
  const facts = hostFacts(host, line.from, words, format).join(' · ')
  return (
    <li
      class={host.isActive ? 'host-row' : 'host-row is-unused'}
      aria-posinset={position}
      aria-setsize={of}
      style={{ insetBlockStart: `${top}rem`, blockSize: `${rowRem(lanes.length)}rem` }}
    >
      <div class="host-head">
        <span class="host-name name" title={host.name}>
          {host.name}
        </span>
        <span class="host-facts" title={facts}>
          {facts}
        </span>
      </div>
      <div class="host-lanes">
        {closed.map(({ from, to }) => (
          <span
            key={from}
            class="host-closed"
            aria-hidden="true"
            style={{
              insetInlineStart: percent(shareOf(line, from)),
              inlineSize: percent(shareOf(line, to) - shareOf(line, from)),
            }}
          />
        ))}
        {lanes.map(({ number, pieces }, index) => (
          <ol key={number} class="lane" aria-label={words.lane(host.name, number)}>
            {pieces.map((piece, place) => {
              const focus = {
                tabIndex: roving.tabIndexOf(firstLine + index, place),
                name: roving.nameOf(firstLine + index, place),
              }
              return piece.is === 'free' ? (
                <FreePlace key={`free ${piece.from}`} piece={piece} line={line} {...focus} />
              ) : (
                <DayBlock
                  key={`${piece.block.bookingId ?? 'busy'} ${piece.block.startsAt}`}
                  piece={piece}
                  line={line}
                  now={now}
                  onMove={onMove}
                  {...focus}
                />
              )
            })}
          </ol>
        ))}
      </div>
    </li>
  )
}
