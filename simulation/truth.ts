import { numberOfTopic } from './booking.ts'
import type { History } from './history.ts'
import type { ZoomAnswer } from './zoom-answer.ts'
import type { ZoomRequest } from './zoom-request.ts'

/** A meeting at Zoom, by what the network saw and what people did: no record of a worker has a part in it. */
export interface TrueMeeting {
  readonly id: number
  readonly host: string
  /** `us`: a request of a worker made it. `person`: somebody in the portal. */
  readonly by: 'us' | 'person'
  /** The booking that it was made for, or that it was copied from. */
  readonly booking: number | undefined
  readonly madeAt: number
  goneAt?: number
  goneBy?: 'us' | 'person'
  editedByPersonAt?: number
  /** Somebody has given it another start or length: from then on it is theirs. */
  isMoved?: boolean
  recoveredAt?: number
}

/** Something that must never happen, and has. */
export interface BrokenPromise {
  readonly promise: string
  readonly says: string
}

export interface Truth {
  readonly meetings: ReadonlyMap<number, TrueMeeting>
  readonly broken: BrokenPromise[]
  /** Those that requests of workers made for a booking, in the order of their making, gone ones included. */
  madeFor(booking: number): readonly TrueMeeting[]
  /** Zoom has done, or refused, what a worker asked for. */
  landed(request: ZoomRequest, answer: ZoomAnswer): void
  /** A worker is left without an answer that says what became of its request. */
  unanswered(request: ZoomRequest): void
  personMade(meeting: Pick<TrueMeeting, 'id' | 'host' | 'booking'>): void
  personDeleted(id: number): void
  personRecovered(id: number): void
  personEdited(id: number, isMoved: boolean): void
  /** A promise is broken. */
  complain(promise: string, says: string): void
}

export interface TruthParts {
  readonly now: () => number
  readonly history: History
  /** Told when a request of a worker has made a meeting. */
  readonly onMade: (meeting: TrueMeeting) => void
  /** Told when a request of a worker has deleted a meeting. */
  readonly onDeleted: (meeting: TrueMeeting) => void
  /** Told when a worker is left without an answer that says what became of a create. */
  readonly onUnknown: (booking: number) => void
}

export function createTruth({ now, history, onMade, onDeleted, onUnknown }: TruthParts): Truth {
  const meetings = new Map<number, TrueMeeting>()
  const made = new Map<number, TrueMeeting[]>()
  const broken: BrokenPromise[] = []

  const keep = (meeting: TrueMeeting): void => void meetings.set(meeting.id, meeting)
  const known = (id: number): TrueMeeting => {
    const meeting = meetings.get(id)
    if (meeting === undefined) throw new Error(`Nobody made the meeting ${id}.`)
    return meeting
  }
  const complain = (promise: string, says: string): void => {
    history.note('promise', () => `BROKEN: ${promise}: ${says}`)
    broken.push({ promise, says })
  }

  return {
    meetings,
    broken,
    complain,
    madeFor: (booking) => made.get(booking) ?? [],
    landed({ kind, method, path, meetingId, body }, { status, text }) {
      if (kind === 'create' && status === 201) {
        const answer = JSON.parse(text) as { id: number; topic: string }
        const booking = numberOfTopic(answer.topic)
        const host = decodeURIComponent(path.split('/')[2] ?? '')
        const meeting: TrueMeeting = {
          id: answer.id,
          host,
          by: 'us',
          booking,
          madeAt: now(),
        }
        keep(meeting)
        if (booking === undefined) return complain('every meeting is for a booking', `${body} is for none`)
        made.set(booking, [...(made.get(booking) ?? []), meeting])
        onMade(meeting)
      }
      if (kind !== 'write' || status >= 300 || meetingId === undefined) return
      const meeting = known(meetingId)
      if (meeting.by === 'person')
        complain('what is not ours is never touched', `${method} ${path} reached a meeting that a person made`)
      if (method !== 'DELETE') return
      onDeleted(meeting)
      meeting.goneAt = now()
      meeting.goneBy = 'us'
    },
    unanswered({ kind, body }) {
      if (kind !== 'create') return
      const booking = numberOfTopic((JSON.parse(body ?? '{}') as { topic?: string }).topic ?? '')
      if (booking !== undefined) onUnknown(booking)
    },
    personMade: (meeting) => keep({ ...meeting, by: 'person', madeAt: now() }),
    personDeleted(id) {
      Object.assign(known(id), { goneAt: now(), goneBy: 'person' })
    },
    personRecovered(id) {
      const meeting = known(id)
      delete meeting.goneAt
      delete meeting.goneBy
      meeting.recoveredAt = now()
    },
    personEdited(id, isMoved) {
      const meeting = known(id)
      meeting.editedByPersonAt = now()
      meeting.isMoved ||= isMoved
    },
  }
}
