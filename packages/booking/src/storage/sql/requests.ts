import type { Transaction } from '../../ports.ts'
import { firstOf, type SqlConnection } from './connection.ts'

/** How long a client may repeat a request. */
const keptMs = 24 * 60 * 60_000

/** Answers with a row if the key is new, or so old that it counts as new. */
const begin = `
  INSERT INTO request (member_id, key, hash, answer, at) VALUES ($1, $2, $3, '', $4)
  ON CONFLICT (member_id, key) DO UPDATE SET hash = excluded.hash, answer = '', at = excluded.at WHERE request.at <= $5
  RETURNING key`
const find = 'SELECT hash, answer FROM request WHERE member_id = $1 AND key = $2 AND at > $3'
const end = 'UPDATE request SET answer = $3 WHERE member_id = $1 AND key = $2'

export function requestsOn(connection: SqlConnection): Transaction['requests'] {
  const look: Transaction['requests']['find'] = async ({ memberId, key, hash }, now) => {
    const row = await firstOf(connection.all(find, memberId, key, now - keptMs))
    if (row === undefined) return { is: 'new' }
    return row.hash === hash ? { is: 'same', answer: row.answer as string } : { is: 'other' }
  }
  return {
    async begin(request, now) {
      const { memberId, key, hash } = request
      const begun = await firstOf(connection.all(begin, memberId, key, hash, now, now - keptMs))
      return begun ? { is: 'new' } : look(request, now)
    },
    find: look,
    async end({ memberId, key }, answer) {
      connection.send(end, memberId, key, answer)
    },
  }
}
