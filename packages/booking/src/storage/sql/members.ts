import type { Member } from '../../domain/member.ts'
import type { Transaction } from '../../ports.ts'
import { StoreError } from '../store-error.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'
import { escapeLike, upsert } from './upsert.ts'

/** `email_key` is the address in lower case; it is empty once the member was erased. */
const columns = [
  'id',
  'email',
  'email_key',
  'name',
  'role',
  'language',
  'time_zone',
  'needs_approval',
  'is_active',
  'search_key',
]
const find = 'SELECT * FROM member WHERE id = $1'
const findByEmail = 'SELECT * FROM member WHERE email_key = $1'
const list = `SELECT * FROM member WHERE id > $1 AND search_key LIKE $3 ESCAPE '!' ORDER BY id LIMIT $2`
const admins = `SELECT * FROM member WHERE role = 'admin' AND is_active ORDER BY id`
const save = upsert('member', 'id', columns)

export function membersOn(connection: SqlConnection, isReading: boolean): Transaction['members'] {
  const one = async (sql: string, value: string) => {
    const row = await firstOf(connection.all(sql, value))
    return row && memberFromRow(row)
  }
  return {
    find: (id) => one(find, id),
    findToChange: (id) => one(`${find} FOR NO KEY UPDATE`, id),
    findByEmail: (email) => one(findByEmail, email.toLowerCase()),
    list: async ({ after = '', limit, search = '' }) =>
      (await connection.all(list, after, limit, `%${escapeLike(searchKey(search))}%`)).map(memberFromRow),
    admins: async () => (await connection.all(isReading ? admins : `${admins} FOR NO KEY UPDATE`)).map(memberFromRow),
    async save({ id, email, name, role, language, timeZone, needsApproval, isActive }) {
      const key = email === '' ? null : email.toLowerCase()
      const namesake = key === null ? undefined : await one(findByEmail, key)
      if (namesake && namesake.id !== id)
        throw new StoreError('email_taken', `email: ${JSON.stringify(email)} belongs to another member; give another.`)
      connection.send(
        save,
        id,
        email,
        key,
        name,
        role,
        language,
        timeZone,
        needsApproval,
        isActive,
        searchKey(`${name} ${email}`),
      )
    },
  }
}

/** As people look for somebody: without upper case and accents, of which the dotless i of Turkish is one. */
function searchKey(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ı', 'i').trim()
}

function memberFromRow(row: Row): Member {
  return {
    id: row.id as string,
    email: row.email as string,
    name: row.name as string,
    role: row.role as Member['role'],
    language: row.language as string,
    timeZone: row.time_zone as string,
    needsApproval: Boolean(row.needs_approval),
    isActive: Boolean(row.is_active),
  }
}
