export const shell = {
  product: 'Booking desk',
  needsScript: 'The booking desk needs JavaScript. Please allow it for this page.',
  skip: 'Go to the content',
  navigation: 'Places of the desk',
  language: 'Language',
  theme: 'Colours',
  themes: { system: 'As the device', light: 'Light', dark: 'Dark' },
  emulated: 'Emulated, not Zoom.',
  real: 'Real Zoom.',
  demo: 'A demo: try everything. Nobody gets a mail, and no meeting takes place.',
  zoomAway: (since: string): string =>
    `Zoom has not answered since ${since}. You can book as always; links come as soon as Zoom answers.`,
  offline: 'You are offline. What you type in is kept; nothing is booked until the network is back.',
  book: 'Book',
  bookings: 'My bookings',
  calendar: 'Calendar',
  administration: 'Administration',
  mails: 'Mails',
  whatIsKept: 'What the desk keeps',
  profileOf: (name: string): string => `${name}, your profile`,
  signOut: 'Sign out',
  notZoom: 'Convene is not affiliated with or endorsed by Zoom.',
  hearsByWebhooks: 'Changes made at Zoom show here at once.',
  hearsByPolling: (minutes: number): string =>
    minutes === 1
      ? 'Changes made at Zoom show here within 1 minute.'
      : `Changes made at Zoom show here within ${minutes} minutes.`,
  api: 'For programs',
  version: (version: string): string => `Version ${version}`,
  noDesk: 'The desk does not answer',
  notHere: 'There is no such page',
  notHereRemedy: 'The address may be misspelt, or the page was removed.',
  broken: 'This page could not be shown',
  brokenRemedy: 'The desk may have been renewed meanwhile, or the network is away. What you typed in is kept.',
}

export type ShellWords = typeof shell
