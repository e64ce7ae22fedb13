import { type CalendarSlot, type Host, isAtLeast, type Member } from '@convene/booking'
import type { CalendarBlock, CalendarHost } from '@convene/booking/contract'
import { presentInstant } from './instant.ts'

/** The hosts that a member sees: those of the pool and the member's own; from manager on all. */
export function hostsFor(hosts: readonly Host[], viewer: Member): Host[] {
  const seesAll = isAtLeast(viewer, 'manager')
  return hosts.filter(({ memberId }) => seesAll || memberId === undefined || memberId === viewer.id)
}

export function presentCalendarHost(host: Host, viewer: Member): CalendarHost {
  const { id, name, plan, capacity, lanes, timeZone, hours, memberId, isActive } = host
  return { id, name, plan, capacity, lanes, timeZone, hours: hours ?? null, isOwn: memberId === viewer.id, isActive }
}

/** Of others a member sees that a lane is taken, and with its buffers when: no title, no name, no id. */
export function presentBlock(slot: CalendarSlot, viewer: Member): CalendarBlock {
  const { hostId, lane, booking } = slot
  const isMine = booking?.organiserId === viewer.id
  const mayKnow = isMine || isAtLeast(viewer, 'manager')
  const known = mayKnow ? booking : undefined
  const heldFrom = presentInstant(slot.heldFrom)
  const heldTo = presentInstant(slot.heldTo)
  return {
    hostId,
    lane,
    is: booking === undefined ? 'foreign' : isMine ? 'mine' : 'booking',
    startsAt: mayKnow ? presentInstant(slot.startsAt) : heldFrom,
    endsAt: mayKnow ? presentInstant(slot.endsAt) : heldTo,
    heldFrom,
    heldTo,
    bookingId: known?.id ?? null,
    title: known?.title ?? null,
    organiser: known?.organiser ?? null,
    date: known?.date ?? null,
    state: known?.state ?? null,
  }
}
