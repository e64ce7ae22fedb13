import type { VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { offsetOf } from '../../time/formats.ts'
import { useSpeech } from '../../words/words.ts'
import { type DayLine, shareOf } from './day-line.ts'
import { HostRowView } from './host-row.tsx'
import type { BlockPiece, HostRow } from './host-rows.ts'
import { percent, rowRem } from './measures.ts'
import { useDetail } from './use-detail.ts'
import { useRoving } from './use-roving.ts'
import { useRowsInSight } from './use-rows-in-sight.ts'
import { stackRows } from './visible-rows.ts'
import { calendarWords } from './words.ts'

export interface DayGridProps {
  readonly line: DayLine
  readonly rows: readonly HostRow[]
  readonly now: number
  /** To another time, or `undefined`: to one that is still to be chosen. */
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
  readonly onStep: (step: 1 | -1) => void
}

/** A day with hosts as rows. Only rows in sight are drawn. */
export function DayGrid({ line, rows, now, onMove, onStep }: DayGridProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const scroller = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLParagraphElement>(null)
  const heights = useMemo(() => stackRows(rows.map(({ lanes }) => rowRem(lanes.length))), [rows])
  const inSight = useRowsInSight(scroller, heights)
  const lines = useMemo(() => rows.flatMap(({ lanes }) => lanes.map(({ pieces }) => pieces)), [rows])
  const firstLines = useMemo(() => stackRows(rows.map(({ lanes }) => lanes.length)).tops, [rows])
  const reveal = (lineNumber: number): void => {
    const row = firstLines.findLastIndex((first) => first <= lineNumber)
    const element = scroller.current
    if (element === null || (row >= inSight.first && row < inSight.end)) return
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    element.scrollTop = (heights.tops[row] ?? 0) * rem
  }
  const roving = useRoving({ lines, root: scroller, reveal, onStep })
  useDetail(scroller, detail)
  useScrolledToWork(scroller, line, now)

  const isToday = now >= line.from && now < line.to
  return (
    <div class="timetable-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, also where nothing is in it */}
      <section class="timetable" ref={scroller} tabIndex={0} aria-label={words.gridOf(format.day(line.from))}>
        <div class="timetable-sheet" style={{ '--hours': line.hours.length }}>
          <div class="timetable-hours" aria-hidden="true">
            {line.hours.map(({ at, isTwice }) => (
              <span key={at} class="timetable-hour" style={{ insetInlineStart: percent(shareOf(line, at)) }}>
                {isTwice ? `${format.time(at)} ${offsetOf(line.timeZone, at)}` : format.time(at)}
              </span>
            ))}
          </div>
          <div class="timetable-rows" style={{ blockSize: `${heights.height}rem` }}>
            <div class="timetable-field" aria-hidden="true">
              {line.hours.map(({ at }) => (
                <span key={at} class="timetable-line" style={{ insetInlineStart: percent(shareOf(line, at)) }} />
              ))}
              {now > line.from && <span class="timetable-past" style={{ inlineSize: percent(shareOf(line, now)) }} />}
              {isToday && <span class="timetable-now" style={{ insetInlineStart: percent(shareOf(line, now)) }} />}
            </div>
            <ol>
              {rows.slice(inSight.first, inSight.end).map((row, index) => (
                <HostRowView
                  key={row.host.id}
                  row={row}
                  line={line}
                  now={now}
                  position={inSight.first + index + 1}
                  of={rows.length}
                  top={heights.tops[inSight.first + index] ?? 0}
                  firstLine={firstLines[inSight.first + index] ?? 0}
                  roving={roving}
                  onMove={onMove}
                />
              ))}
            </ol>
          </div>
        </div>
      </section>
      <p class="calendar-detail" aria-hidden="true" ref={detail}>
        {words.pointAt}
      </p>
    </div>
  )
}

/** What a day is looked at for: the time from now on, or from the morning on. */
function useScrolledToWork(scroller: { readonly current: HTMLElement | null }, line: DayLine, now: number): void {
  useLayoutEffect(() => {
    const element = scroller.current
    const field = element?.querySelector<HTMLElement>('.timetable-field')
    if (!element || !field) return
    const isToday = now >= line.from && now < line.to
    const morning = line.hours.find(({ wall }) => wall === '08:00')?.at ?? line.from
    const from = isToday ? now - 60 * 60_000 : morning
    const left = shareOf(line, from) * field.offsetWidth
    // In a language that is written from right to left the way on is negative.
    element.scrollLeft = getComputedStyle(element).direction === 'rtl' ? -left : left
  }, [line.day, line.timeZone])
}
