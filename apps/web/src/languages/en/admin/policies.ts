export const policies = {
  lead: 'What holds for everybody who books. Without a rule there is no such limit. What is booked already stays.',
  rules: 'Limits for bookings',
  notice: {
    label: 'Not at short notice',
    unit: 'minutes before the start',
    means: (text: string): string => `A booking is made at least ${text} before it starts.`,
    example: (now: string, refused: string, passes: string): string =>
      `At ${now}, a meeting at ${refused} is refused; one at ${passes} passes.`,
  },
  horizon: {
    label: 'Not too far ahead',
    unit: 'days ahead',
    means: (days: number): string =>
      days === 1
        ? 'Nothing is booked further ahead than tomorrow.'
        : `Nothing is booked further ahead than ${days} days.`,
    example: (passes: string, refused: string): string =>
      `${passes} passes today; ${refused} is refused. All dates of a series count.`,
  },
  longest: {
    label: 'Not too long',
    unit: 'minutes at most',
    means: (text: string): string => `A meeting lasts at most ${text}.`,
    example: (passes: string, refused: string): string =>
      `A meeting of ${passes} passes; one of ${refused} is refused.`,
  },
  quota: {
    label: 'Not too many',
    unit: 'dates a member and week',
    means: (count: number): string =>
      count === 1 ? 'A member has at most one date in a week.' : `A member has at most ${count} dates in a week.`,
    example: (next: number): string =>
      `The date number ${next} from Monday to Sunday is refused, and a week with room is offered. Each date of a series counts.`,
  },
  buffer: {
    label: 'Time between meetings',
    unit: 'free minutes around each',
    means: (text: string): string =>
      `${text} before and after each meeting are kept free, where a host has no longer time of its own.`,
    example: (end: string, refused: string, passes: string): string =>
      `After a meeting until ${end}, the next one on the same host cannot begin at ${refused}, but at ${passes}.`,
  },
  off: 'No such rule.',
  approval: 'Approval',
  approvalHint: 'Bookings of these hosts wait for a manager. Members whose bookings always wait are set under Members.',
  approvalNone: 'There are no hosts yet.',
  opening: 'How a meeting is opened',
  openings: {
    without_host: 'By anybody who comes first',
    start_link: 'By the organiser, with a start link',
  },
  openingHint: {
    without_host: 'Nobody signs in as the host. This is the safer way where hosts are shared.',
    start_link:
      'From 15 minutes before until its end the organiser gets a link that signs in as the host: with it, recordings, contacts and other meetings of this host can be seen. Each use stands in the log.',
  },
  timeZone: 'Time zone of the desk',
  nextMayEnd: 'The organiser of the next booking may end a meeting that overruns',
  nextMayEndHint:
    'When a meeting still runs within 10 minutes of the next one on its lane, both organisers and the administrators are told by mail, and an administrator can end it. With this rule the organiser of the next booking can end it too, without learning whose it is. Each use stands in the log.',
  timeZoneHint: 'Days and weeks of the rules are counted in it.',
  save: 'Save the rules',
  saved: 'The rules are saved.',
  whole: (most: number): string => `Give a whole number from 1 to ${most}.`,
  pool: {
    title: 'Sharing of hosts',
    off: 'Members book only hosts of their own. Hosts of the pool are not shared.',
    on: (name: string, when: string): string => `Confirmed by ${name} on ${when}. Hosts of the pool are shared.`,
    why: 'Zoom’s terms are quoted as forbidding to share an account, or the rights of a host, with another person without Zoom’s written consent. Read your own contract, or ask Zoom, before you confirm. Where every member has a Zoom user, each member’s meetings can run on their own one, and nothing is shared.',
    text: [
      'I confirm for my organisation that:',
      'it holds the licences of these Zoom users, and they were made for shared use, not for one person;',
      'its agreement with Zoom, or a written consent of Zoom, allows that its members hold meetings on them;',
      'whoever opens a meeting by a start link acts as that host, and the organisation answers for it;',
      'I may say this for the organisation. My name and the time are kept with it.',
    ] as readonly string[],
    agree: 'I have read this and confirm it',
    confirm: 'Share hosts of the pool',
    withdraw: 'Stop sharing',
    withdrawTitle: 'Stop sharing hosts?',
    withdrawText: 'Nothing new is booked on hosts of the pool. What is booked takes place.',
    withdrawKeep: 'Go on sharing',
    somebody: 'an administrator',
  },
}
