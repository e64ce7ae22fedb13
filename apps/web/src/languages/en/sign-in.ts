import type { OpenIdProblem } from '@convene/booking/contract'

export const signIn = {
  title: 'Sign in',
  lead: 'Book a meeting, and the desk finds a host that is free.',
  forThis: 'Sign in to go on. What you typed in is kept.',
  email: 'Your e-mail address',
  emailHint: 'You get a mail with a link. There is no password.',
  emailMissing: 'Write your whole e-mail address, such as mei@example.com.',
  askForLink: 'Send me a link',
  or: 'or',
  withOpenId: (name: string): string => `Sign in with ${name}`,
  sentTitle: 'Look into your mail',
  sent: (email: string): string =>
    `If ${email} belongs to a member, a mail with a link is on its way. The link works once, for 15 minutes.`,
  sentNothing: 'No mail? Look into the spam folder, or ask an administrator whether you are a member.',
  sentToPage: 'This desk sends no mail: its mails lie on a page.',
  otherAddress: 'Use another address',
  confirmTitle: 'Sign in now?',
  confirmLead: 'One click, and you are signed in on this device.',
  confirm: 'Sign in',
  newLink: 'Ask for a new link',
  demoTitle: 'Demo: choose who you are',
  demoLead: 'Everybody here is made up. No password, no mail.',
  roles: { member: 'Member', manager: 'Manager', admin: 'Administrator' },
  firstTitle: 'Set up the desk: the first administrator',
  firstLead: 'This link was printed when the desk started. It works once.',
  firstName: 'Your name',
  firstNameMissing: 'Write your name as others know it.',
  timeZone: 'Your time zone',
  first: 'Begin',
  noWay: 'Nobody can sign in here yet. Whoever runs the desk has to set up mail or a sign-in provider.',
  /** Why the sign-in provider did not let somebody in. */
  openIdProblems: {
    provider_away: 'The sign-in provider does not answer. Try again in a few minutes, or use a link by mail.',
    refused: 'You were not signed in: you or the sign-in provider said no.',
    expired: 'That took too long, or it began in another browser. Try again.',
    email_not_verified:
      'The sign-in provider does not confirm that your e-mail address is yours. Confirm it there first.',
    not_a_member: 'Your address is not known here. Ask an administrator to add you.',
    failed: 'Signing in did not work. Try again, or use a link by mail.',
  } satisfies Readonly<Record<OpenIdProblem, string>> as Readonly<Record<OpenIdProblem, string>>,
}

export type SignInWords = typeof signIn
