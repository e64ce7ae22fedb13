import type { Meeting, User } from '../../domain/entities.ts'
import type { Registrant } from '../../domain/registrant.ts'
import type { CustomQuestionType, Person } from '../../domain/registration-questions.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import type { ZoomApiError } from '../../http/zoom-error.ts'

/** Where the registrants of meetings and those of webinars differ: in paths, codes and fields, not in what happens. */
export interface Dialect {
  /** How the names of its events begin: `meeting.registration_created`. */
  readonly event: 'meeting' | 'webinar'
  /** The meeting or webinar of the path, for a caller who may use it. */
  find(emulator: Emulator, context: Ctx): Meeting
  /** Refuses a host who cannot have registrants. */
  requireHost(emulator: Emulator, host: User): void
  /** As `requireHost`, in the words of the deletion. */
  requireHostToDelete(emulator: Emulator, host: User): void
  /** Refuses somebody whom this meeting does not take. */
  requireGuest(meeting: Meeting, host: User, person: Person): void
  /** How many can be registered. */
  capacity(meeting: Meeting): number
  /** The kinds of questions that a host can add. */
  readonly questionTypes: readonly CustomQuestionType[]
  /** What answers about a registrant have besides what both have. */
  more(registrant: Registrant): Record<string, unknown>
  readonly add: AddRefusals
  readonly batch: AddRefusals
  /** The type whose registrants can come in a batch: one with a single date. */
  readonly batchType: number
  notBatchable(): ZoomApiError
  /** Approving somebody for whom there is no room. */
  fullAtApproval(): ZoomApiError
  /** Deleting somebody whom nobody knows. */
  unknownToDelete(id: string): ZoomApiError
  /** Deleting where registration is off. */
  offToDelete(id: number): ZoomApiError
}

/** How a meeting or webinar says that it takes nobody. */
export interface AddRefusals {
  /** Registration is not on. */
  off(id: number): ZoomApiError
  /** It is over. */
  over(): ZoomApiError
  /** There is no room. */
  full(meeting: Meeting): ZoomApiError
}

/** What a route of registrants gets. */
export interface RegistrantRoutes {
  readonly emulator: Emulator
  readonly dialect: Dialect
}
