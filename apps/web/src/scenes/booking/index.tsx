import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { readBooking } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { ButtonLink } from '../../components/button.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useNow, useParts } from '../../parts.ts'
import { useFormats, useWords } from '../../words/words.ts'
import { Actions } from './actions.tsx'
import { Dates } from './dates.tsx'
import { Facts } from './facts.tsx'
import { MeetingPanel } from './meeting-panel.tsx'
import { Opening } from './opening.tsx'
import { HeldUpNotice, StandingNotice } from './standing-notice.tsx'

export interface BookingProps {
  /** Of the path. */
  readonly id?: string
}

/** One booking, live: where it stands, its link, how it is opened, its dates and people, and what can be done with it. */
export default function Booking({ id = '' }: BookingProps): VNode {
  const words = useWords()
  const loaded = useAnswer(readBooking(id), ({ is, bookingId }) => is === 'booking_changed' && bookingId === id)
  const { value: booking, failure, problem } = loaded
  // Somebody may have changed it since: what a refused change says is true of the booking as it is now.
  const isGone = problem?.status === 404
  if (booking === undefined || isGone)
    return (
      <Scene title={isGone ? words.booking.notThere : words.shell.bookings}>
        {isGone ? <p>{words.booking.notThereRemedy}</p> : failure ? <FailureNotice failure={failure} /> : <Loading />}
        {failure && (
          <p>
            <ButtonLink href="/bookings">{words.shell.bookings}</ButtonLink>
          </p>
        )}
      </Scene>
    )
  return <Shown key={id} booking={booking} put={loaded.put} reload={loaded.reload} failure={failure} />
}

export interface ShownProps {
  readonly booking: BookingView
  /** Takes over what a change has given. */
  readonly put: (booking: BookingView) => void
  readonly reload: () => void
}

function Shown({
  booking,
  put,
  reload,
  failure,
}: ShownProps & { readonly failure: Parameters<typeof FailureNotice>[0]['failure'] }): VNode {
  const words = useWords()
  const isOver = ['cancelled', 'declined', 'ended'].includes(booking.state)
  const mayStart = booking.isDeputy && booking.opening.way === 'start_link'
  useReloadAt(booking, reload)
  return (
    <Scene title={booking.title ?? words.booking.untitled} lead={<Next booking={booking} />}>
      <FailureNotice failure={failure} />
      <StandingNotice booking={booking} />
      <HeldUpNotice booking={booking} />
      <div class="booking">
        <div class="booking-main">
          {!isOver && !booking.isDeputy && <MeetingPanel booking={booking} />}
          {!isOver && (booking.isMine || mayStart) && <Opening booking={booking} />}
          {booking.recurrence && <Dates booking={booking} put={put} reload={reload} />}
        </div>
        <div class="booking-side">
          <Actions booking={booking} put={put} reload={reload} />
          <Facts booking={booking} />
        </div>
      </div>
    </Scene>
  )
}

/** When it is next, or was last. */
function Next({ booking }: { readonly booking: BookingView }): VNode | null {
  const format = useFormats()
  const now = useNow()
  const { timeZone, occurrences } = booking
  const next = booking.next ?? occurrences.at(-1)
  if (next === undefined) return null
  const { startsAt, endsAt } = next
  const isOther = timeZone !== format.timeZone
  return (
    <span class="digits">
      <strong>
        {format.day(startsAt)}, <span class="whole">{format.hours(startsAt, endsAt)}</span>
      </strong>{' '}
      ({format.fromNow(startsAt, now)})
      {isOther && (
        <span class="other-zone">
          {format.shortDay(startsAt, timeZone)}, {format.hours(startsAt, endsAt, timeZone)}{' '}
          {format.zone(timeZone, startsAt)}
        </span>
      )}
    </span>
  )
}

/** Looks again when something is to happen by itself: the next try at Zoom. */
function useReloadAt(booking: BookingView, reload: () => void): void {
  const { nextAt } = booking.standing
  const next = nextAt === null ? undefined : Date.parse(nextAt)
  const { clock } = useParts()
  useEffect(
    () => (next === undefined ? undefined : clock.after(Math.max(1000, next - clock.now() + 1000), reload)),
    [next, clock, reload],
  )
}
