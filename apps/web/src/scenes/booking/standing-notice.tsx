import type { BookingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { Notice } from '../../components/notice.tsx'
import { lookOf } from '../../components/standing-tag.tsx'
import { useFormats, useWords } from '../../words/words.ts'

const kinds = { good: 'good', wait: 'note', bad: 'warning', over: 'note' } as const

/** Where it stands, in a sentence with what happens next; read out when it changes. */
export function StandingNotice({ booking }: { readonly booking: BookingView }): VNode {
  const words = useWords()
  const format = useFormats()
  const { code, nextAt, zoomSays, fields } = booking.standing
  return (
    <Notice kind={kinds[lookOf[code]]} title={words.standings[code]} isLive>
      <p>{code === 'ready' && booking.isDeputy ? words.booking.deputyReady : words.booking.says[code]}</p>
      {nextAt !== null && <p>{words.booking.again(format.moment(nextAt))}</p>}
      {zoomSays !== null && <p>{words.booking.zoomSays(zoomSays)}</p>}
      {booking.may.restore && <a href="/admin/drift">{words.booking.lookAtDrift}</a>}
      {fields.length > 0 && <p>{words.booking.differsIn(format.list(fields))}</p>}
    </Notice>
  )
}

/** The meeting before it on its lane still runs: what that means, and what can be done. */
export function HeldUpNotice({ booking: { isHeldUp, may } }: { readonly booking: BookingView }): VNode | null {
  const { booking } = useWords()
  if (!isHeldUp) return null
  return (
    <Notice kind="warning" title={booking.heldUpTitle} isLive>
      <p>{booking.heldUp}</p>
      {may.endRunning && <p>{booking.heldUpMayEnd}</p>}
    </Notice>
  )
}
