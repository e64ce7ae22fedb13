import type { BookingSummary } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { StandingTag } from '../../components/standing-tag.tsx'
import { useFormats, useWords } from '../../words/words.ts'

/** One booking: the day at the left edge, what it is, where it stands. The whole row is one link. */
export function BookingRow({ booking }: { readonly booking: BookingSummary }): VNode {
  const { bookings } = useWords()
  const format = useFormats()
  const { id, title, next, startsAt, endsAt, minutes, dates, organiser, isMine, isDeputy, host, standing, timeZone } =
    booking
  const from = next?.startsAt ?? startsAt
  const to = next?.endsAt ?? new Date(Date.parse(startsAt) + minutes * 60_000).toISOString()
  return (
    <a class="booking-row" href={`/bookings/${id}`}>
      <span class="booking-day">
        <span class="booking-weekday">{format.weekdayOf(from)}</span>
        <span class="booking-date">{format.dayOfMonth(from)}</span>
      </span>
      <span class="booking-what">
        <span class="booking-title name">{title ?? bookings.anonymous}</span>
        <span class="booking-hours digits">
          {format.hours(from, to)}
          {timeZone !== format.timeZone && (
            <span class="hint">
              {' '}
              ({format.hours(from, to, timeZone)}, {format.zone(timeZone, from)})
            </span>
          )}
        </span>
        <span class="hint">
          {dates > 1 && `${bookings.dates(dates)} ${bookings.until(format.shortDay(endsAt))} · `}
          {!isMine && organiser && `${bookings.by(organiser.name)} · `}
          {isDeputy && `${bookings.deputy} · `}
          {bookings.host(host.name)}
        </span>
      </span>
      <StandingTag code={standing.code} />
    </a>
  )
}
