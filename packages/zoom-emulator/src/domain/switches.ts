/**
 * Where nobody could say how the real Zoom behaves, the emulator has a switch; `docs/deviations.md` has a row for each.
 * The default is the recommendation of `docs/zoom-facts.md`.
 */
export interface Switches {
  /** Text numbers and booleans in bodies (`"45"`, `"False"`) are taken as what they say. §10 */
  coerceText: boolean
  /** A `start_time` that cannot be read: the current instant, or a refusal. §5.4 */
  unreadableStart: 'now' | 'refuse'
  /** An IANA zone outside Zoom's list: taken, or replaced by the host's own. §5.4 */
  unlistedZone: 'accept' | 'host_zone'
  /** A series that begins in the past: dates as asked, or moved to begin now. §5.4 */
  pastSeries: 'keep' | 'shift'
  /** `monthly_day` 29-31 in a shorter month: no occurrence, or the last day. §6 */
  shortMonth: 'skip' | 'clamp'
  /** `end_date_time` that is only a date: the end of that day in the meeting's zone, or refused. §6 */
  bareEndDate: 'end_of_day' | 'refuse'
  /** Greatest `repeat_interval` of days, weeks, months. §6 */
  repeatLimits: '99/50/10' | '90/12/3'
  /** Greatest `end_times`. §6 */
  maxOccurrences: 60 | 50
  /** A series whose end date lies far away: every date up to it, or no more than `maxOccurrences`. §6 */
  longSeries: 'keep' | 'cut'
  /** A changed `recurrence` without `start_time` begins at the series' last date, as was seen, or where it began. §6 */
  recurrenceWithoutStart: 'last_occurrence' | 'keep_start'
  /** Dates that were changed or deleted singly, when the series gets other times: made anew, or kept where the date is still one. §6 */
  changedDates: 'drop' | 'keep'
  /** Fields that cannot change for one occurrence alone (`topic`): refused, or left out without a word. §5.8 */
  occurrenceFields: 'refuse' | 'ignore'
  /** The account gives every meeting a passcode, even one that asks for none. §5.3 */
  enforcePasscode: boolean
  /** A meeting that nobody is in any more: it ends, or runs until it is ended. §5.10 */
  emptyMeeting: 'end' | 'run'
  /** A meeting that somebody duplicates in the portal: with a passcode of its own, or with that of the first one. */
  portalDuplicate: 'new_passcode' | 'same_passcode'
  /** What past meetings tell of their participants: at once, or 15 minutes after the end and nothing before. §10 */
  pastParticipants: 'at_once' | 'delayed'
  /** The participants of a past meeting in which only one person was: none, as Zoom's text says, or that one. §5.10 */
  singleParticipant: 'hidden' | 'listed'
  /** A meeting without a tracking field that its account requires: taken, or refused. §5.3 */
  requiredTrackingFields: 'accept' | 'refuse'
  /** What `PUT /users/{userId}/status` answers: nothing, or an empty object. §4 */
  statusAnswer: 204 | 200
  /** Two writes on one user at the same time: nothing lasts here, or each write lasts a second of the emulator's clock. §3.2 */
  userWrites: 'at_once' | 'one_second'
  /** A new Server-to-Server token beside the earlier ones, or instead of them. §1.3 */
  tokens: 'coexist' | 'newest_only'
  /** Somebody who registers again with the same e-mail: the same registrant, or one more. §5.9 */
  repeatedRegistrant: 'same' | 'new'
  /** Which limits refuse: none (they are only counted), those of a day, or also those of a second. §3 */
  limits: 'off' | 'daily' | 'all'
  /** How time is cut into the seconds of a limit. §3 */
  limitWindow: 'fixed_second' | 'sliding' | 'bucket' | 'skewed'
  /** The label of making a meeting. §3.3 */
  createLabel: 'medium' | 'light'
  /** What uses up the 100 of a host and day: every request that names the host, or those that were done. §3.2 */
  hostLimitCounts: 'requests' | 'successes'
  /** The headers of a refusal by that limit: as somebody saw them, or as those of other limits. §3.5 */
  hostLimitHeaders: 'as_seen' | 'full'
  /** When a webhook that could not be delivered comes again, in minutes after the first attempt. §9 */
  webhookRetries: '5/25/85' | '5/30/90'
  /** A webhook that is answered with 4xx comes again, as after 5xx. §9 */
  webhookRetry4xx: boolean
  /** A webhook that comes again is signed for its own time, or carries the time and signature of the first attempt. §9 */
  webhookTimestamp: 'each_attempt' | 'first_attempt'
  /** Most webhook subscriptions of an app. §9 */
  webhookLimit: 20 | 10
}

/** What is believed to be likeliest (docs/deviations.md). */
export const defaultSwitches: Switches = {
  coerceText: true,
  unreadableStart: 'now',
  unlistedZone: 'accept',
  pastSeries: 'keep',
  shortMonth: 'skip',
  bareEndDate: 'end_of_day',
  repeatLimits: '99/50/10',
  maxOccurrences: 60,
  longSeries: 'keep',
  recurrenceWithoutStart: 'last_occurrence',
  changedDates: 'drop',
  occurrenceFields: 'refuse',
  enforcePasscode: false,
  emptyMeeting: 'end',
  portalDuplicate: 'new_passcode',
  pastParticipants: 'at_once',
  singleParticipant: 'hidden',
  requiredTrackingFields: 'accept',
  statusAnswer: 204,
  userWrites: 'at_once',
  tokens: 'coexist',
  repeatedRegistrant: 'same',
  limits: 'off',
  limitWindow: 'fixed_second',
  createLabel: 'medium',
  hostLimitCounts: 'requests',
  hostLimitHeaders: 'as_seen',
  webhookRetries: '5/25/85',
  webhookRetry4xx: false,
  webhookTimestamp: 'each_attempt',
  webhookLimit: 20,
}
