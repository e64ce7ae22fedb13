import { mailWords } from '../languages/mail-languages.ts'
import type { MailWords } from '../languages/mail-words.ts'
import type { FactRow, MailContent, MailPart } from './content.ts'
import type { NewsParts } from './load-news.ts'
import { singleLine } from './single-line.ts'
import { whenInShort, whenRows } from './when.ts'

/** The desk, as mails name it. */
export interface DeskName {
  readonly name: string
  readonly publicUrl: string
}

export function wordsOf({ receiver }: Pick<NewsParts, 'receiver'>): MailWords {
  return mailWords[receiver.language]
}

/** A mail around what it has to say: greeting before, who sends it below. */
export function mailFor(
  { receiver }: Pick<NewsParts, 'receiver'>,
  desk: DeskName,
  said: { readonly subject: string; readonly title: string; readonly parts: readonly MailPart[] },
): MailContent {
  const { hello, foot } = mailWords[receiver.language]
  const name = singleLine(receiver.name)
  return {
    language: receiver.language,
    subject: singleLine(said.subject),
    title: said.title,
    parts: [text(hello(name)), ...said.parts],
    foot: foot(singleLine(desk.name)),
  }
}

/** Whether the meeting has changed since: whoever is to be told is told of that. */
export function isOvertaken({ booking, news }: Pick<NewsParts, 'booking' | 'news'>): boolean {
  // A release before this one wrote no sequence.
  return news.sequence === undefined ? booking.revision !== news.revision : booking.sequence !== news.sequence
}

export function text(words: string): MailPart {
  return { is: 'text', text: words }
}

export function facts(rows: readonly FactRow[]): MailPart {
  return { is: 'facts', rows }
}

/** A row, unless there is nothing to be said in it. */
export function fact(label: string, value: string): FactRow[] {
  return value === '' ? [] : [{ label, lines: value.split('\n') }]
}

export function bookingLink(
  { booking }: Pick<NewsParts, 'booking'>,
  { publicUrl }: DeskName,
  label: string,
  isMain: boolean,
): MailPart {
  return { is: 'link', label, url: `${publicUrl}/bookings/${encodeURIComponent(booking.id)}`, isMain }
}

export function titleOf({ booking }: Pick<NewsParts, 'booking'>): string {
  return singleLine(booking.title)
}

export function organiserName({ organiser }: Pick<NewsParts, 'organiser'>): string {
  return singleLine(organiser?.name ?? '') || (organiser?.email ?? '')
}

export function when({ booking, occurrences, receiver, now }: NewsParts): FactRow[] {
  return whenRows(booking, occurrences, receiver, now)
}

export function shortly({ booking, occurrences, receiver, now }: NewsParts): string {
  return whenInShort(booking, occurrences, receiver, now)
}
