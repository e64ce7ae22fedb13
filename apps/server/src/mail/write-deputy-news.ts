import type { WrittenMail } from './content.ts'
import type { NewsParts } from './load-news.ts'
import {
  bookingLink,
  type DeskName,
  fact,
  facts,
  isOvertaken,
  mailFor,
  organiserName,
  shortly,
  text,
  titleOf,
  when,
  wordsOf,
} from './mail-parts.ts'
import { singleLine } from './single-line.ts'

/**
 * To a deputy: what starting the meeting takes, and never its link. Where meetings are opened without the start link there is nothing for
 * deputies to do.
 */
export function writeDeputyNews(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { booking, news, receiver, opening, isPublished } = parts
  if (!isPublished || opening !== 'start_link') return undefined
  const isOff = booking.state === 'cancelled'
  const words = wordsOf(parts)
  const { deputy } = words
  const name = organiserName(parts)
  const [title, at] = [titleOf(parts), shortly(parts)]
  if (receiver.as === 'dismissed')
    return isOff ? undefined : mail(parts, desk, deputy.subjectDismissed(title), deputy.dismissed(name), false)
  if (news.kind === 'booking_cancelled')
    return isOff ? mail(parts, desk, words.cancelled.subject(title, at), deputy.cancelled(name), false) : undefined
  if (isOff) return undefined
  if (receiver.as === 'named') return mail(parts, desk, deputy.subject(title, at), deputy.named(name), true)
  return isOvertaken(parts)
    ? undefined
    : mail(parts, desk, words.changed.subject(title, at), deputy.changed(name), true)
}

function mail(parts: NewsParts, desk: DeskName, subject: string, says: string, mayStart: boolean): WrittenMail {
  const { facts: labels, deputy, openBooking } = wordsOf(parts)
  const rows = [
    ...when(parts),
    ...fact(labels.organiser, organiserName(parts)),
    ...(mayStart ? fact(labels.host, singleLine(parts.host?.name ?? '')) : []),
  ]
  const content = mailFor(parts, desk, {
    subject,
    title: titleOf(parts),
    parts: [
      text(says),
      facts(rows),
      ...(mayStart ? [text(deputy.start), bookingLink(parts, desk, openBooking, true)] : []),
    ],
  })
  return { content, attachments: [] }
}
