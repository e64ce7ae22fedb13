import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { Mail, Mailbox } from './content.ts'
import { formatHtml } from './html.ts'
import { singleLine } from './single-line.ts'
import { type Delivery, deliveryFromError } from './smtp-outcome.ts'
import { parseSmtpUrl } from './smtp-url.ts'
import { formatText } from './text.ts'

/** Hands mails over to a mail server. */
export interface MailTransport {
  deliver(mail: Mail): Promise<Delivery>
  /** Whether the server answers and takes the password; no mail is sent. */
  check(): Promise<Delivery>
  close(): void
}

export interface SmtpOptions {
  /** `smtps://user:password@mail.example.org` */
  readonly url: string
  /** `Desk <desk@example.org>` */
  readonly from: string
  readonly now: () => number
}

const seconds = 1000

/** @throws {TypeError} for an address that is none */
export function createSmtpTransport({ url, from, now }: SmtpOptions): MailTransport {
  const server = parseSmtpUrl(url)
  if (typeof server === 'string') throw new TypeError(`SMTP_URL: ${server}`)
  const sender = parseMailbox(from)
  const transport = createTransport({
    pool: true,
    maxConnections: 3,
    host: server.host,
    port: server.port,
    secure: server.isSecure,
    // A password and a link never cross a network in the clear; a server of this machine has no certificate that anybody could check.
    requireTLS: !server.isLoopback,
    ignoreTLS: server.isLoopback && !server.isSecure,
    ...(server.user !== undefined && { auth: { user: server.user, pass: server.password ?? '' } }),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 60 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = sender.email.slice(sender.email.lastIndexOf('@') + 1)
  return {
    async deliver(mail) {
      try {
        await transport.sendMail(envelopeOf(mail, sender, domain, now()))
        return 'sent'
      } catch (error) {
        return deliveryFromError(error)
      }
    },
    async check() {
      try {
        await transport.verify()
        return 'sent'
      } catch (error) {
        return deliveryFromError(error)
      }
    },
    close: () => transport.close(),
  }
}

type Message = Parameters<ReturnType<typeof createTransport>['sendMail']>[0]

function envelopeOf(
  { key, to, replyTo, content, attachments }: Mail,
  from: Mailbox,
  domain: string,
  now: number,
): Message {
  return {
    from: addressOf(from),
    to: addressOf(to),
    ...(replyTo && { replyTo: addressOf(replyTo) }),
    subject: content.subject,
    date: new Date(now),
    // Made of the outbox's key: who gets the same mail twice can drop one (RFC 5322 §3.6.4).
    messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`,
    headers: {
      // No holiday notes come back (RFC 3834 §5).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
    },
    list: { id: { url: `bookings.${domain}`, comment: singleLine(from.name) } },
    text: formatText(content),
    html: formatHtml(content),
    attachments: attachments.map(({ name, type, content: file }) => ({
      filename: name,
      contentType: type,
      content: file,
    })),
  }
}

function addressOf({ email, name }: Mailbox): { name: string; address: string } {
  return { name: singleLine(name), address: email }
}

/** Reads `Desk <desk@example.org>`, or the address alone. */
function parseMailbox(text: string): Mailbox {
  const [, name = '', email = text] = /^\s*"?(.*?)"?\s*<([^<>]+)>\s*$/s.exec(text) ?? []
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email.trim()))
    throw new TypeError('MAIL_FROM: Give an address such as Desk <desk@example.org>.')
  return { name, email: email.trim() }
}
