import type { Language } from '@convene/booking/contract'

/**
 * What somebody is to a mail: `joined` is one of the people now and was not before, `left` the other way round, and so are `named` and
 * `dismissed` of deputies.
 */
export type ReceiverRole =
  | 'organiser'
  | 'person'
  | 'joined'
  | 'left'
  | 'deputy'
  | 'named'
  | 'dismissed'
  | 'manager'
  | 'next_organiser'
  | 'admin'

/** Somebody who is told something, in whose language, by whose clocks. */
export interface Receiver {
  readonly as: ReceiverRole
  readonly email: string
  readonly name: string
  readonly language: Language
  /** IANA. */
  readonly timeZone: string
}
