import type { MeetingId } from './meeting-id.ts'

/** Zoom's invitation text (docs/zoom-facts.md §7), in the language of the host. */
export interface MeetingInvitation {
  /** Lines end with `\r\n`. */
  readonly invitation: string
  /** Addresses for SIP rooms: `<meeting id>@zoomcrc.com`. */
  readonly sip_links?: readonly string[]
}

/** A person who gets a link of their own. */
export interface InviteLinkAttendee {
  /** The name shown in the meeting, at most 64 characters. */
  readonly name: string
  /** Join with the video off? */
  readonly disable_video?: boolean | undefined
  /** Join muted? */
  readonly disable_audio?: boolean | undefined
}

/** The links made, in the order asked for. */
export interface InviteLinks {
  readonly attendees: readonly { readonly name: string; readonly join_url: string }[]
}

/** What `meetings.inviteLinks` takes. */
export interface InviteLinksInput {
  readonly meetingId: MeetingId
  /** 1 to 500 people. */
  readonly attendees: readonly InviteLinkAttendee[]
  /** How long the links live, in seconds, 0 to 7,776,000 (90 days). Zoom's default is 7200, two hours. */
  readonly ttl?: number | undefined
}
