import type { DialInNumber, MeetingOccurrence, ZoomRecurrence } from '../generated/types/schemas.ts'

/** What invitations and calendar files are made of: any part of a meeting as Zoom answers it, at least these fields. */
export interface InvitationMeeting {
  readonly id: number
  readonly topic?: string
  readonly agenda?: string
  /** 3 is a series without fixed times; 8 a series at fixed times. */
  readonly type: number
  /** UTC with `Z`, as Zoom answers. */
  readonly start_time?: string
  /** In minutes. */
  readonly duration?: number
  /** The zone whose clock the meeting follows; UTC when absent. */
  readonly timezone?: string
  readonly join_url: string
  /** The passcode; absent or empty when there is none. */
  readonly password?: string
  /** The passcode as a telephone can enter it. */
  readonly pstn_password?: string
  readonly recurrence?: ZoomRecurrence
  readonly occurrences?: readonly MeetingOccurrence[]
  readonly settings?: { readonly global_dial_in_numbers?: readonly DialInNumber[] }
}
