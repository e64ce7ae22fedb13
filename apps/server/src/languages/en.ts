import { createWords } from '@convene/booking/languages'
import type { MailWords } from './mail-words.ts'

const { plural } = createWords('en')

export const words: MailWords = {
  hello: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
  foot: (desk) => `Sent by ${desk}. It is a booking desk for Zoom meetings, and not a service of Zoom.`,
  facts: {
    when: 'When',
    yourTime: 'Your time',
    repeats: 'Repeats',
    dates: 'Dates',
    organiser: 'Organiser',
    host: 'Host',
    people: 'People',
    agenda: 'Agenda',
    meetingId: 'Meeting ID',
    passcode: 'Passcode',
  },
  moreDates: (count) => plural(count, { one: '… and one more date', other: '… and # more dates' }),
  yours: (moment) => `your time: ${moment}`,
  openBooking: 'Look at the booking',
  join: 'Join the Zoom meeting',
  toSendOn: 'Invitation to send on',
  calendarFile: 'The attached calendar file puts the meeting into your calendar. A later file takes its place.',
  opening: {
    withoutHost: 'Nobody has to start the meeting: it opens when the first person joins.',
    startLink: 'To start the meeting, open its booking at the desk. From 15 minutes before there is a button for it.',
    own: 'Start the meeting in your own Zoom, as always.',
  },
  signInLink: {
    subject: (desk) => `Your sign-in link for ${desk}`,
    says: (desk) =>
      `Somebody asked for a link to sign in to ${desk} with this address. Open it and press the button there.`,
    action: 'Sign in',
    lasts: (time) => `The link works once, until ${time}.`,
    notYou: 'If it was not you, do nothing: nobody can sign in without this mail.',
  },
  confirmed: {
    subject: (title, when) => `Booked: ${title}, ${when}`,
    toOrganiser: 'Your meeting is ready. People of your booking get a mail like this one too.',
    toPeople: (organiser) => `${organiser} invites you to a Zoom meeting.`,
    newLink: 'The meeting has a new link. The one that you had before does not work any more.',
  },
  changed: {
    subject: (title, when) => `Changed: ${title}, ${when}`,
    toOrganiser: 'Your meeting has changed. This is how it is now:',
    toPeople: (organiser) => `A Zoom meeting to which ${organiser} invites you has changed. This is how it is now:`,
    linkFollows: 'The link follows in another mail. Do not use the one from before.',
  },
  cancelled: {
    subject: (title, when) => `Cancelled: ${title}, ${when}`,
    toOrganiser: 'Your meeting is cancelled. Its link does not work any more.',
    toPeople: (organiser) => `The Zoom meeting to which ${organiser} invited you is cancelled.`,
    toWhoLeft: (organiser) => `You are no longer invited to this meeting: ${organiser} has changed who takes part.`,
  },
  deputy: {
    subject: (title, when) => `Deputy: ${title}, ${when}`,
    subjectDismissed: (title) => `No longer a deputy: ${title}`,
    named: (organiser) => `${organiser} has named you as a deputy for this Zoom meeting: you may start it too.`,
    changed: (organiser) =>
      `A Zoom meeting of ${organiser} for which you are a deputy has changed. This is how it is now:`,
    cancelled: (organiser) => `The Zoom meeting of ${organiser} for which you were a deputy is cancelled.`,
    dismissed: (organiser) => `You are no longer a deputy for this meeting: ${organiser} has changed who may start it.`,
    start:
      'To start the meeting, open its booking at the desk. From 15 minutes before there is a button for it. It signs you in as the host: do not hand its link on.',
  },
  approvalAsked: {
    subject: (title, organiser) => `Approval asked: ${title} (${organiser})`,
    says: (organiser) =>
      `${organiser} has made a booking that needs the approval of a manager. Its time is held until then.`,
    action: 'Approve or decline',
  },
  approvalDecided: {
    subjectApproved: (title) => `Approved: ${title}`,
    subjectDeclined: (title) => `Declined: ${title}`,
    approved: 'Your booking is approved. The link follows in another mail, as soon as Zoom has made the meeting.',
    declined: 'Your booking is declined, and its time is free again. Ask a manager if you do not know why.',
  },
  overrun: {
    subjectRunning: (title) => `Still running: ${title}`,
    subjectNext: (title) => `May start late: ${title}`,
    subjectAdmin: (host) => `A meeting overruns on ${host}`,
    running: (time) =>
      `Your meeting is still running, and its host is booked again at ${time}. Please end it before: otherwise the next meeting cannot start.`,
    next: (time) =>
      `The meeting before yours is still running on the same host. Yours, at ${time}, can start only when that one has ended. Its organiser has been told.`,
    nextMayEnd:
      'You can end that meeting: open your booking at the desk, and there is a button for it. Everybody in it is then sent away.',
    admin: (running, next, time) =>
      `“${running}” is still running, and “${next}” is to start on the same host at ${time}. Both organisers have been told. You can end the running meeting on its page.`,
  },
}
