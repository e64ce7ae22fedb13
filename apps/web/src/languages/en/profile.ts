/** What the pages about oneself say. */
export const words = {
  title: 'Your profile',
  lead: (email: string, role: string): string => `Signed in as ${email}. ${role}.`,
  roles: { member: 'You are a member', manager: 'You are a manager', admin: 'You are an administrator' },
  about: 'About you',
  name: 'Name',
  nameHint: 'As it stands in invitations and in the calendar.',
  language: 'Language',
  languageHint: 'Of these pages, and of mails to you.',
  timeZone: 'Time zone',
  timeZoneHint: 'Times are shown in it, and new bookings begin with it.',
  saved: 'Your profile is saved.',
  keys: 'Keys for programs',
  keysLead:
    'With a key a program uses the desk in your name. It can never do more than you can. Give each program a key of its own, so that you can remove one without the others.',
  keysNone: 'You have no keys.',
  keysCaption: 'Your keys for programs',
  keysColumns: { name: 'Key', scopes: 'May', used: 'Last used', ends: 'Ends', actions: 'Actions' },
  scopes: {
    'bookings:read': 'See your bookings',
    'bookings:write': 'Book, change and cancel',
    'calendar:read': 'See when hosts are busy',
    'admin:read': 'See what administration shows',
    'admin:write': 'Do what administration does',
  },
  never: 'Never',
  usedNever: 'Not yet',
  ended: (day: string): string => `Ended ${day}`,
  add: 'Make a key',
  addName: 'Name',
  addNameHint: 'The program that it is for.',
  addScopes: 'What it may do',
  addEnds: 'Last day (may be left empty)',
  addEndsHint: 'After it the key does nothing any more.',
  addMissing: 'Give a name, and choose what the key may do.',
  remove: 'Remove',
  removeOf: (name: string): string => `Remove ${name}`,
  removeTitle: (name: string): string => `Remove the key ${name}?`,
  removeText: 'The program that uses it is refused from now on.',
  removeKeep: 'Keep',
  removed: 'The key is removed.',
  made: 'Your new key',
  madeOnce: 'Copy it now: it is shown this once. The desk itself keeps no copy that anybody could read.',
  madeUse: 'The program sends it with each request:',
  copyKey: 'Copy the key',
  madeDone: 'I have copied it',
  data: 'Your data',
  dataLead: 'Everything that the desk keeps of you, as one file in JSON.',
  dataExport: 'Take my data as a file',
  keepsLink: 'What the desk keeps, and for how long',
  keeps: {
    title: 'What the desk keeps',
    lead: 'Everything in one place: what is kept, for how long, and who sees it.',
    parts: [
      {
        title: 'Of you',
        points: [
          'Your name, e-mail address, language, time zone and role: until an administrator erases you.',
          'Your sessions and sign-in links, as marks from which no link can be made: until they end.',
          'Keys for programs, as such marks too: until you remove them.',
        ],
      },
      {
        title: 'Of a booking',
        points: [
          'When it is and on which host: it stays, without anything about you.',
          'Title, description, invited people, deputies and passcode: until some time after its last date. That is 90 days, if this organisation has set nothing else.',
          'The same things are at Zoom, as long as Zoom keeps the meeting.',
        ],
      },
      {
        title: 'Of what is done',
        points: [
          'A log says who did what and when. It holds ids in the place of names, and is kept for a year, if this organisation has set nothing else.',
          'Mails wait at the desk until they are sent. In a demo they stay on the page of mails, for everybody who tries the demo.',
        ],
      },
      {
        title: 'Who sees what',
        points: [
          'Other members see when a host is busy: no title, no link, no passcode, no name.',
          'Managers and administrators see titles and organisers.',
          'Link and passcode are shown to the organiser, and are in the mails to those who were invited.',
          'Deputies see title, dates, host and organiser of the booking, and may start the meeting.',
          'A start link is made when it is asked for, and is kept nowhere.',
        ],
      },
      {
        title: 'In this browser',
        points: [
          'A cookie that keeps you signed in, and no other.',
          'What you type into a booking, until it is booked or this tab is closed; your choice of language, colours and calendar.',
          'Nothing is sent to anybody else, and no other site is asked for anything.',
        ],
      },
      {
        title: 'What you can do',
        points: [
          'Take everything as a file on the page of your profile.',
          'Ask an administrator to erase you. Your bookings then stay as slots of nobody.',
        ],
      },
    ] as readonly { readonly title: string; readonly points: readonly string[] }[],
  },
}

export type ProfileWords = typeof words
