import type { DateView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../components/button.tsx'
import { useNow } from '../../parts.ts'
import { sayRecurrence } from '../../words/say-recurrence.ts'
import { useSpeech } from '../../words/words.ts'
import { ChangeDialog } from './change-dialog.tsx'
import type { ShownProps } from './index.tsx'

const shown = 6

/** When it is: every date, each of which can be changed alone. */
export function Dates({ booking, put, reload }: ShownProps): VNode {
  const { words, format } = useSpeech()
  const now = useNow()
  const [changed, setChanged] = useState<string | undefined>(undefined)
  const { recurrence, timeZone, occurrences } = booking
  const toCome = occurrences.filter(({ endsAt }) => Date.parse(endsAt) > now)
  const over = occurrences.filter((one) => !toCome.includes(one))
  const row = (one: DateView): VNode => (
    <li key={one.date}>
      <When one={one} timeZone={timeZone} />
      {recurrence !== null && booking.may.change && Date.parse(one.startsAt) > now && (
        <Button
          kind="quiet"
          label={words.booking.changeDate(format.shortDay(one.startsAt, timeZone))}
          onClick={() => setChanged(one.date)}
        >
          {words.booking.changeOne}
        </Button>
      )}
    </li>
  )
  return (
    <section class="panel" aria-labelledby="when">
      <h2 id="when">{words.booking.when}</h2>
      {recurrence && (
        <p>
          {sayRecurrence(recurrence, words, format)}, {words.booking.dates(occurrences.length)}
        </p>
      )}
      <ol class="occurrences">{toCome.slice(0, shown).map(row)}</ol>
      {toCome.length > shown && (
        <details>
          <summary>{words.book.showDates(toCome.length)}</summary>
          <ol class="occurrences">{toCome.slice(shown).map(row)}</ol>
        </details>
      )}
      {over.length > 0 && (
        <details open={toCome.length === 0}>
          <summary>
            {words.booking.dates(over.length)} {words.booking.past}
          </summary>
          <ol class="occurrences">{over.map(row)}</ol>
        </details>
      )}
      {changed !== undefined && (
        <ChangeDialog
          booking={booking}
          put={put}
          reload={reload}
          date={changed}
          onClose={() => setChanged(undefined)}
        />
      )}
    </section>
  )
}

function When({ one, timeZone }: { readonly one: DateView; readonly timeZone: string }): VNode {
  const { format } = useSpeech()
  const { startsAt, endsAt } = one
  return (
    <span class="digits">
      <strong>{format.shortDay(startsAt)}</strong> {format.hours(startsAt, endsAt)}
      {timeZone !== format.timeZone && (
        <span class="hint">
          {' '}
          ({format.shortDay(startsAt, timeZone)} {format.hours(startsAt, endsAt, timeZone)},{' '}
          {format.zone(timeZone, startsAt)})
        </span>
      )}
    </span>
  )
}
