import type { AuditEntry, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

const add = 'INSERT INTO audit (id, at, by_whom, what, thing, details) VALUES ($1, $2, $3, $4, $5, $6)'
const listInOrder = (isLater: '>' | '<', order: 'ASC' | 'DESC'): string => `
  SELECT * FROM audit
  WHERE at >= $1 AND at < $2
    AND ($3 = '' OR (at, id) ${isLater} (SELECT last.at, last.id FROM audit AS last WHERE last.id = $3))
  ORDER BY at ${order}, id ${order} LIMIT $4`
const lists = { oldest: listInOrder('>', 'ASC'), newest: listInOrder('<', 'DESC') }

export function auditOn(connection: SqlConnection): Transaction['audit'] {
  return {
    async add({ id, at, by, what, thing, details }) {
      connection.send(add, id, at, by, what, thing, JSON.stringify(details))
    },
    list: async ({ from, to }, { after = '', limit, order = 'oldest' }) =>
      (await connection.all(lists[order], from, to, after, limit)).map(entryFromRow),
  }
}

function entryFromRow(row: Row): AuditEntry {
  return {
    id: row.id as string,
    at: row.at as number,
    by: row.by_whom as string,
    what: row.what as AuditEntry['what'],
    thing: row.thing as string,
    details: JSON.parse(row.details as string) as AuditEntry['details'],
  }
}
