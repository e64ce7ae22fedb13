/** What the licence of a Zoom user allows: how many of its meetings may run at a time, and for how long (docs/zoom-facts.md §10). */
export type HostPlan = 'basic' | 'pro' | 'business'

/** Opening hours of one weekday in the host's zone, `HH:MM`; `24:00` is the end of the day. */
export interface OpenHours {
  readonly from: string
  readonly to: string
}

/** In the order of the week, which begins on Monday. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

/** A Zoom user whose meetings the desk may schedule. */
export interface Host {
  readonly id: string
  /** The user id or e-mail address at Zoom. */
  readonly zoomUser: string
  readonly email: string
  readonly name: string
  readonly plan: HostPlan
  /** How many people a meeting of this host holds. */
  readonly capacity: number
  /** How many of its meetings may run at a time: what is booked is a lane, numbered from 1. */
  readonly lanes: number
  /** Kept free before and after each meeting, in minutes. */
  readonly bufferBefore: number
  readonly bufferAfter: number
  /** IANA; its opening hours are read in it. */
  readonly timeZone: string
  /** When the host may be booked; `undefined`: at any time. A weekday without an entry is closed. */
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>> | undefined
  /** `own`: only this member's meetings run on it. `undefined`: it belongs to the pool. */
  readonly memberId: string | undefined
  /** `false`: nothing new is booked on it. */
  readonly isActive: boolean
}

/** Meetings on a Basic host end after so many minutes (docs/zoom-facts.md §10). */
export const basicLimitMinutes = 40
