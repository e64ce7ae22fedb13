import type { KeptMail, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

const add = `
  INSERT INTO mail (id, at, address, subject, body, attachments) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (id) DO NOTHING`
const list = `
  SELECT * FROM mail
  WHERE $1 = '' OR (at, id) < (SELECT last.at, last.id FROM mail AS last WHERE last.id = $1)
  ORDER BY at DESC, id DESC LIMIT $2`

export function mailsOn(connection: SqlConnection): Transaction['mails'] {
  return {
    async add({ id, at, to, subject, text, attachments }) {
      connection.send(add, id, at, to, subject, text, JSON.stringify(attachments))
    },
    list: async ({ after = '', limit }) => (await connection.all(list, after, limit)).map(mailFromRow),
  }
}

function mailFromRow(row: Row): KeptMail {
  return {
    id: row.id as string,
    at: row.at as number,
    to: row.address as string,
    subject: row.subject as string,
    text: row.body as string,
    attachments: JSON.parse(row.attachments as string) as KeptMail['attachments'],
  }
}
