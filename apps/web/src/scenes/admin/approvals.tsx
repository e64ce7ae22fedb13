import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listApprovals, readCalendar } from '../../api/administration-calls.ts'
import { approveBooking, declineBooking } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { usePages } from '../../api/use-pages.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useNow } from '../../parts.ts'
import { useMe } from '../../shell/session.ts'
import { wallAt } from '../../time/wall-time.ts'
import { useSpeech } from '../../words/words.ts'
import { AdminScene } from './admin-scene.tsx'
import { Fact } from './fact.tsx'
import { adminWords } from './words.ts'

/** Bookings that wait for a manager, each with what matters for the decision. */
export function Approvals(): VNode {
  const { approvals: words } = adminWords.use()
  const { words: all } = useSpeech()
  const pages = usePages(
    (after) => listApprovals({ after }),
    ({ is }) => is === 'booking_changed',
  )
  return (
    <AdminScene part="approvals" lead={words.lead}>
      <FailureNotice failure={pages.failure} />
      {pages.rows === undefined ? (
        pages.failure === undefined && <Loading />
      ) : pages.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneMore}</EmptyState>
      ) : (
        <ul class="cards">
          {pages.rows.map((booking) => (
            <Asked key={booking.id} booking={booking} onDecided={pages.reload} />
          ))}
        </ul>
      )}
      {pages.hasMore && <Button onClick={pages.more}>{all.common.more}</Button>}
    </AdminScene>
  )
}

const shownDates = 4

function Asked({ booking, onDecided }: { readonly booking: BookingView; readonly onDecided: () => void }): VNode {
  const { approvals: words } = adminWords.use()
  const { format } = useSpeech()
  const me = useMe()
  const now = useNow()
  const toast = useToast()
  const submit = useSubmit()
  const [isDeclining, setDeclining] = useState(false)
  const title = booking.title ?? ''
  const { occurrences, organiser, timeZone } = booking
  const hasBegun = Date.parse(booking.startsAt) <= now
  const first = occurrences[0]

  async function decide(decision: 'approve' | 'decline'): Promise<void> {
    const call = decision === 'approve' ? approveBooking : declineBooking
    const answer = await submit.send(call(booking.id, { revision: booking.revision }))
    if (answer?.is !== 'good') return
    toast(decision === 'approve' ? words.approved(title) : words.declined(title))
    setDeclining(false)
    onDecided()
  }

  return (
    <li class="panel">
      <div>
        <h2>
          <a href={`/bookings/${encodeURIComponent(booking.id)}`}>{title}</a>
        </h2>
        <p class="hint">
          <span class="name">{words.by(organiser?.name ?? words.nobody)}</span>
          {' · '}
          {words.asked(format.fromNow(booking.createdAt, now))}
        </p>
      </div>
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
      {hasBegun ? (
        <Notice kind="warning">{words.begun}</Notice>
      ) : (
        Date.parse(booking.startsAt) - now < soon && (
          <Notice kind="warning">{words.soon(format.fromNow(booking.startsAt, now))}</Notice>
        )
      )}
      {organiser?.id === me.id && <Notice kind="note">{words.own}</Notice>}
      {!isDeclining && <FailureNotice failure={submit.failure} />}
      {organiser?.id === me.id ? (
        <div class="actions">
          <ButtonLink href={`/bookings/${encodeURIComponent(booking.id)}`}>{words.open}</ButtonLink>
        </div>
      ) : (
        <div class="actions">
          <Button
            kind="main"
            isBusy={submit.isSending}
            label={words.approveOf(title)}
            onClick={() => decide('approve')}
          >
            {words.approve}
          </Button>
          <Button kind="danger" label={words.declineOf(title)} onClick={() => setDeclining(true)}>
            {words.decline}
          </Button>
        </div>
      )}
      {isDeclining && (
        <Dialog
          title={words.declineTitle}
          onClose={() => setDeclining(false)}
          actions={
            <>
              <Button kind="danger" isBusy={submit.isSending} onClick={() => decide('decline')}>
                {words.declineOf(title)}
              </Button>
              <Button onClick={() => setDeclining(false)}>{words.declineKeep}</Button>
            </>
          }
        >
          <p>{words.declineText}</p>
          <FailureNotice failure={submit.failure} />
        </Dialog>
      )}
    </li>
  )
}

/** Within a day somebody has to hurry. */
const soon = 24 * 60 * 60_000

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
