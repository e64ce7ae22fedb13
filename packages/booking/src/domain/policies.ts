/** The rules that an admin has set; `undefined` where there is none. */
export interface Policies {
  /** A booking is made at least so many minutes before it starts. */
  readonly noticeMinutes: number | undefined
  /** Nothing is booked further ahead than so many days. */
  readonly horizonDays: number | undefined
  readonly longestMinutes: number | undefined
  /** How many dates a member may have in a calendar week (Monday to Sunday, in the desk's zone). */
  readonly datesPerWeek: number | undefined
  /** Kept free around each meeting, in minutes, where a host has less. */
  readonly bufferMinutes: number | undefined
  /** Hosts whose bookings wait for a manager. */
  readonly approvalForHosts: readonly string[]
  /** How a meeting is opened: by anybody who comes first, or by the host's start link. */
  readonly opening: 'without_host' | 'start_link'
  /** Whether the organiser of the next booking may end a meeting that overruns into its time; administrators always may. */
  readonly nextOrganiserMayEnd: boolean
  /** Who has confirmed that the organisation may share hosts, and when; `undefined`: only members' own hosts are booked. */
  readonly pool: { readonly confirmedBy: string; readonly confirmedAt: number } | undefined
  /** The zone in which the desk's weeks and days are counted. */
  readonly timeZone: string
}

/** What holds until an admin sets something. */
export const noPolicies: Policies = {
  noticeMinutes: undefined,
  horizonDays: undefined,
  longestMinutes: undefined,
  datesPerWeek: undefined,
  bufferMinutes: undefined,
  approvalForHosts: [],
  opening: 'without_host',
  nextOrganiserMayEnd: false,
  pool: undefined,
  timeZone: 'UTC',
}
