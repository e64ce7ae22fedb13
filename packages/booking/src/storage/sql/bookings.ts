import { holdingStates } from '../../domain/booking.ts'
import type { Page, Range, Transaction } from '../../ports.ts'
import { bookingColumns, bookingFromRow, bookingValues } from './booking-row.ts'
import { firstOf, type SqlConnection, type SqlValue } from './connection.ts'
import { datesOf, holdDates, longestHeldMs } from './dates.ts'
import { deputiesColumn, deputiesFrom, setDeputies } from './deputies.ts'
import { escapeLike, places } from './upsert.ts'

const select = `SELECT booking.*, ${deputiesColumn} FROM booking`
const find = `${select} WHERE id = $1`
const findByMeetingKey = `${select} WHERE meeting_key = $1`
const insert = `INSERT INTO booking (${bookingColumns.join(', ')}) VALUES (${places(bookingColumns)})`
const update = `
  UPDATE booking SET ${bookingColumns.map((column, index) => `${column} = $${index + 1}`).join(', ')} WHERE id = $1`
const setState = 'UPDATE booking SET state = $2, changed_at = $3 WHERE id = $1'
const free = 'UPDATE occurrence SET is_held = false WHERE booking_id = $1 AND is_held'
const lockMember = 'SELECT id FROM member WHERE id = $1 FOR NO KEY UPDATE'
const starts = `
  SELECT date.booking_id, date.starts_at FROM booking JOIN occurrence AS date ON date.booking_id = booking.id
  WHERE booking.organiser_id = $1 AND booking.ends_at > $2 AND date.is_held AND date.starts_at >= $2 AND date.starts_at < $3
  ORDER BY date.starts_at`
/** A page begins behind the place where the one before ended, even when nothing stands there any more. */
const pageOf = (startsAt: string, id: string, limit: string) => `
  AND (starts_at, id) > (${startsAt}, ${id}) ORDER BY starts_at, id LIMIT ${limit}`
const hasDateBetween = `starts_at < $3 AND EXISTS (
    SELECT 1 FROM occurrence AS date WHERE date.booking_id = booking.id AND date.starts_at < $3 AND date.ends_at > $2
  )`
const listOf = `
  ${select}
  WHERE organiser_id = $1 AND ends_at > $2 AND ${hasDateBetween}${pageOf('$4', '$5', '$6')}`
const listFor = `
  ${select}
  WHERE id IN (
    SELECT own.id FROM booking AS own WHERE own.organiser_id = $1 AND own.ends_at > $2
    UNION ALL SELECT booking_id FROM deputy WHERE member_id = $1
  ) AND ${hasDateBetween}${pageOf('$4', '$5', '$6')}`
/** By host, as the dates are indexed. */
const listIn = `
  ${select}
  WHERE id IN (
    SELECT date.booking_id FROM host JOIN occurrence AS date ON date.host_id = host.id
    WHERE date.held_from > $3 AND date.held_from < $2 AND date.starts_at < $2 AND date.ends_at > $1
  )${pageOf('$4', '$5', '$6')}`
const listRequested = `${select} WHERE state = 'requested'${pageOf('$1', '$2', '$3')}`
const listUnsettled = `
  ${select} WHERE state IN ('reserved', 'unknown') AND id > $1 ORDER BY id LIMIT $2`
const listToEnd = `
  ${select}
  WHERE state IN ('requested', 'reserved', 'unknown', 'confirmed') AND ends_at <= $1 ORDER BY ends_at, id LIMIT $2`
const listInviting = `
  ${select} WHERE lower(people) LIKE lower($1) ESCAPE '!' ORDER BY starts_at DESC, id DESC LIMIT 1000`

/** The people of a booking, as JSON, that may include this address. */
export function peopleLike(email: string): string {
  return `%${escapeLike(JSON.stringify(email).slice(1, -1))}%`
}

export function bookingsOn(connection: SqlConnection, isReading: boolean): Transaction['bookings'] {
  const forChange = isReading ? '' : ' FOR NO KEY UPDATE'
  const one = async (sql: string, value: string) => {
    const row = await firstOf(connection.all(`${sql}${forChange}`, value))
    return row && bookingFromRow(row)
  }
  const list = async (sql: string, { after, limit }: Page, ...values: SqlValue[]) =>
    (await connection.all(sql, ...values, ...placeFrom(after), limit)).map((row) => ({
      ...bookingFromRow(row),
      place: `${row.starts_at}.${row.id}`,
    }))
  return {
    find: (id) => one(find, id),
    findByMeetingKey: (meetingKey) => one(findByMeetingKey, meetingKey),
    occurrencesOf: (bookingId) => datesOf(connection, bookingId),
    async add(booking, dates) {
      const values = bookingValues(booking, dates)
      const result = await holdDates(connection, booking, dates, true)
      if (!result.ok) return result
      connection.send(insert, ...values)
      setDeputies(connection, booking, [])
      return result
    },
    async replace(booking, dates) {
      const { id, revision } = booking
      const seen = await firstOf(connection.all(`${find}${forChange}`, id))
      if (seen?.revision !== revision) return { ok: false, reason: 'changed_meanwhile' }
      const values = bookingValues({ ...booking, revision: revision + 1 }, dates)
      const result = await holdDates(connection, booking, dates, false)
      if (!result.ok) return result
      connection.send(update, ...values)
      setDeputies(connection, booking, deputiesFrom(seen.deputies))
      return result
    },
    async setState(id, state, changedAt) {
      connection.send(setState, id, state, changedAt)
      if (!holdingStates.has(state) && state !== 'ended') connection.send(free, id)
    },
    listOf: (organiserId, { from, to }, page) => list(listOf, page, organiserId, from, to),
    listFor: (memberId, { from, to }, page) => list(listFor, page, memberId, from, to),
    listIn: ({ from, to }: Range, page) => list(listIn, page, from, to, from - longestHeldMs),
    listRequested: (page) => list(listRequested, page),
    listUnsettled: async ({ after = '', limit }) =>
      (await connection.all(listUnsettled, after, limit)).map(bookingFromRow),
    listToEnd: async (now, limit) => (await connection.all(listToEnd, now, limit)).map(bookingFromRow),
    listInviting: async (email) => (await connection.all(listInviting, peopleLike(email))).map(bookingFromRow),
    async startsOf(organiserId, { from, to }) {
      if (!isReading) connection.send(lockMember, organiserId)
      const rows = await connection.all(starts, organiserId, from, to)
      return rows.map((row) => ({ bookingId: row.booking_id as string, startsAt: row.starts_at as number }))
    },
  }
}

/** Of what is no place of ours, the beginning. */
function placeFrom(after = ''): readonly [startsAt: number, id: string] {
  const [, startsAt = '-1', id = ''] = /^(\d{1,15})\.(.+)$/s.exec(after) ?? []
  return [Number(startsAt), id]
}
