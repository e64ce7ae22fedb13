import type { Person } from '../../domain/booking.ts'
import type { Transaction } from '../../ports.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'

const empty = `UPDATE booking SET title = '', agenda = '', people = '[]', is_forgotten = true`
const forgetBookings = `${empty} WHERE ends_at < $1 AND NOT is_forgotten RETURNING meeting_key`
const forgetAudit = 'DELETE FROM audit WHERE at < $1'
const forgetMessages = 'DELETE FROM outbox WHERE is_sent AND due_at < $1'
const forgetRequests = 'DELETE FROM request WHERE at < $1'

const findEmail = 'SELECT email FROM member WHERE id = $1'
const eraseMember = `
  UPDATE member SET email = '', email_key = NULL, name = '', is_active = false WHERE id = $1`
const eraseBookings = `${empty} WHERE organiser_id = $1 RETURNING meeting_key`
const eraseRequests = 'DELETE FROM request WHERE member_id = $1'
const findGuest = `SELECT id, people FROM booking WHERE lower(people) LIKE lower($1) ESCAPE '!'`
const setPeople = 'UPDATE booking SET people = $2 WHERE id = $1'

export function retentionOn(connection: SqlConnection): Transaction['retention'] {
  return {
    async forget({ bookings, audit, messages, requests }) {
      connection.send(forgetAudit, audit)
      connection.send(forgetMessages, messages)
      connection.send(forgetRequests, requests)
      return meetingKeys(await connection.all(forgetBookings, bookings))
    },
    async eraseMember(id) {
      const member = await firstOf(connection.all(findEmail, id))
      connection.send(eraseMember, id)
      connection.send(eraseRequests, id)
      if (member && member.email !== '') await eraseGuest(connection, member.email as string)
      return meetingKeys(await connection.all(eraseBookings, id))
    },
  }
}

/** Takes an address out of the people of everybody's bookings. */
async function eraseGuest(connection: SqlConnection, email: string): Promise<void> {
  const inJson = JSON.stringify(email).slice(1, -1).replaceAll(/[!%_]/g, '!$&')
  for (const row of await connection.all(findGuest, `%${inJson}%`)) {
    const people = JSON.parse(row.people as string) as Person[]
    const others = people.filter((person) => person.email.toLowerCase() !== email.toLowerCase())
    connection.send(setPeople, row.id as string, JSON.stringify(others))
  }
}

const meetingKeys = (rows: readonly Row[]): readonly string[] => rows.map((row) => row.meeting_key as string)
