import type { LeasedMessage, MessageEnd } from '@convene/booking'
import type { Journal } from '@convene/zoom/ensure'
import type { DeskContext } from '../context.ts'

/** What the workers are made of. */
export interface WorkerParts
  extends Pick<DeskContext, 'config' | 'store' | 'desk' | 'keeper' | 'zoom' | 'clock' | 'log' | 'news'> {
  /** Of safe creation. */
  readonly journal: Journal
  readonly mailer: { send(message: LeasedMessage): Promise<MessageEnd> }
}
