import type { WrittenMail } from './content.ts'
import type { NewsParts } from './load-news.ts'
import type { DeskName } from './mail-parts.ts'
import { writeCancelled, writeChanged, writeConfirmed } from './write-booking-news.ts'
import { writeDeputyNews } from './write-deputy-news.ts'
import { writeApprovalAsked, writeApprovalDecided, writeOverrun } from './write-desk-news.ts'

/** One piece of news for one receiver; `undefined` where there is nothing to tell any more. */
export function writeNews(parts: NewsParts, desk: DeskName): WrittenMail | undefined {
  const { as } = parts.receiver
  if (as === 'deputy' || as === 'named' || as === 'dismissed') return writeDeputyNews(parts, desk)
  switch (parts.news.kind) {
    case 'booking_confirmed':
      return writeConfirmed(parts, desk)
    case 'booking_changed':
      return as === 'left' ? writeCancelled(parts, desk) : writeChanged(parts, desk)
    case 'booking_cancelled':
      return writeCancelled(parts, desk)
    case 'deputies_changed':
      return undefined
    case 'approval_asked':
      return writeApprovalAsked(parts, desk)
    case 'approval_decided':
      return writeApprovalDecided(parts, desk)
    case 'overrun':
      return writeOverrun(parts, desk)
  }
}
