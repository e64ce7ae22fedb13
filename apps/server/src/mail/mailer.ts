import type { LeasedMessage, MessageEnd } from '@convene/booking'
import type { DeskContext } from '../context.ts'
import { createLink, parseAskedLink } from '../sign-in/links.ts'
import type { Mail } from './content.ts'
import { fanOut } from './fan-out.ts'
import { loadNews } from './load-news.ts'
import { isNewsKind, parseNews, parseNewsMail } from './news.ts'
import type { ReceiverRole } from './receiver.ts'
import type { MailTransport } from './smtp.ts'
import { maskAddress, withoutAddresses } from './smtp-outcome.ts'
import { formatText } from './text.ts'
import { writeNews } from './write-news.ts'
import { writeSignInLink } from './write-sign-in-link.ts'

/** Sends what lies in the outbox: at least once, with a key by which a second one is known. */
export interface Mailer {
  /** What becomes of the message. It throws nothing that is about one mail alone. */
  send(message: LeasedMessage): Promise<MessageEnd>
}

export interface MailerParts
  extends Pick<DeskContext, 'store' | 'keeper' | 'clock' | 'randomBytes' | 'createId' | 'config' | 'log' | 'news'> {
  /** `undefined`: mails are kept, and shown on a page that says that they were not sent. */
  readonly transport: MailTransport | undefined
}

/** After two days of hourly tries nobody waits for a mail any more. */
const mostTries = 55
const firstWaitMs = 15_000
const longestWaitMs = 3_600_000

export function createMailer(parts: MailerParts): Mailer {
  return {
    async send(message) {
      try {
        return await sendOne(parts, message)
      } catch (error) {
        // Whatever cannot be written today may be writable after a repair; until then it stays visible.
        parts.log.error('mail_not_written', { kind: message.kind, tries: message.tries, error })
        return again(parts, message, withoutAddresses(String(error)))
      }
    },
  }
}

async function sendOne(parts: MailerParts, message: LeasedMessage): Promise<MessageEnd> {
  const { store, clock, transport } = parts
  const { key, kind, body } = message
  if (isNewsKind(kind)) {
    await store.transaction((transaction) => fanOut(transaction, key, parseNews(kind, body), clock.now()))
    return 'sent'
  }
  const mail = await writeMail(parts, message)
  if (mail === undefined) return 'sent'
  return transport === undefined ? keep(parts, mail) : deliver(parts, transport, message, mail)
}

/** `undefined`: nobody is to be told any more. */
async function writeMail(parts: MailerParts, { key, kind, body }: LeasedMessage): Promise<Mail | undefined> {
  const desk = { name: parts.config.name, publicUrl: parts.config.publicUrl }
  if (kind === 'sign_in_link') {
    const link = await createLink(parts, parseAskedLink(body))
    return link && { key, to: link.member, replyTo: undefined, ...writeSignInLink(link, desk) }
  }
  if (kind !== 'mail') throw new TypeError(`There is no mail of the kind ${kind}.`)
  const news = await loadNews(parts, parseNewsMail(body))
  const written = news && writeNews(news, desk)
  if (news === undefined || written === undefined) return undefined
  const { receiver, organiser } = news
  const mayReply = answersOrganiser.has(receiver.as) && organiser?.email
  return { key, to: receiver, replyTo: mayReply ? organiser : undefined, ...written }
}

/** Whoever has something to ask about the meeting asks its organiser. */
const answersOrganiser: ReadonlySet<ReceiverRole> = new Set([
  'person',
  'joined',
  'left',
  'deputy',
  'named',
  'dismissed',
])

async function keep({ store, clock, news }: MailerParts, { key, to, content, attachments }: Mail): Promise<MessageEnd> {
  const at = clock.now()
  await store.transaction(async (transaction) => {
    const { subject } = content
    await transaction.mails.add({ id: key, at, to: to.email, subject, text: formatText(content), attachments })
    await transaction.news.add({ at, kind: 'mail_kept' })
  })
  news.wake()
  return 'sent'
}

async function deliver(
  parts: MailerParts,
  transport: MailTransport,
  message: LeasedMessage,
  mail: Mail,
): Promise<MessageEnd> {
  const { log } = parts
  const { tries } = message
  const delivery = await transport.deliver(mail)
  const what = kindOf(message)
  if (delivery === 'sent') {
    log.info('mail_sent', { kind: what, to: maskAddress(mail.to.email), tries })
    return 'sent'
  }
  const { is, problem } = delivery
  log.warn('mail_not_sent', { kind: what, to: maskAddress(mail.to.email), tries, is, problem })
  return is === 'temporary' ? again(parts, message, problem) : giveUp(parts, message, problem)
}

function again(parts: MailerParts, message: LeasedMessage, problem: string): Promise<MessageEnd> | MessageEnd {
  const { tries } = message
  return tries < mostTries ? { dueAt: parts.clock.now() + waitMs(tries), problem } : giveUp(parts, message, problem)
}

/** It stays visible, and the audit log tells of it. */
async function giveUp(
  { store, clock, createId }: MailerParts,
  { key, kind, body }: LeasedMessage,
  problem: string,
): Promise<MessageEnd> {
  const thing = typeof body.bookingId === 'string' ? body.bookingId : key
  const details = { kind: kindOf({ kind, body }), problem }
  await store.transaction(({ audit }) =>
    audit.add({ id: createId(), at: clock.now(), by: 'desk', what: 'mail_failed', thing, details }),
  )
  return { failed: problem }
}

function kindOf({ kind, body }: Pick<LeasedMessage, 'kind' | 'body'>): string {
  return kind === 'mail' ? String(body.kind) : kind
}

/** 15 s, 30 s, 1 min … an hour. `tries` counts the one that failed too. */
function waitMs(tries: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - 1))
}
