import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom, type TestZoom } from '../../../test/start-zoom.ts'
import type { EmulatorOptions } from '../../index.ts'

/** Minute 0: the host starts. 1: Ann waits, 2: is let in, 4: leaves. 5: Mei comes, 6: Ann again. 10: the end. */
async function play(options: EmulatorOptions = {}): Promise<TestZoom & { id: number }> {
  const zoom = await startZoom(options)
  const { id } = await zoom.create({
    topic: 'Held',
    settings: {
      waiting_room: true,
      waiting_room_options: { mode: 'custom', who_goes_to_waiting_room: 'users_not_in_account' },
    },
  })
  const { life } = zoom.emulator.control
  const pass = (minutes: number) => zoom.emulator.clock.advance(minutes * 60_000)
  life.start(id)
  await pass(1)
  const ann = life.join(id, { name: 'Ann', email: 'ann@elsewhere.test' })
  await pass(1)
  life.admit(id, ann.id)
  await pass(2)
  life.leave(id, ann.id)
  await pass(1)
  life.join(id, { name: 'Mei Lin', email: 'mei@example.com' })
  await pass(1)
  life.join(id, { name: 'Ann', email: 'ann@elsewhere.test' })
  life.admit(id)
  await pass(4)
  life.end(id)
  return { ...zoom, id, [Symbol.asyncDispose]: zoom[Symbol.asyncDispose] }
}

const participants = async ({ call, id }: Awaited<ReturnType<typeof play>>, query = '') =>
  (await call('GET', `/past_meetings/${id}/participants${query}`)).body

test('each stay is a row: waiting and being in, and a second one for who came again', async () => {
  await using zoom = await play()
  const { participants: rows, total_records } = await participants(zoom)
  assert.equal(total_records, 6)
  const lines = rows.map(
    (row: Record<string, string>) =>
      `${row.name} ${row.status} ${row.join_time?.slice(14, 19)}-${row.leave_time?.slice(14, 19)} ${row.duration}`,
  )
  assert.deepEqual(lines, [
    'Olive Owner in_meeting 00:00-10:00 600',
    'Ann in_waiting_room 01:00-02:00 60',
    'Ann in_meeting 02:00-04:00 120',
    'Mei Lin in_meeting 05:00-10:00 300',
    'Ann in_waiting_room 06:00-06:00 0',
    'Ann in_meeting 06:00-10:00 240',
  ])
  const [, , first, , , second] = rows
  assert.notEqual(first.user_id, second.user_id)
})

test('the meeting’s numbers count who was in it, and the minutes of all together', async () => {
  await using zoom = await play()
  const { body } = await zoom.call('GET', `/past_meetings/${zoom.id}`)
  assert.deepEqual([body.participants_count, body.total_minutes, body.duration], [4, 10 + 2 + 5 + 4, 10])
})

test('the e-mail of a guest from outside the account stays hidden', async () => {
  await using zoom = await play()
  const { participants: rows } = await participants(zoom)
  const about = (name: string) => {
    const row = rows.find((one: { name: string }) => one.name === name)
    return [row.user_email, row.internal_user, row.id !== '']
  }
  assert.deepEqual(about('Ann'), ['', false, false])
  assert.deepEqual(about('Mei Lin'), ['mei@example.com', true, true])
})

test('rows come in pages', async () => {
  await using zoom = await play()
  const first = await participants(zoom, '?page_size=4')
  assert.deepEqual([first.participants.length, first.page_count], [4, 2])
  const second = await participants(zoom, `?page_size=4&next_page_token=${first.next_page_token}`)
  assert.deepEqual([second.participants.length, second.next_page_token], [2, ''])
})

test('with the switch the participants come 15 minutes after the end', async () => {
  await using zoom = await play({ switches: { pastParticipants: 'delayed' } })
  assert.equal((await participants(zoom)).participants.length, 0)
  await zoom.emulator.clock.advance(15 * 60_000)
  assert.equal((await participants(zoom)).participants.length, 6)
})

for (const [singleParticipant, rows] of [
  ['hidden', 0],
  ['listed', 1],
] as const)
  test(`where only one person was, there are ${rows} rows with the switch ${singleParticipant}`, async () => {
    await using zoom = await startZoom({ switches: { singleParticipant } })
    const { id } = await zoom.create({ topic: 'Alone' })
    zoom.emulator.control.life.start(id)
    zoom.emulator.control.life.end(id)
    assert.equal((await zoom.call('GET', `/past_meetings/${id}/participants`)).body.total_records, rows)
  })
