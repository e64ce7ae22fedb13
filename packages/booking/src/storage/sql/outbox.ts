import type { LeasedMessage, MessageProblem, OutboxMessage, Page, Store } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'

const add = 'INSERT INTO outbox (key, kind, body, due_at) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING'
/** Rows are locked where they are looked for: two who look at once never find the same one, and neither waits. */
const lease = `
  WITH due AS MATERIALIZED (
    SELECT key FROM outbox WHERE NOT is_sent AND NOT is_failed AND due_at <= $1 AND lease_until <= $1
    ORDER BY due_at, key LIMIT $3 FOR NO KEY UPDATE SKIP LOCKED
  )
  UPDATE outbox SET lease_until = $2, fence = fence + 1, tries = tries + 1
  FROM due WHERE outbox.key = due.key RETURNING outbox.key, kind, body, due_at, fence, tries`
/** A message that was sent is kept for its key alone. */
const endSent = `
  UPDATE outbox SET is_sent = true, body = '{}', problem = NULL WHERE key = $1 AND fence = $2 AND NOT is_sent AND NOT is_failed RETURNING key`
const endDue = `
  UPDATE outbox SET due_at = $3, lease_until = 0, problem = $4
  WHERE key = $1 AND fence = $2 AND NOT is_sent AND NOT is_failed RETURNING key`
const endFailed = `
  UPDATE outbox SET is_failed = true, body = '{}', problem = $3
  WHERE key = $1 AND fence = $2 AND NOT is_sent AND NOT is_failed RETURNING key`
const problems = `
  SELECT key, kind, tries, problem, due_at, is_failed FROM outbox
  WHERE NOT is_sent AND problem IS NOT NULL AND key > $1 ORDER BY key LIMIT $2`

export async function addMessage(connection: SqlConnection, { key, kind, body, dueAt }: OutboxMessage): Promise<void> {
  connection.send(add, key, kind, JSON.stringify(body), dueAt)
}

export async function leaseMessages(
  connection: SqlConnection,
  ...[now, leaseUntil, most]: Parameters<Store['leaseMessages']>
): Promise<readonly LeasedMessage[]> {
  const messages = (await connection.all(lease, now, leaseUntil, most)).map(messageFromRow)
  return messages.toSorted((a, b) => a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1))
}

export async function endMessage(
  connection: SqlConnection,
  ...[{ key, fence }, next]: Parameters<Store['endMessage']>
): Promise<boolean> {
  const rows =
    next === 'sent'
      ? await connection.all(endSent, key, fence)
      : 'failed' in next
        ? await connection.all(endFailed, key, fence, next.failed)
        : await connection.all(endDue, key, fence, next.dueAt, next.problem)
  return rows.length > 0
}

export async function listProblems(
  connection: SqlConnection,
  { after = '', limit }: Page,
): Promise<readonly MessageProblem[]> {
  return (await connection.all(problems, after, limit)).map((row) => ({
    key: row.key as string,
    kind: row.kind as string,
    tries: row.tries as number,
    problem: row.problem as string,
    dueAt: row.is_failed ? undefined : (row.due_at as number),
  }))
}

function messageFromRow(row: Row): LeasedMessage {
  return {
    key: row.key as string,
    kind: row.kind as string,
    body: JSON.parse(row.body as string) as LeasedMessage['body'],
    dueAt: row.due_at as number,
    fence: row.fence as number,
    tries: row.tries as number,
  }
}
