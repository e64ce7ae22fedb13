import type { StandingCode } from '@convene/booking/contract'

export const booking = {
  notThere: 'This booking is not there',
  notThereRemedy: 'It may have been removed, or it belongs to somebody else.',
  untitled: 'Booked',

  /** What the state means, and what happens next. */
  says: {
    waits_for_approval: 'A manager has to approve it. The time is held until then.',
    asking_zoom: 'Your time is reserved. Zoom is being asked for the link, which takes a few seconds.',
    no_answer:
      'Zoom has not answered; your time is reserved. The desk looks at Zoom whether the meeting was made, so that there will be exactly one.',
    zoom_away: 'Zoom does not answer at the moment; your time is reserved. The link comes as soon as Zoom is back.',
    limited:
      'This host has used up what Zoom allows it today; your time is reserved. The link comes when Zoom allows it again.',
    refused_by_zoom:
      'Your time is reserved, but Zoom refuses to make the meeting. Change the booking, or ask an administrator.',
    sign_in_refused:
      'Your time is reserved, but Zoom does not let the desk in. An administrator has to look at the connection.',
    scope_missing:
      'Your time is reserved, but the desk lacks a permission at Zoom. An administrator has to look at the connection.',
    undecided: 'The desk found more than one meeting at Zoom that could be this one. An administrator chooses.',
    gone: 'Somebody deleted this meeting at Zoom. An administrator can make it anew, with another link, or cancel it.',
    differs: 'Somebody changed this meeting at Zoom.',
    changing: 'Your change is kept. Zoom is being told.',
    cancelling: 'It is cancelled here. Zoom is being told.',
    ready: 'The meeting is made at Zoom. Send the invitation, or let people come by the link.',
    running: 'The meeting is running.',
    overruns: 'The meeting runs over its time, and the next one on this host begins soon. Please come to an end.',
    cancelled: 'This booking is cancelled.',
    declined: 'A manager declined this booking. The time is free again.',
    ended: 'This booking is over.',
  } satisfies Readonly<Record<StandingCode, string>> as Readonly<Record<StandingCode, string>>,
  again: (when: string): string => `Next try: ${when}.`,
  zoomSays: (text: string): string => `Zoom says: ${text}`,
  differsIn: (fields: string): string => `What differs: ${fields}`,

  link: 'Join link',
  join: 'Join the meeting',
  copyLink: 'Copy link',
  meetingId: 'Meeting ID',
  copyId: 'Copy meeting ID',
  passcode: 'Passcode',
  noPasscode: 'none',
  showPasscode: 'Show',
  hidePasscode: 'Hide',
  copyPasscode: 'Copy passcode',
  copyInvitation: 'Copy invitation',
  showInvitation: 'Show invitation',
  calendarFile: 'Calendar file',
  noLinkYet: 'The link will be shown here.',
  notYourLink: 'Only the organiser sees the link.',

  heldUpTitle: 'May start late',
  heldUp:
    'The meeting before yours on the same host still runs. Yours can start only when that one has ended. Its organiser has been told.',
  heldUpMayEnd: 'If it does not end by itself, you can end it.',
  deputyReady: 'The meeting is made at Zoom. You may start it as a deputy of its organiser.',

  opening: 'How it is opened',
  withoutHost: 'Whoever comes first opens the meeting with the link. Nobody has to start it.',
  own: 'It runs in your own Zoom: start it there, or with the link while you are signed in.',
  startLink: 'You open it with the button below, as its host.',
  start: 'Start the meeting',
  startWindow: (from: string, until: string): string => `The button works from ${from} to ${until}.`,
  startLater: (when: string): string => `It works ${when}.`,
  startOver: 'There is no date left to start.',

  when: 'When',
  dates: (count: number): string => (count === 1 ? '1 date' : `${count} dates`),
  changeDate: (date: string): string => `Change ${date}`,
  changeOne: 'Change',
  past: 'over',
  host: 'Host',
  people: 'People',
  nobody: 'Nobody else. People that you add get the link by mail.',
  nobodyElse: 'Nobody else.',
  expected: (count: number): string => (count === 1 ? '1 person expected' : `${count} people expected`),
  deputies: 'Deputies',
  agenda: 'Agenda',
  organiser: 'Organiser',
  repeats: {
    daily: (interval: number): string => (interval === 1 ? 'Every day' : `Every ${interval} days`),
    weekly: (interval: number, days: string): string =>
      interval === 1 ? `Every week on ${days}` : `Every ${interval} weeks on ${days}`,
    monthlyDay: (interval: number, day: number): string =>
      interval === 1 ? `On day ${day} of every month` : `On day ${day} of every ${interval} months`,
    monthlyWeekday: (interval: number, week: 1 | 2 | 3 | 4 | -1, weekday: string): string => {
      const which = week === -1 ? 'last' : ['first', 'second', 'third', 'fourth'][week - 1]
      return interval === 1
        ? `On the ${which} ${weekday} of every month`
        : `On the ${which} ${weekday} of every ${interval} months`
    },
  },

  change: 'Change',
  cancel: 'Cancel it',
  extend: 'Extend by 15 minutes',
  extended: 'The meeting has 15 minutes more.',
  lookAtDrift: 'Look at it',
  endRunning: 'End the meeting at Zoom',
  endBefore: 'End the meeting before it',
  endTitle: 'End the running meeting?',
  endBeforeTitle: 'End the meeting before it?',
  endWhat: 'Everybody who is in it is sent away at once. That you ended it stands in the log.',
  letRun: 'Let it run',
  endedNow: 'The meeting is ended.',
  approve: 'Approve',
  decline: 'Decline',
  approved: 'Approved. Zoom is being asked for the link.',
  declined: 'Declined. The organiser is told.',

  scope: 'Which dates',
  scopeOne: (date: string): string => `Only ${date}`,
  scopeFollowing: (date: string): string => `${date} and all that follow`,
  scopeAll: 'All dates to come',
  whichDate: 'Which date',
  fromDate: 'From which date',

  changeTitle: 'Change the booking',
  changeNothing: 'Nothing is changed yet.',
  oneOnly: 'One date alone can have another start and length. Everything else belongs to all dates.',
  mayMove: 'Take another host if this one is not free',
  mayMoveHint: 'The meeting then has another link.',
  save: 'Change it',
  saveNewLink: 'Change it, with a new link',
  saveAsk: 'Ask for the change',
  cannotSave: 'Not possible yet: see what is marked',
  changed: 'Changed.',

  cancelTitle: 'Cancel the booking?',
  cancelWhat: 'The people are told by mail, and the host is free for others.',
  cancelWhatAlone: 'The host is free for others.',
  cancelOne: (date: string): string => `Cancel ${date}`,
  cancelFollowing: (date: string): string => `Cancel ${date} and all that follow`,
  cancelAll: (count: number): string => (count === 1 ? 'Cancel the meeting' : `Cancel all ${count} dates`),
  keep: 'Keep it',
  cancelled: 'Cancelled. The people are told.',
  cancelledAlone: 'Cancelled.',
}

export type BookingWords = typeof booking
