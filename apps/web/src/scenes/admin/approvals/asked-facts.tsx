import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { readCalendar } from '../../../api/administration-calls.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { wallAt } from '../../../time/wall-time.ts'
import { useSpeech } from '../../../words/words.ts'
import { Fact } from '../fact.tsx'
import { adminWords } from '../words.ts'

const shownDates = 4

/** What matters for the decision about a booking: its dates, its host, and what else is booked then. */
export function AskedFacts({ booking }: { readonly booking: BookingView }): VNode {
  const { approvals: words } = adminWords.use()
  const { format } = useSpeech()
  const { occurrences, timeZone } = booking
  const first = occurrences[0]
  return (
    <dl class="admin-facts">
      <Fact name={words.dates}>
        <ul>
          {occurrences.slice(0, shownDates).map(({ date, startsAt, endsAt }) => (
            <li key={date}>
              {format.shortDay(startsAt, timeZone)}, {format.hours(startsAt, endsAt, timeZone)}
            </li>
          ))}
        </ul>
        {occurrences.length > shownDates && <p class="hint">{words.moreDates(occurrences.length - shownDates)}</p>}
        {timeZone !== format.timeZone && <p class="hint">{format.zone(timeZone, booking.startsAt)}</p>}
      </Fact>
      <Fact name={words.host}>
        <span class="name">{booking.host.name}</span>
      </Fact>
      <Fact name={words.people}>
        {words.peopleCount(format.number(booking.peopleExpected), booking.peopleExpected === 1)}
      </Fact>
      {booking.agenda !== '' && <Fact name={words.what}>{booking.agenda}</Fact>}
      {first && (
        <Fact name={words.other}>
          <Others booking={booking} from={first.startsAt} to={first.endsAt} />{' '}
          <a
            href={`/calendar?${new URLSearchParams({ day: wallAt(Date.parse(first.startsAt), format.timeZone).slice(0, 10) })}`}
          >
            {words.calendar}
          </a>
        </Fact>
      )}
    </dl>
  )
}

interface OthersProps {
  readonly booking: BookingView
  readonly from: string
  readonly to: string
}

/** What else is on at the first date: on its host, and how much of all hosts is left for others. */
function Others({ booking, from, to }: OthersProps): VNode {
  const { approvals: words } = adminWords.use()
  const { format } = useSpeech()
  const { value } = useAnswer(readCalendar(from, to, 'all'), ({ is }) => is === 'calendar_changed')
  if (value === undefined) return <p class="hint">{words.otherLoading}</p>
  const others = value.blocks.filter(
    (block) => block.bookingId !== booking.id && block.startsAt < to && block.endsAt > from,
  )
  const onHost = others.filter(({ hostId }) => hostId === booking.host.id)
  const hosts = value.hosts.filter(({ isActive }) => isActive)
  const busy = new Set(others.map(({ hostId }) => hostId)).size
  return (
    <>
      {onHost.length === 0 ? (
        <p>{words.otherNone}</p>
      ) : (
        <ul>
          {onHost.map((block) => (
            <li key={`${block.lane} ${block.startsAt}`}>
              {[block.title, block.organiser, format.hours(block.startsAt, block.endsAt)].filter(Boolean).join(', ')}
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{words.otherFull(busy, hosts.length)}</p>
    </>
  )
}
