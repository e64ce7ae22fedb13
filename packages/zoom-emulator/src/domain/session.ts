import type { Meeting } from './entities.ts'

/** What meetings and webinars have in common for all that belongs to them: polls, a survey, a live stream, tokens. */
export interface Session {
  readonly id: number
  readonly uuid: string
  readonly accountId: string
  readonly hostId: string
  readonly topic: string
  readonly type: Meeting['type']
  readonly status: 'waiting' | 'started'
  readonly startAt?: number
  readonly startedAt?: number
  readonly durationMinutes: number
  readonly timeZone: string
  /** Numeric passcode of telephones and room systems; empty when it has none. */
  readonly numericPassword: string
}
