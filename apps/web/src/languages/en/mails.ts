/** What the page of kept mails says. */
export const words = {
  title: 'Mails',
  lead: 'What the desk would have sent. It has no mail server, so every mail lies here.',
  notSent: 'None of these mails was sent.',
  notSentDemo: 'This is a demo: everybody who tries it sees all of them.',
  none: 'There are no mails yet.',
  noneMore: 'Book a meeting, or ask for a sign-in link, and its mail is here.',
  listLabel: 'Mails, the newest first',
  to: (address: string): string => `To ${address}`,
  choose: 'Choose a mail to read it.',
  attachments: 'Attached',
  download: (name: string): string => `Download ${name}`,
  smtp: 'This desk sends its mails, so none is kept here.',
}

export type MailWords = typeof words
