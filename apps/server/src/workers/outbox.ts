import type { LeasedMessage, MessageEnd } from '@convene/booking'
import { createRounds, type Worker } from './rounds.ts'
import type { WorkerParts } from './worker-parts.ts'

type OutboxParts = Pick<WorkerParts, 'store' | 'clock' | 'log' | 'mailer'>

/** Longer than a mail server may take; a message of a worker that died is sent by another one after that. */
const leaseMs = 5 * 60_000
const everyMs = 1000
const atOnce = 8
const againMs = 60_000

/** Sends what lies in the outbox: at least once, each with a key by which a second one is known. */
export function createOutboxWorker(
  parts: OutboxParts,
  /** What is no mail, by its kind. */
  others: Readonly<Record<string, (message: LeasedMessage) => Promise<void>>>,
): Worker {
  const { store, clock, log, mailer } = parts

  async function send(message: LeasedMessage): Promise<MessageEnd> {
    const { kind, tries } = message
    try {
      const other = others[kind]
      if (other === undefined) return await mailer.send(message)
      await other(message)
      return 'sent'
    } catch (error) {
      log.error('message_failed', { kind, tries, error })
      return { dueAt: clock.now() + againMs * Math.min(tries, 60), problem: String(error) }
    }
  }

  async function sendSome(): Promise<boolean> {
    const now = clock.now()
    const messages = await store.leaseMessages(now, now + leaseMs, atOnce)
    await Promise.all(messages.map(async (message) => store.endMessage(message, await send(message))))
    return messages.length === atOnce
  }

  return createRounds(parts, { name: 'outbox', everyMs, round: sendSome })
}
