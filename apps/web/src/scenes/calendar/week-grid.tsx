import type { ComponentChildren, VNode } from 'preact'
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { addToWall } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { extraHours } from './day-line.ts'
import type { BlockPiece } from './host-rows.ts'
import { percent } from './measures.ts'
import { useDetail } from './use-detail.ts'
import { useRoving } from './use-roving.ts'
import { WeekBlock } from './week-block.tsx'
import { clockMinutes, dayMinutes, type WeekDay } from './week-days.ts'
import { calendarWords } from './words.ts'

export interface WeekGridProps {
  readonly days: readonly WeekDay[]
  readonly now: number
  readonly onMove: (piece: BlockPiece, startsAt: number | undefined) => void
  readonly onStep: (step: 1 | -1) => void
}

const hours = Array.from({ length: 24 }, (_, hour) => hour)

/** A week of one's own bookings, by the clocks of the viewer. */
export function WeekGrid({ days, now, onMove, onStep }: WeekGridProps): VNode {
  const words = calendarWords.use()
  const { format } = useSpeech()
  const scroller = useRef<HTMLDivElement>(null)
  const detail = useRef<HTMLParagraphElement>(null)
  const lines = useMemo(() => days.map(({ pieces }) => pieces.map(({ item }) => item)), [days])
  const roving = useRoving({ lines, root: scroller, onStep, isTurned: true })
  useDetail(scroller, detail)
  useScrolledToMorning(scroller, days[0]?.line.day)
  const name = days.length === 0 ? '' : format.days(days[0]?.line.from ?? now, (days.at(-1)?.line.to ?? now) - 1)
  return (
    <div class="timetable-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard, also where nothing is in it */}
      <section class="week" ref={scroller} tabIndex={0} aria-label={words.gridOf(name)}>
        <div class="week-sheet">
          <div class="week-hours" aria-hidden="true">
            {hours.slice(1).map((hour) => (
              // Any day on which no clocks change has each hour once.
              <span key={hour} style={{ insetBlockStart: percent(hour / 24) }}>
                {format.time(Date.UTC(2024, 0, 1, hour), 'UTC')}
              </span>
            ))}
          </div>
          {days.map(({ line, pieces }, index) => {
            const isToday = now >= line.from && now < line.to
            return (
              <div key={line.day} class={isToday ? 'week-day is-today' : 'week-day'}>
                <h3 class="week-head">
                  {format.shortDay(line.from)}
                  {extraHours(line) !== 0 && <span class="week-clocks">{words.clocks.change}</span>}
                </h3>
                <Field day={line.day} timeZone={line.timeZone}>
                  {isToday && (
                    <span
                      class="week-now"
                      aria-hidden="true"
                      style={{ insetBlockStart: percent(clockMinutes(now, line.timeZone) / dayMinutes) }}
                    />
                  )}
                  <ol>
                    {pieces.map((placed, place) => (
                      <WeekBlock
                        key={`${placed.item.piece.block.bookingId} ${placed.item.piece.block.startsAt}`}
                        placed={placed}
                        line={line}
                        now={now}
                        tabIndex={roving.tabIndexOf(index, place)}
                        name={roving.nameOf(index, place)}
                        onMove={onMove}
                      />
                    ))}
                  </ol>
                </Field>
              </div>
            )
          })}
        </div>
      </section>
      <p class="calendar-detail" aria-hidden="true" ref={detail}>
        {words.pointAt}
      </p>
    </div>
  )
}

interface FieldProps {
  readonly day: string
  readonly timeZone: string
  readonly children: ComponentChildren
}

/** The place of a day: a click on its free part books at that time. By keyboard the button above the timetable books. */
function Field({ day, timeZone, children }: FieldProps): VNode {
  const { route } = useLocation()
  const field = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = field.current
    const book = ({ target, clientY }: MouseEvent): void => {
      if (element === null || !(target instanceof Element) || target.closest('li')) return
      const { top, height } = element.getBoundingClientRect()
      const minutes = Math.floor((((clientY - top) / height) * dayMinutes) / 15) * 15
      route(`/book?${new URLSearchParams({ start: addToWall(`${day}T00:00`, minutes), timeZone })}`)
    }
    element?.addEventListener('click', book)
    return () => element?.removeEventListener('click', book)
  }, [day, timeZone, route])
  return (
    <div class="week-field" ref={field}>
      {children}
    </div>
  )
}

function useScrolledToMorning(scroller: { readonly current: HTMLElement | null }, day: string | undefined): void {
  useLayoutEffect(() => {
    const element = scroller.current
    const field = element?.querySelector<HTMLElement>('.week-field')
    if (element && field) element.scrollTop = (field.offsetHeight * 7.5) / 24
  }, [day])
}
