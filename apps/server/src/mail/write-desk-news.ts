import { createWords } from '@convene/booking/languages'
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
  text,
  titleOf,
  when,
  wordsOf,
} from './mail-parts.ts'
import { singleLine } from './single-line.ts'

/** To a manager: a booking waits. */
export function writeApprovalAsked(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { booking, host } = parts
  if (booking.state !== 'requested' || isOvertaken(parts)) return undefined
  const { approvalAsked, facts: labels } = wordsOf(parts)
  const name = organiserName(parts)
  const content = mailFor(parts, desk, {
    subject: approvalAsked.subject(titleOf(parts), name),
    title: titleOf(parts),
    parts: [
      text(approvalAsked.says(name)),
      facts([...when(parts), ...fact(labels.organiser, name), ...fact(labels.host, singleLine(host?.name ?? ''))]),
      bookingLink(parts, desk, approvalAsked.action, true),
    ],
  })
  return { content, attachments: [] }
}

/** To the organiser: what a manager said. */
export function writeApprovalDecided(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { news } = parts
  if (news.decision === undefined) return undefined
  const { approvalDecided, openBooking } = wordsOf(parts)
  const isApproved = news.decision === 'approve'
  const title = titleOf(parts)
  const content = mailFor(parts, desk, {
    subject: isApproved ? approvalDecided.subjectApproved(title) : approvalDecided.subjectDeclined(title),
    title,
    parts: [
      text(isApproved ? approvalDecided.approved : approvalDecided.declined),
      facts(when(parts)),
      bookingLink(parts, desk, openBooking, false),
    ],
  })
  return { content, attachments: [] }
}

/** To both organisers and the administrators: a meeting runs on into the time of the next one. Only these see both titles. */
export function writeOverrun(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { next, receiver, now } = parts
  // Too late to do anything.
  if (next === undefined || parts.occurrences.every(({ endsAt }) => endsAt < now - staleMs)) return undefined
  const { overrun, openBooking } = wordsOf(parts)
  const words = createWords(receiver.language)
  const time = `${words.timeAt(next.startsAt, receiver.timeZone)}, ${words.zone(receiver.timeZone, next.startsAt)}`
  const title = titleOf(parts)
  const nextTitle = singleLine(next.booking.title)
  const said =
    receiver.as === 'admin'
      ? {
          subject: overrun.subjectAdmin(singleLine(parts.host?.name ?? '')),
          says: overrun.admin(title, nextTitle, time),
        }
      : receiver.as === 'next_organiser'
        ? {
            subject: overrun.subjectNext(nextTitle),
            says: parts.nextMayEnd ? `${overrun.next(time)}\n\n${overrun.nextMayEnd}` : overrun.next(time),
          }
        : { subject: overrun.subjectRunning(title), says: overrun.running(time) }
  const about = receiver.as === 'next_organiser' ? { booking: next.booking } : parts
  const content = mailFor(parts, desk, {
    subject: said.subject,
    title: titleOf(about),
    parts: [text(said.says), bookingLink(about, desk, openBooking, true)],
  })
  return { content, attachments: [] }
}

/** After a day nobody wants to hear of an overrun. */
const staleMs = 86_400_000
