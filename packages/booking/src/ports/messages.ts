/** What shall be done once, outside of the transaction that wants it: a mail, a look at Zoom. */
export interface OutboxMessage {
  /** By which a double is known. */
  readonly key: string
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly dueAt: number
}

/** A message that a worker has for itself until the lease ends. */
export interface LeasedMessage extends OutboxMessage {
  readonly fence: number
  readonly tries: number
}

/** Sent, due again, or given up; of a message that is not due any more only its key, kind and problem are kept. */
export type MessageEnd = 'sent' | { readonly dueAt: number; readonly problem: string } | { readonly failed: string }
