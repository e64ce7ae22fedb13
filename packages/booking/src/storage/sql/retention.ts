import type { Person } from '../../domain/booking.ts'
import type { Transaction } from '../../ports.ts'
import { peopleLike } from './bookings.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'
import { eraseMessages } from './erase-messages.ts'
import { escapeLike } from './upsert.ts'

const empty = `UPDATE booking SET title = '', agenda = '', people = '[]'`
const forgetBookings = `${empty}, is_forgotten = true WHERE ends_at < $1 AND NOT is_forgotten RETURNING meeting_key`
const forgetAudit = 'DELETE FROM audit WHERE at < $1'
const forgetMessages = 'DELETE FROM outbox WHERE (is_sent OR is_failed) AND due_at < $1'
const forgetRequests = 'DELETE FROM request WHERE at < $1'
const forgetNews = 'DELETE FROM news WHERE at < $1'
const forgetMails = 'DELETE FROM mail WHERE at < $1'
const forgetExpired = ['session', 'sign_in_token', 'api_key'].map(
  (table) => `DELETE FROM ${table} WHERE expires_at < $1`,
)
const forgetTries = 'DELETE FROM tries WHERE ends_at < $1'
/** They say what the booking was about, and where. */
const forgetStandings = ['drift', 'publication', 'deputy'].map(
  (table) => `DELETE FROM ${table} WHERE booking_id IN (SELECT id FROM booking WHERE is_forgotten)`,
)

const findEmail = 'SELECT email FROM member WHERE id = $1'
const eraseMember = `
  UPDATE member SET email = '', email_key = NULL, name = '', search_key = '', is_active = false WHERE id = $1`
const eraseBookings = `
  ${empty}, is_forgotten = (ends_at < $2) WHERE organiser_id = $1 RETURNING meeting_key, is_forgotten`
const eraseDrift = `DELETE FROM drift WHERE booking_id IN (SELECT id FROM booking WHERE organiser_id = $1)`
const eraseRequests = 'DELETE FROM request WHERE member_id = $1'
const findGuest = `SELECT id, people FROM booking WHERE lower(people) LIKE lower($1) ESCAPE '!'`
const eraseAccess = ['session', 'api_key'].map((table) => `DELETE FROM ${table} WHERE member_id = $1`)
const eraseDeputy = 'DELETE FROM deputy WHERE member_id = $1'
/** They hold the address, by which the link was asked for. */
const eraseTokens = `DELETE FROM sign_in_token WHERE data LIKE $1 ESCAPE '!'`
const eraseMails = 'DELETE FROM mail WHERE lower(address) = lower($1)'
/** What others were told of their bookings names them too. A mail bears the id of its booking in its own. */
const eraseNews = `
  DELETE FROM mail WHERE EXISTS (
    SELECT 1 FROM booking WHERE booking.organiser_id = $1 AND mail.id LIKE '%' || booking.id || '%'
  )`
const eraseNewsOf = `DELETE FROM mail WHERE id LIKE $1 ESCAPE '!'`
/** An administrator who has changed a member may repeat that, and is answered with name and address. */
const findAnswers = `SELECT member_id, key, answer FROM request WHERE answer LIKE $1 ESCAPE '!'`
const setAnswer = 'UPDATE request SET answer = $3 WHERE member_id = $1 AND key = $2'
const setPeople = 'UPDATE booking SET people = $2 WHERE id = $1'

export function retentionOn(connection: SqlConnection): Transaction['retention'] {
  return {
    async forget({ bookings, audit, messages, requests, expired, news, mails }) {
      connection.send(forgetAudit, audit)
      connection.send(forgetMessages, messages)
      connection.send(forgetRequests, requests)
      connection.send(forgetNews, news)
      connection.send(forgetMails, mails)
      for (const sql of [...forgetExpired, forgetTries]) connection.send(sql, expired)
      return forgotten(connection, await connection.all(forgetBookings, bookings))
    },
    async eraseMember(id, now) {
      const member = await firstOf(connection.all(findEmail, id))
      connection.send(eraseMember, id)
      connection.send(eraseRequests, id)
      connection.send(eraseNews, id)
      await eraseAnswers(connection, id)
      connection.send(eraseDeputy, id)
      for (const sql of eraseAccess) connection.send(sql, id)
      if (member && member.email !== '') {
        const email = member.email as string
        connection.send(eraseTokens, `%${escapeLike(`"memberId":${JSON.stringify(id)}`)}%`)
        await eraseMessages(connection, { id, email })
        await eraseGuest(connection, email)
      }
      const rows = await connection.all(eraseBookings, id, now)
      connection.send(eraseDrift, id)
      return forgotten(
        connection,
        rows.filter((row) => row.is_forgotten),
      )
    },
  }
}

async function eraseAnswers(connection: SqlConnection, id: string): Promise<void> {
  for (const row of await connection.all(findAnswers, `%${escapeLike(JSON.stringify(id))}%`)) {
    const answer = JSON.parse(row.answer as string) as { readonly id?: unknown; readonly email?: unknown }
    if (answer.id !== id || answer.email === undefined) continue
    const erased = JSON.stringify({ ...answer, email: '', name: '' })
    connection.send(setAnswer, row.member_id as string, row.key as string, erased)
  }
}

/** Takes an address out of the people of everybody's bookings. */
async function eraseGuest(connection: SqlConnection, email: string): Promise<void> {
  connection.send(eraseMails, email)
  for (const row of await connection.all(findGuest, peopleLike(email))) {
    const people = JSON.parse(row.people as string) as Person[]
    const others = people.filter((person) => person.email.toLowerCase() !== email.toLowerCase())
    connection.send(setPeople, row.id as string, JSON.stringify(others))
    connection.send(eraseNewsOf, `%${escapeLike(row.id as string)}%`)
  }
}

function forgotten(connection: SqlConnection, rows: readonly Row[]): readonly string[] {
  if (rows.length > 0) for (const sql of forgetStandings) connection.send(sql)
  return rows.map((row) => row.meeting_key as string)
}
