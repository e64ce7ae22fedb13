import type {
  Attempt,
  MeetingRecord,
  PublishedMeeting,
  SentChange,
  SurplusMeeting,
  WantedMeeting,
} from '../src/ensure/record.ts'
import { defaultSettings, type KeeperSettings } from '../src/ensure/settings.ts'

/** The present in the tests of safe creation. */
export const now: number = Date.parse('2026-12-17T10:00:00Z')

/** The usual times of safe creation. */
export const times: KeeperSettings = defaultSettings

/** A meeting a day ahead. */
export const wantedMeeting: WantedMeeting = {
  fields: { topic: 'Interview', start_time: '2026-12-18T18:00:00', timezone: 'Asia/Taipei', duration: 45 },
  meant: { first: Date.parse('2026-12-18T10:00:00Z') },
}

/** A record that was planned just now, with what a test says of it. */
export const recordWith = (changes: Partial<MeetingRecord> = {}): MeetingRecord => ({
  key: 'booking-17',
  tag: 'AAECAwQFBgc',
  version: 1,
  fence: 1,
  leaseUntil: 0,
  state: 'planned',
  dueAt: now,
  askedHash: 'e3b0c442',
  createdAt: now,
  wanted: { revision: 1, host: 'mei@example.com', meeting: wantedMeeting },
  attempts: [],
  surplus: [],
  ...changes,
})

/** The first attempt, sent just now, of which nothing is known. */
export const attemptWith = (changes: Partial<Attempt> = {}): Attempt => ({
  number: 1,
  host: 'mei@example.com',
  revision: 1,
  hash: '9f86d081',
  sent: wantedMeeting,
  password: 'k7Qm3xZp',
  sentAt: now,
  giveUpAt: now + times.sendLimitMs,
  outcome: 'sent',
  ...changes,
})

/** Meeting 111, made by the first attempt. */
export const publishedWith = (changes: Partial<PublishedMeeting> = {}): PublishedMeeting => ({
  id: 111,
  host: 'mei@example.com',
  attempt: 1,
  join_url: 'https://zoom.us/j/111?pwd=s3cret',
  password: 'k7Qm3xZp',
  revision: 1,
  shows: wantedMeeting,
  ...changes,
})

/** A record whose meeting 111 is published. */
export const publishedRecord = (changes: Partial<MeetingRecord> = {}): MeetingRecord =>
  recordWith({
    state: 'published',
    dueAt: undefined,
    attempts: [attemptWith({ outcome: 'made', meetingId: 111 })],
    published: publishedWith(),
    ...changes,
  })

/** Meeting 222, found beside the published one. */
export const surplusWith = (changes: Partial<SurplusMeeting> = {}): SurplusMeeting => ({
  id: 222,
  host: 'mei@example.com',
  attempt: 1,
  foundAt: now,
  isKnown: false,
  state: 'found',
  ...changes,
})

/** The change to revision 2, sent just now. */
export const changeWith = (changes: Partial<SentChange> = {}): SentChange => ({
  revision: 2,
  shows: { ...wantedMeeting, fields: { ...wantedMeeting.fields, topic: 'Second interview' } },
  sentAt: now,
  giveUpAt: now + times.sendLimitMs,
  outcome: 'sent',
  times: 1,
  ...changes,
})
