import type { BookingView, OpeningView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { startAddress } from '../../api/booking-calls.ts'
import { Button } from '../../components/button.tsx'
import { useNow } from '../../parts.ts'
import { useFormats, useWords } from '../../words/words.ts'

/** How the meeting is opened, and the button that does it where one is needed. */
export function Opening({ booking: { id, opening } }: { readonly booking: BookingView }): VNode {
  const { booking } = useWords()
  return (
    <section class="panel" aria-labelledby="opening">
      <h2 id="opening">{booking.opening}</h2>
      {opening.way === 'without_host' && <p>{booking.withoutHost}</p>}
      {opening.way === 'own' && <p>{booking.own}</p>}
      {opening.way === 'start_link' && <StartLink id={id} opening={opening} />}
    </section>
  )
}

/** A form and no link: what it leads to signs in as the host, and is fetched at the click. */
function StartLink({ id, opening }: { readonly id: string; readonly opening: OpeningView }): VNode {
  const { booking } = useWords()
  const format = useFormats()
  const now = useNow(5000)
  const { startLink } = opening
  if (startLink === null) return <p>{booking.startOver}</p>
  const { from, until } = startLink
  const isOpen = Date.parse(from) <= now && now < Date.parse(until)
  return (
    <>
      <p>{booking.startLink}</p>
      <p class="hint" id="start-window">
        {booking.startWindow(format.moment(from), format.moment(until))}{' '}
        {now < Date.parse(from) && booking.startLater(format.fromNow(from, now))}
      </p>
      <form method="post" action={startAddress(id)} target="_blank" rel="noopener">
        <Button kind="main" type="submit" isOff={!isOpen} describedBy="start-window">
          {booking.start}
        </Button>
      </form>
    </>
  )
}
