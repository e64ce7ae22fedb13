import type { Language } from '@convene/booking/contract'

/** What one mail says, before it is put into text and HTML: both say the same. */
export interface MailContent {
  readonly language: Language
  readonly subject: string
  readonly title: string
  readonly parts: readonly MailPart[]
  /** Who sends it, and why. */
  readonly foot: string
}

export type MailPart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly is: 'link'; readonly label: string; readonly url: string; readonly isMain: boolean }
  /** A text to be sent on as it is. */
  | { readonly is: 'quote'; readonly title: string; readonly text: string }

export interface FactRow {
  readonly label: string
  readonly lines: readonly string[]
}

/** A file beside the text. */
export interface MailAttachment {
  readonly name: string
  /** With its parameters: `text/calendar; charset=utf-8; method=PUBLISH`. */
  readonly type: string
  readonly content: string
}

/** A mail without its addresses. */
export interface WrittenMail {
  readonly content: MailContent
  readonly attachments: readonly MailAttachment[]
}

/** Somebody who gets a mail. */
export interface Mailbox {
  readonly email: string
  readonly name: string
}

/** A mail that is ready to leave. */
export interface Mail extends WrittenMail {
  /** Of the message in the outbox: the same mail sent again has the same. */
  readonly key: string
  readonly to: Mailbox
  readonly replyTo: Mailbox | undefined
}
