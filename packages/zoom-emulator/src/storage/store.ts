import type { DeviceSignIn } from '../domain/device-sign-in.ts'
import type {
  AccessToken,
  Account,
  App,
  AuthorizationCode,
  Meeting,
  RefreshToken,
  Secret,
  User,
} from '../domain/entities.ts'

import type { Instance } from '../domain/life/instance.ts'
import type { Participant } from '../domain/life/participant.ts'

import type { LiveStream } from '../domain/live-stream.ts'

import type { MeetingOrder } from '../domain/meeting-order.ts'
import type { MeetingTemplate } from '../domain/meeting-template.ts'
import type { Panelist } from '../domain/panelist.ts'
import type { Picture } from '../domain/picture.ts'
import type { Poll } from '../domain/poll.ts'
import type { Recording } from '../domain/recording/recording.ts'
import type { Registrant } from '../domain/registrant.ts'
import type { Summary } from '../domain/summary.ts'
import type { Survey } from '../domain/survey.ts'
import type { TrackingField } from '../domain/tracking-field.ts'
import type { WebhookDelivery, WebhookSubscription } from '../domain/webhook.ts'

/** A set of entities by key. `put` after every change: what is put is what a file keeps. */
export interface Collection<Key extends string | number, Entity> {
  get(key: Key): Entity | undefined
  put(entity: Entity): void
  delete(key: Key): boolean
  values(): IterableIterator<Entity>
  readonly size: number
}

/** The emulator's memory. Written through to one SQLite file when it was opened with one, before the answer leaves. */
export interface Store {
  readonly accounts: Collection<string, Account>
  readonly apps: Collection<string, App>
  readonly users: Collection<string, User>
  readonly meetings: Collection<number, Meeting>
  /** By uuid: every instance of a meeting, and the people who came. */
  readonly instances: Collection<string, Instance>
  readonly participants: Collection<string, Participant>
  readonly registrants: Collection<string, Registrant>
  /** By the user's id. */
  readonly pictures: Collection<string, Picture>
  readonly panelists: Collection<string, Panelist>
  readonly accessTokens: Collection<string, AccessToken>
  readonly refreshTokens: Collection<string, RefreshToken>
  readonly authorizationCodes: Collection<string, AuthorizationCode>
  readonly deviceSignIns: Collection<string, DeviceSignIn>
  readonly polls: Collection<string, Poll>
  /** By the id of their meeting or webinar. */
  readonly surveys: Collection<number, Survey>
  /** By the id of their meeting or webinar. */
  readonly liveStreams: Collection<number, LiveStream>
  /** By the uuid of their instance. */
  readonly recordings: Collection<string, Recording>
  readonly summaries: Collection<string, Summary>
  readonly meetingTemplates: Collection<string, MeetingTemplate>
  readonly trackingFields: Collection<string, TrackingField>
  readonly webhookSubscriptions: Collection<string, WebhookSubscription>
  readonly webhookDeliveries: Collection<string, WebhookDelivery>
  /** What the emulator signs with, by its use. */
  readonly secrets: Collection<string, Secret>
  /** The place of one of these in the order of their making, which no other ever has: for lists that are read page by page. */
  readonly numberOf: Readonly<Record<'users' | 'recordings' | 'summaries', (key: string) => number>>
  /** By e-mail, in any case. */
  userByEmail(accountId: string, email: string): User | undefined
  /** A host's meetings and webinars in the order of their making. */
  meetingsOfHost(hostId: string): Iterable<Meeting>
  /** The polls of a meeting or webinar in the order of their making. */
  pollsOf(ownerId: number): Iterable<Poll>
  /** The recordings of a meeting or webinar, oldest first. */
  recordingsOf(ownerId: number): Iterable<Recording>
  recordingsOfHost(hostId: string): Iterable<Recording>
  templatesOf(userId: string): Iterable<MeetingTemplate>
  /** Those who speak in a webinar, in the order of their coming. */
  panelistsOf(webinarId: number): Iterable<Panelist>
  /** Those who registered for a meeting, the first first; also those who cancelled. */
  registrantsOf(meetingId: number): Iterable<Registrant>
  /** Those of one e-mail, in any case. */
  registrantsByEmail(meetingId: number, email: string): Iterable<Registrant>
  /** A host's meetings as its lists show them. */
  meetingOrder(hostId: string): MeetingOrder
  /** A host's webinars as its lists show them. */
  webinarOrder(hostId: string): MeetingOrder
  /** Every instance of a meeting, oldest first. */
  instancesOfMeeting(meetingId: number): Iterable<Instance>
  instancesOfHost(hostId: string): Iterable<Instance>
  /** In the order of their coming. */
  participantsOfInstance(uuid: string): Iterable<Participant>
  /** The times that a user came to some meeting. */
  participantsOfUser(userId: string): Iterable<Participant>
  /** Who came to a meeting that has not begun. */
  participantsAtDoor(meetingId: number): Iterable<Participant>
  /** Runs `work` so that memory and file keep all of its writes or, when it throws, none. */
  transaction<T>(work: () => T): T
  /** Forgets everything, in the file too. */
  clear(): void
  close(): void
}
