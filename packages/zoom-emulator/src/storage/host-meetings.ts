import type { Meeting } from '../domain/entities.ts'
import { kindOf, type MeetingKind } from '../domain/meeting-kind.ts'
import { MeetingOrder } from '../domain/meeting-order.ts'
import { createIndex, type Index } from './collection.ts'

/** A host's meetings, in the order of their making and in the order of their lists. */
export interface HostMeetings extends Index<number, Meeting> {
  /** Meetings and webinars have lists of their own. */
  orderOf(hostId: string, kind: MeetingKind): MeetingOrder
}

/** The order of a host is made when it is first asked for, and kept from then on: loading a file need not pay for it. */
export function createHostMeetings(): HostMeetings {
  const byHost = createIndex<number, Meeting>((meeting) => meeting.hostId)
  const orders = new Map<string, MeetingOrder>()
  const orderNames = new Map<number, string>()
  const orderName = (hostId: string, kind: MeetingKind) => `${kind} ${hostId}`
  const leaveOrder = (id: number) => {
    orders.get(orderNames.get(id) ?? '')?.delete(id)
    orderNames.delete(id)
  }
  return {
    of: byHost.of,
    put(id, meeting) {
      const name = orderName(meeting.hostId, kindOf(meeting))
      if (orderNames.get(id) !== name) leaveOrder(id)
      orderNames.set(id, name)
      orders.get(name)?.put(meeting)
      byHost.put(id, meeting)
    },
    delete(id) {
      leaveOrder(id)
      byHost.delete(id)
    },
    clear() {
      orders.clear()
      orderNames.clear()
      byHost.clear()
    },
    orderOf(hostId, kind) {
      const name = orderName(hostId, kind)
      const known = orders.get(name)
      if (known) return known
      const order = new MeetingOrder(Array.from(byHost.of(hostId)).filter((meeting) => kindOf(meeting) === kind))
      orders.set(name, order)
      return order
    },
  }
}
