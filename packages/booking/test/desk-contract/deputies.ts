import assert from 'node:assert/strict'
import type { Change, ChangeScope } from '../../src/domain/change-booking.ts'
import type { LeasedMessage } from '../../src/ports.ts'
import { type BookingAnswer, bookMeeting } from '../../src/use-cases/book-meeting.ts'
import { cancelBooking } from '../../src/use-cases/cancel-booking.ts'
import { changeBooking, previewChange } from '../../src/use-cases/change-booking.ts'
import { eraseMember } from '../../src/use-cases/erase-member.ts'
import { exportMember } from '../../src/use-cases/export-member.ts'
import { extendMeeting } from '../../src/use-cases/extend-meeting.ts'
import { overrideBooking } from '../../src/use-cases/override-booking.ts'
import { fridays, member, wish } from '../domain-data.ts'
import { type DeskTest, refusal, refused, type TestDesk } from './open-desk.ts'
import { by } from './requests.ts'

const all: ChangeScope = { scope: 'all' }
const ken = 'Ken@example.com'
const book = (desk: TestDesk, deputies: readonly string[], its = wish()) => bookMeeting(desk, by('mei'), its, deputies)
const change = (
  desk: TestDesk,
  { id, revision }: BookingAnswer,
  deputies: readonly string[],
  its: Change = {},
  scope: ChangeScope = all,
) => changeBooking(desk, by('mei'), { bookingId: id, revision, scope, change: its, deputies, mayMove: false })
const deputiesOf = async ({ store }: TestDesk, { id }: { readonly id: string }) =>
  (await store.read(({ bookings }) => bookings.find(id)))?.deputies
const bodies = async ({ store, clock }: TestDesk): Promise<readonly LeasedMessage['body'][]> =>
  (await store.leaseMessages(clock.now, clock.now + 1000, 99)).map(({ kind, body }) => ({ kind, ...body }))

export function testDeputies(deskTest: DeskTest): void {
  deskTest('who may start a meeting too is named by address', async (desk) => {
    const booked = await book(desk, [ken, 'boss@example.com'])
    assert.deepEqual(await deputiesOf(desk, booked), ['boss', 'ken'])
    const asked = { wish: wish(), hostId: 'small', organiserId: 'mei', deputies: [ken] }
    assert.deepEqual(await deputiesOf(desk, await overrideBooking(desk, by('root'), asked)), ['ken'])
  })

  deskTest(
    'nobody, somebody who is not active, and the organiser are refused as deputies, and nothing is held',
    async (desk) => {
      await desk.store.transaction(({ members }) => members.save(member('left', { isActive: false })))
      for (const [address, why] of [
        ['nobody@example.com', 'no_such_member'],
        ['left@example.com', 'no_such_member'],
        ['MEI@example.com', 'organiser_starts_it'],
      ]) {
        const { code, says, details } = await refusal(book(desk, [ken, address ?? '']))
        assert.deepEqual(
          [code, says.code, details.field, details.value],
          ['invalid_input', why, 'deputies[1]', address],
        )
      }
      assert.deepEqual(await desk.held(), [])
    },
  )

  deskTest(
    'a change of the deputies takes effect at once, and neither Zoom nor the people hear of it',
    async (desk) => {
      const booked = await book(desk, [ken])
      await desk.news()
      const preview = { bookingId: booked.id, revision: 1, scope: all, change: {}, deputies: [], mayMove: false }
      const { costs, hostId } = await previewChange(desk, 'mei', preview)
      assert.deepEqual([costs, hostId], [[{ hostId: 'small', calls: 0, link: 'stays' }], 'small'])
      const changed = await change(desk, booked, ['boss@example.com'])
      assert.deepEqual([changed.revision, await deputiesOf(desk, booked)], [2, ['boss']])
      const [news, ...others] = await bodies(desk)
      assert.deepEqual(
        [news?.kind, news?.named, news?.dismissed, news?.sequence, others],
        ['deputies_changed', ['boss'], ['ken'], 0, []],
      )
      const heard = (await desk.store.read((reading) => reading.news.since(0))).map(({ memberId }) => memberId)
      assert.deepEqual(heard.slice(-3), ['boss', undefined, 'ken'])
      await change(desk, changed, [])
      assert.deepEqual(await deputiesOf(desk, booked), [])
      assert.deepEqual(await refused(change(desk, booked, [ken])), ['changed_meanwhile', 'changed_meanwhile'])
    },
  )

  deskTest('who is named by a change of the meeting itself is told of both once', async (desk) => {
    const booked = await book(desk, [])
    await desk.news()
    await change(desk, booked, [ken], { title: 'Other' })
    const news = await bodies(desk)
    assert.deepEqual(
      news.map(({ kind, named }) => [kind, named]),
      [
        ['booking_changed', ['ken']],
        ['deputies_changed', ['ken']],
        ['zoom_change', undefined],
      ],
    )
  })

  deskTest('the rest of a series keeps its deputies, or has those that were given for it', async (desk) => {
    const booked = await book(desk, [ken], fridays(4))
    const from = (date: string): ChangeScope => ({ scope: 'following', date })
    const { rest } = await change(desk, booked, ['boss@example.com'], {}, from('2027-01-01'))
    assert.deepEqual([await deputiesOf(desk, booked), rest && (await deputiesOf(desk, rest))], [['ken'], ['boss']])
    const again = {
      bookingId: booked.id,
      revision: 2,
      scope: from('2026-12-25'),
      change: { title: 'Other' },
      mayMove: false,
    }
    const split = await changeBooking(desk, by('mei'), again)
    assert.deepEqual(split.rest && (await deputiesOf(desk, split.rest)), ['ken'])
    const one: ChangeScope = { scope: 'one', date: '2026-12-18' }
    const current = { ...booked, revision: 3 }
    assert.deepEqual(await refused(change(desk, current, [], {}, one)), ['invalid_input', 'only_whole'])
    const nothing = { bookingId: booked.id, revision: 3, scope: all, change: { title: undefined }, mayMove: false }
    assert.deepEqual(await refused(changeBooking(desk, by('mei'), nothing)), ['invalid_input', 'nothing_changes'])
  })

  deskTest('a deputy changes, extends and cancels nothing', async (desk) => {
    const { id, revision } = await book(desk, [ken])
    const asked = { bookingId: id, revision }
    const tries = [
      () => changeBooking(desk, by('ken'), { ...asked, scope: all, change: { title: 'Mine' }, mayMove: false }),
      () => changeBooking(desk, by('ken'), { ...asked, scope: all, change: {}, deputies: [], mayMove: false }),
      () => cancelBooking(desk, by('ken'), { ...asked, scope: all }),
      () => extendMeeting(desk, by('ken'), asked),
    ]
    for (const attempt of tries) assert.deepEqual(await refused(attempt()), ['not_allowed', 'not_yours'])
  })

  deskTest('an erased member is no deputy any more, and the export tells whose deputy somebody is', async (desk) => {
    const booked = await book(desk, [ken])
    const { deputyOf, bookings } = JSON.parse(JSON.stringify(await exportMember(desk, 'ken', 'ken')))
    assert.deepEqual([deputyOf, bookings], [[{ bookingId: booked.id, start: '2026-12-18T09:00', timeZone: 'UTC' }], []])
    const own = JSON.parse(JSON.stringify(await exportMember(desk, 'mei', 'mei')))
    assert.deepEqual([own.bookings[0].deputies, own.deputyOf], [['ken'], []])
    await eraseMember(desk, by('root'), { memberId: 'ken' })
    assert.deepEqual(await deputiesOf(desk, booked), [])
  })
}
