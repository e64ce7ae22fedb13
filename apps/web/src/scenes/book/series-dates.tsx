import type { BookingPreviewView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Button } from '../../components/button.tsx'
import { useSpeech } from '../../words/words.ts'
import { type Draft, withException } from './draft.ts'

export interface SeriesDatesProps {
  readonly preview: BookingPreviewView
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** Every date of a series: each can be left out, and what was moved or left out can be as planned again. */
export function SeriesDates({ preview, draft, onChange }: SeriesDatesProps): VNode {
  const { words, format } = useSpeech()
  const { timeZone, exceptions } = draft
  const taken = new Set(preview.alternatives?.moves?.takenOn ?? [])
  const held = new Map(preview.dates.map((one) => [one.date, one]))
  const leftOut = exceptions.filter(({ start }) => start === undefined).map(({ date }) => date)
  const all = [...new Set([...held.keys(), ...leftOut])].sort()
  const isChanged = (date: string): boolean => exceptions.some((one) => one.date === date)
  return (
    <details class="dates" open={exceptions.length > 0}>
      <summary>{words.book.showDates(preview.dates.length)}</summary>
      <ol>
        {all.map((date) => {
          const one = held.get(date)
          const day = format.shortDay(`${date}T00:00:00Z`, 'UTC')
          return (
            <li key={date} class={one ? undefined : 'is-left-out'}>
              <span class="digits">
                {day}{' '}
                {one === undefined ? (
                  <span class="tag">{words.book.dateLeftOut}</span>
                ) : isChanged(date) ? (
                  <span class="tag tag-moved">{words.book.dateMoved(format.moment(one.startsAt, timeZone))}</span>
                ) : taken.has(date) ? (
                  <span class="tag tag-taken">{words.book.dateTaken}</span>
                ) : null}
              </span>
              {isChanged(date) ? (
                <Button
                  kind="quiet"
                  class="button-small"
                  label={words.book.bringBackDate(day)}
                  onClick={() => onChange(withException(draft, date, undefined))}
                >
                  {words.book.bringBack}
                </Button>
              ) : (
                <Button
                  kind="quiet"
                  class="button-small"
                  label={words.book.leaveOutDate(day)}
                  onClick={() => onChange(withException(draft, date, { date }))}
                >
                  {words.book.leaveOut}
                </Button>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
