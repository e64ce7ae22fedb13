import type { BookingSummary, PageOf } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { listBookings } from '../../api/booking-calls.ts'
import { pathWith } from '../../api/call.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { Chips } from '../../components/chips.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useParts } from '../../parts.ts'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { useWords } from '../../words/words.ts'
import { BookingRow } from './booking-row.tsx'

type When = 'upcoming' | 'past'
type Whose = 'mine' | 'all'

/** Bookings by their next date. What is chosen stands in the address, so that the back button and a reload keep it. */
export default function Bookings(): VNode {
  const words = useWords()
  const { query, route } = useLocation()
  const me = useMe()
  const when: When = query.when === 'past' ? 'past' : 'upcoming'
  const whose: Whose = query.whose === 'all' && isAtLeast(me, 'manager') ? 'all' : 'mine'
  const choose = (chosen: { readonly when?: When; readonly whose?: Whose }): void => {
    const next = { when, whose, ...chosen }
    route(
      pathWith('/bookings', {
        when: next.when === 'upcoming' ? undefined : next.when,
        whose: next.whose === 'mine' ? undefined : next.whose,
      }),
      true,
    )
  }
  return (
    <Scene title={whose === 'all' ? words.bookings.allTitle : words.bookings.title}>
      <div class="filters">
        <Chips<When>
          legend={words.bookings.which}
          isLegendHidden
          choices={[
            { value: 'upcoming', label: words.bookings.upcoming },
            { value: 'past', label: words.bookings.past },
          ]}
          value={when}
          onChange={(chosen) => choose({ when: chosen })}
        />
        {isAtLeast(me, 'manager') && (
          <Chips<Whose>
            legend={words.bookings.whose}
            isLegendHidden
            choices={[
              { value: 'mine', label: words.bookings.mine },
              { value: 'all', label: words.bookings.all },
            ]}
            value={whose}
            onChange={(chosen) => choose({ whose: chosen })}
          />
        )}
      </div>
      <BookingList key={`${when} ${whose}`} when={when} whose={whose} />
    </Scene>
  )
}

const minute = 60_000
const pageSize = 30

function BookingList({ when, whose }: { readonly when: When; readonly whose: Whose }): VNode {
  const words = useWords()
  const { api, clock } = useParts()
  // To the minute, and kept: another question would be asked at each drawing else.
  const [now] = useState(() => new Date(Math.floor(clock.now() / minute) * minute).toISOString().replace('.000', ''))
  const range = when === 'upcoming' ? { from: now } : { from: aYearBefore(now), to: now }
  const loaded = useAnswer(listBookings({ ...range, whose, limit: pageSize }), ({ is }) => is === 'booking_changed')
  const [more, setMore] = useState<PageOf<BookingSummary> | undefined>(undefined)
  useEffect(() => setMore(undefined), [loaded.value])
  const { value } = loaded
  if (value === undefined) return loaded.failure ? <FailureNotice failure={loaded.failure} /> : <Loading />
  const next = more === undefined ? value.next : more.next
  const known = [...value.rows, ...(more?.rows ?? [])]
  const rows = known.filter((one) => isToCome(one) === (when === 'upcoming'))
  const showMore = async (): Promise<void> => {
    const answer = await api.send(listBookings({ ...range, whose, limit: pageSize, after: next ?? undefined }))
    if (answer.is === 'good') setMore({ rows: [...(more?.rows ?? []), ...answer.value.rows], next: answer.value.next })
  }
  return (
    <>
      <FailureNotice failure={loaded.failure} />
      {rows.length === 0 ? (
        <Nothing when={when} whose={whose} />
      ) : (
        <ul class="booking-list">
          {sorted(rows, when).map((booking) => (
            <li key={booking.id}>
              <BookingRow booking={booking} />
            </li>
          ))}
        </ul>
      )}
      {next !== null && <Button onClick={showMore}>{words.common.more}</Button>}
    </>
  )
}

function Nothing({ when, whose }: { readonly when: When; readonly whose: Whose }): VNode {
  const { bookings } = useWords()
  const title = whose === 'all' ? bookings.noneAll : when === 'past' ? bookings.nonePast : bookings.none
  return (
    <EmptyState title={title}>
      {when === 'upcoming' && (
        <ButtonLink kind="main" href="/book">
          {bookings.bookOne}
        </ButtonLink>
      )}
    </EmptyState>
  )
}

function aYearBefore(instant: string): string {
  return new Date(Date.parse(instant) - 366 * 24 * 60 * minute).toISOString().replace('.000', '')
}

function isToCome({ next, state }: BookingSummary): boolean {
  return next !== null && state !== 'cancelled' && state !== 'declined'
}

/** To come: the next date first. Past: the latest first. */
function sorted(rows: readonly BookingSummary[], when: When): BookingSummary[] {
  const at = ({ next, startsAt, endsAt }: BookingSummary): number =>
    when === 'upcoming' ? Date.parse(next?.startsAt ?? startsAt) : -Date.parse(endsAt)
  return rows.toSorted((a, b) => at(a) - at(b))
}
