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
import {
  combineIndexes,
  createCollection,
  createIndex,
  createNumbering,
  type KeptIndex,
  type StoredEntity,
  type WriteLog,
} from './collection.ts'

import { createHostMeetings } from './host-meetings.ts'
import type { Store } from './store.ts'

const noLog: WriteLog = { put() {}, delete() {}, clear() {}, transaction: (work) => work(), close() {} }

const doorKey = (meetingId: number) => `door ${meetingId}`
const emailKey = (group: string | number, email: string) => `${group} ${email.toLowerCase()}`

/**
 * Keeps everything in memory, with the indexes that the routes need.
 *
 * @param log sees each write before it counts.
 * @param stored what the log's file kept from earlier.
 */
export function createStore(log: WriteLog = noLog, stored: Iterable<StoredEntity> = []): Store {
  /** The ways back out of the running transaction, newest last. */
  let undo: (() => void)[] | undefined
  const keep = <Key extends string | number, Entity extends object>(
    name: string,
    keyOf: (entity: Entity) => Key,
    index?: KeptIndex<Key, Entity>,
  ) => createCollection({ name, keyOf, log, onWrite: (step) => undo?.push(step), ...(index && { index }) })

  const byEmail = createIndex<string, User>((user) => emailKey(user.accountId, user.email))
  const userNumbers = createNumbering<string, User>()
  const recordingNumbers = createNumbering<string, Recording>()
  const summaryNumbers = createNumbering<string, Summary>()
  const byHost = createHostMeetings()
  const recordingsByOwner = createIndex<string, Recording>((recording) => String(recording.ownerId))
  const recordingsByHost = createIndex<string, Recording>((recording) => recording.hostId)
  const templatesByUser = createIndex<string, MeetingTemplate>((template) => template.userId)
  const pollsByOwner = createIndex<string, Poll>((poll) => String(poll.ownerId))
  const instancesByMeeting = createIndex<string, Instance>(({ meetingId }) => String(meetingId))
  const instancesByHost = createIndex<string, Instance>(({ hostId }) => hostId)
  const participantsByPlace = createIndex<string, Participant>(
    ({ instanceUuid, meetingId }) => instanceUuid ?? doorKey(meetingId),
  )
  const participantsByUser = createIndex<string, Participant>(({ userId = '' }) => userId)
  const registrantsByMeeting = createIndex<string, Registrant>(({ meetingId }) => String(meetingId))
  const registrantsByEmail = createIndex<string, Registrant>(({ meetingId, person }) =>
    emailKey(meetingId, person.email),
  )
  const panelistsByWebinar = createIndex<string, Panelist>(({ webinarId }) => String(webinarId))
  const collections = {
    accounts: keep('accounts', (account: Account) => account.id),
    apps: keep('apps', (app: App) => app.clientId),
    users: keep('users', (user: User) => user.id, combineIndexes(byEmail, userNumbers)),
    meetings: keep('meetings', (meeting: Meeting) => meeting.id, byHost),
    instances: keep(
      'instances',
      (instance: Instance) => instance.uuid,
      combineIndexes(instancesByMeeting, instancesByHost),
    ),
    participants: keep(
      'participants',
      (participant: Participant) => participant.id,
      combineIndexes(participantsByPlace, participantsByUser),
    ),
    registrants: keep(
      'registrants',
      (registrant: Registrant) => registrant.id,
      combineIndexes(registrantsByMeeting, registrantsByEmail),
    ),
    pictures: keep('pictures', (picture: Picture) => picture.userId),
    panelists: keep('panelists', (panelist: Panelist) => panelist.id, panelistsByWebinar),
    accessTokens: keep('access_tokens', (token: AccessToken) => token.token),
    refreshTokens: keep('refresh_tokens', (token: RefreshToken) => token.token),
    authorizationCodes: keep('authorization_codes', (code: AuthorizationCode) => code.code),
    deviceSignIns: keep('device_sign_ins', (signIn: DeviceSignIn) => signIn.deviceCode),
    polls: keep('polls', (poll: Poll) => poll.id, pollsByOwner),
    surveys: keep('surveys', (survey: Survey) => survey.ownerId),
    liveStreams: keep('live_streams', (stream: LiveStream) => stream.ownerId),
    recordings: keep(
      'recordings',
      (recording: Recording) => recording.uuid,
      combineIndexes(recordingsByOwner, recordingsByHost, recordingNumbers),
    ),
    summaries: keep('summaries', (summary: Summary) => summary.uuid, summaryNumbers),
    meetingTemplates: keep('meeting_templates', (template: MeetingTemplate) => template.id, templatesByUser),
    trackingFields: keep('tracking_fields', (field: TrackingField) => field.id),
    webhookSubscriptions: keep('webhook_subscriptions', (subscription: WebhookSubscription) => subscription.id),
    secrets: keep('secrets', (secret: Secret) => secret.name),
    webhookDeliveries: keep('webhook_deliveries', (delivery: WebhookDelivery) => delivery.id),
  }

  const loaders = new Map(Object.values(collections).map(({ name, load }) => [name, load]))
  for (const { collection, json } of stored) loaders.get(collection)?.(json)

  return {
    ...collections,
    numberOf: { users: userNumbers.of, recordings: recordingNumbers.of, summaries: summaryNumbers.of },
    userByEmail(accountId, email) {
      for (const user of byEmail.of(emailKey(accountId, email))) return user
      return undefined
    },
    recordingsOf: (ownerId) => recordingsByOwner.of(String(ownerId)),
    recordingsOfHost: (hostId) => recordingsByHost.of(hostId),
    templatesOf: (userId) => templatesByUser.of(userId),
    pollsOf: (ownerId) => pollsByOwner.of(String(ownerId)),
    meetingsOfHost: (hostId) => byHost.of(hostId),
    panelistsOf: (webinarId) => panelistsByWebinar.of(String(webinarId)),
    registrantsOf: (meetingId) => registrantsByMeeting.of(String(meetingId)),
    registrantsByEmail: (meetingId, email) => registrantsByEmail.of(emailKey(meetingId, email)),
    meetingOrder: (hostId) => byHost.orderOf(hostId, 'meeting'),
    webinarOrder: (hostId) => byHost.orderOf(hostId, 'webinar'),
    instancesOfMeeting: (meetingId) => instancesByMeeting.of(String(meetingId)),
    instancesOfHost: (hostId) => instancesByHost.of(hostId),
    participantsOfInstance: (uuid) => participantsByPlace.of(uuid),
    participantsOfUser: (userId) => participantsByUser.of(userId),
    participantsAtDoor: (meetingId) => participantsByPlace.of(doorKey(meetingId)),
    transaction(work) {
      if (undo) return work()
      undo = []
      try {
        return log.transaction(work)
      } catch (error) {
        for (const step of undo.toReversed()) step()
        throw error
      } finally {
        undo = undefined
      }
    },
    clear() {
      log.clear()
      for (const collection of Object.values(collections)) collection.forget()
    },
    close: () => log.close(),
  }
}
