/** Every word of the desk's mails, in one language. Names and titles are filled in as they are: never split, bent or turned round. */
export interface MailWords {
  /** `name` may be empty. */
  hello(name: string): string
  /** Below every mail. */
  foot(desk: string): string
  readonly facts: Facts
  /** Dates that are in the calendar file and not in the mail. */
  moreDates(count: number): string
  /** Behind a date of a series: the same by the clocks of the reader. */
  yours(moment: string): string
  /** The link to the booking's page. */
  readonly openBooking: string
  readonly join: string
  /** Above the text that an organiser can send on. */
  readonly toSendOn: string
  readonly calendarFile: string
  readonly opening: Opening
  readonly signInLink: SignInLinkWords
  readonly confirmed: ConfirmedWords
  readonly changed: ChangedWords
  readonly cancelled: CancelledWords
  readonly deputy: DeputyWords
  readonly approvalAsked: ApprovalAskedWords
  readonly approvalDecided: ApprovalDecidedWords
  readonly overrun: OverrunWords
}

/** Labels of what is told of a meeting. */
export interface Facts {
  readonly when: string
  readonly yourTime: string
  readonly repeats: string
  readonly dates: string
  readonly organiser: string
  readonly host: string
  readonly people: string
  readonly agenda: string
  readonly meetingId: string
  readonly passcode: string
}

/** How the meeting is opened: told to its organiser. */
export interface Opening {
  readonly withoutHost: string
  readonly startLink: string
  readonly own: string
}

interface SignInLinkWords {
  subject(desk: string): string
  says(desk: string): string
  readonly action: string
  lasts(time: string): string
  readonly notYou: string
}

interface ConfirmedWords {
  subject(title: string, when: string): string
  readonly toOrganiser: string
  toPeople(organiser: string): string
  /** The link is another one than people were told before. */
  readonly newLink: string
}

interface ChangedWords {
  subject(title: string, when: string): string
  readonly toOrganiser: string
  toPeople(organiser: string): string
  /** There is no link now: the meeting moves to another host. */
  readonly linkFollows: string
}

interface CancelledWords {
  subject(title: string, when: string): string
  readonly toOrganiser: string
  toPeople(organiser: string): string
  /** To somebody who is not among the people any more; the meeting takes place. */
  toWhoLeft(organiser: string): string
}

/** To members who may start a meeting beside its organiser. */
interface DeputyWords {
  subject(title: string, when: string): string
  subjectDismissed(title: string): string
  named(organiser: string): string
  changed(organiser: string): string
  cancelled(organiser: string): string
  dismissed(organiser: string): string
  /** How a deputy starts the meeting. */
  readonly start: string
}

interface ApprovalAskedWords {
  subject(title: string, organiser: string): string
  says(organiser: string): string
  readonly action: string
}

interface ApprovalDecidedWords {
  subjectApproved(title: string): string
  subjectDeclined(title: string): string
  readonly approved: string
  readonly declined: string
}

interface OverrunWords {
  subjectRunning(title: string): string
  subjectNext(title: string): string
  subjectAdmin(host: string): string
  /** To the organiser of the meeting that goes on. */
  running(time: string): string
  /** To the organiser of the next one on the same host. */
  next(time: string): string
  /** The next organiser can do something about it. */
  readonly nextMayEnd: string
  admin(running: string, next: string, time: string): string
}
