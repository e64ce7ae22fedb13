import type { Meeting } from '../domain/entities.ts'
import { MeetingOrder } from '../domain/meeting-order.ts'
import { createIndex, type Index } from './collection.ts'

/** A host's meetings, in the order of their making and in the order of their lists. */
export interface HostMeetings extends Index<number, Meeting> {
  orderOf(hostId: string): MeetingOrder
}

/** The order of a host is made when it is first asked for, and kept from then on: loading a file need not pay for it. */
export function createHostMeetings(): HostMeetings {
  const byHost = createIndex<number, Meeting>((meeting) => meeting.hostId)
  const orders = new Map<string, MeetingOrder>()
  const hostIds = new Map<number, string>()
  const leaveOrder = (id: number) => {
    orders.get(hostIds.get(id) ?? '')?.delete(id)
    hostIds.delete(id)
  }
  return {
    of: byHost.of,
    put(id, meeting) {
      if (hostIds.get(id) !== meeting.hostId) leaveOrder(id)
      hostIds.set(id, meeting.hostId)
      orders.get(meeting.hostId)?.put(meeting)
      byHost.put(id, meeting)
    },
    delete(id) {
      leaveOrder(id)
      byHost.delete(id)
    },
    clear() {
      orders.clear()
      hostIds.clear()
      byHost.clear()
    },
    orderOf(hostId) {
      const known = orders.get(hostId)
      if (known) return known
      const order = new MeetingOrder(byHost.of(hostId))
      orders.set(hostId, order)
      return order
    },
  }
}
