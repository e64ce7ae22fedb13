/**
 * Clients that we did not write run against the emulator: Zoom's own `@zoom/rivet`, and `zoomapi` by another author (MIT). Both have
 * Zoom's addresses in their code, so each is turned to the emulator where it hands a request to the network, and nowhere else.
 */
import assert from 'node:assert/strict'
import http from 'node:http'
import https from 'node:https'
import { test } from 'node:test'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { MeetingsS2SAuthClient } from '@zoom/rivet/meetings'
import { UsersS2SAuthClient } from '@zoom/rivet/users'
import axios from 'axios'
import zoomapi from 'zoomapi'
import { datesFrom } from './contract/dates.ts'

// The package is CommonJS: what it calls its default stands one level deeper.
const createZoomApi = zoomapi.default

interface Credentials {
  readonly accountId: string
  readonly clientId: string
  readonly clientSecret: string
}

function credentialsOf({ env }: RunningEmulator): Credentials {
  const { ZOOM_ACCOUNT_ID = '', ZOOM_CLIENT_ID = '', ZOOM_CLIENT_SECRET = '' } = env
  return { accountId: ZOOM_ACCOUNT_ID, clientId: ZOOM_CLIENT_ID, clientSecret: ZOOM_CLIENT_SECRET }
}

const day = datesFrom(new Date()).day()
const start = { start_time: `${day}T18:00:00`, timezone: 'Asia/Taipei' }
const person = { email: 'ann@example.com', first_name: 'Ann', last_name: 'Lee' }
const poll = {
  title: 'Day',
  questions: [{ name: 'Which day?', type: 'single' as const, answers: ['Monday', 'Tuesday'] }],
}

test('@zoom/rivet signs in, makes a meeting with registrants and a poll, and reads what has been', async () => {
  await using emulator = await startEmulator()
  const interceptor = axios.interceptors.request.use((config) => {
    for (const field of ['url', 'baseURL'] as const)
      config[field] &&= config[field].replace(/^https:\/\/(?:api\.)?zoom\.us/, emulator.url)
    return config
  })
  try {
    const app = { ...credentialsOf(emulator), webhooksSecretToken: 'unused', disableReceiver: true as const }
    const { users } = new UsersS2SAuthClient(app).endpoints
    const { meetings } = new MeetingsS2SAuthClient(app).endpoints

    const userPage = await dataOf(users.listUsers({ query: { page_size: 2 } }))
    assert.equal(userPage.users?.length, 2)
    const user = await dataOf(users.getUser({ path: { userId: 'mei@example.com' } }))
    assert.equal(user.email, 'mei@example.com')

    const userId = user.id ?? ''
    const settings = { approval_type: 0 } as const
    const made = await dataOf(
      meetings.createMeeting({
        path: { userId },
        body: { topic: 'Choir', type: 2, duration: 45, ...start, settings },
      }),
    )
    const meetingId = made.id ?? 0
    assert.equal(made.start_time, `${day}T10:00:00Z`)
    await meetings.updateMeeting({ path: { meetingId }, body: { agenda: 'Two songs' } })
    const read = await dataOf(meetings.getMeeting({ path: { meetingId } }))
    assert.equal(read.agenda, 'Two songs')
    const list = await dataOf(meetings.listMeetings({ path: { userId }, query: { type: 'scheduled' } }))
    assert.deepEqual(
      list.meetings?.map(({ id }) => id),
      [meetingId],
    )

    const registrant = await dataOf(meetings.addMeetingRegistrant({ path: { meetingId }, body: person }))
    assert.match(registrant.join_url ?? '', new RegExp(`/w/${meetingId}\\?tk=`))
    const registrants = await dataOf(meetings.listMeetingRegistrants({ path: { meetingId } }))
    assert.deepEqual(
      registrants.registrants?.map(({ email }) => email),
      [person.email],
    )

    const madePoll = await dataOf(meetings.createMeetingPoll({ path: { meetingId }, body: poll }))
    const polls = await dataOf(meetings.listMeetingPolls({ path: { meetingId } }))
    assert.deepEqual(
      polls.polls?.map(({ id }) => id),
      [madePoll.id],
    )

    playMeeting(emulator, meetingId)
    const past = await dataOf(meetings.getPastMeetingDetails({ path: { meetingId: String(meetingId) } }))
    assert.equal(past.participants_count, 2)
    const instances = await dataOf(meetings.listPastMeetingInstances({ path: { meetingId } }))
    assert.equal(instances.meetings?.length, 1)
    // rivet puts a uuid into the path as it is, and Zoom wants one with slashes encoded twice (docs/zoom-facts.md §8).
    const uuid = encodeURIComponent(encodeURIComponent(instances.meetings?.[0]?.uuid ?? ''))
    const participants = await dataOf(meetings.getPastMeetingParticipants({ path: { meetingId: uuid } }))
    assert.ok(participants.participants?.some(({ name }) => name === 'Ann Lee'))
  } finally {
    axios.interceptors.request.eject(interceptor)
  }
})

test('zoomapi signs in and does the same, and reads a refusal', async () => {
  await using emulator = await startEmulator()
  const { port } = new URL(emulator.url)
  const realRequest = https.request
  https.request = ((options: http.RequestOptions, answered: (response: http.IncomingMessage) => void) =>
    http.request(
      { ...options, hostname: '127.0.0.1', port, headers: { ...options.headers, host: `${options.hostname}` } },
      answered,
    )) as typeof https.request
  try {
    const { accountId, clientId, clientSecret } = credentialsOf(emulator)
    const zoom = createZoomApi({ accountId, oauthClientId: clientId, oauthClientSecret: clientSecret })

    const { users } = await zoom.users.ListUsers({ page_size: 300 })
    assert.ok(users.some(({ email }) => email === 'mei@example.com'))
    const made = await zoom.meetings.CreateMeeting('mei@example.com', {
      topic: 'Choir',
      type: 2,
      duration: 45,
      ...start,
      settings: { approval_type: 0 },
    })
    const meetingId = Number(made.id)
    await zoom.meetings.UpdateMeeting(String(meetingId), { agenda: 'Two songs' })
    assert.equal((await zoom.meetings.GetMeeting(String(meetingId))).agenda, 'Two songs')
    const registrant = await zoom.meetings.AddRegistrant(String(meetingId), person)
    assert.ok(registrant.registrant_id)
    const { registrants } = await zoom.meetings.ListRegistrants(String(meetingId))
    assert.equal(registrants.length, 1)

    playMeeting(emulator, meetingId)
    assert.match((await zoom.meetings.GetMeetingInvitation(String(meetingId))).invitation, /Choir/)
    const { participants } = await zoom.reports.GetMeetingParticipantReports(String(meetingId))
    assert.ok(participants.some(({ name }) => name === 'Ann Lee'))
    await zoom.meetings.DeleteMeeting(String(meetingId)).then(
      () => assert.fail('an ended meeting was deleted'),
      (error) => assert.deepEqual([error.httpStatusCode, error.errorCode], [400, 3007]),
    )
  } finally {
    https.request = realRequest
  }
})

/** The host and Ann meet for half an hour. */
function playMeeting({ clock, control }: RunningEmulator, meetingId: number): void {
  control.life.start(meetingId)
  control.life.join(meetingId, { name: 'Ann Lee' })
  clock.advance(30 * 60_000)
  control.life.end(meetingId)
}

/** What an answer of rivet carries. */
async function dataOf<Data>(response: Promise<{ data?: Data }>): Promise<NonNullable<Data>> {
  const { data } = await response
  assert.ok(data)
  return data
}
