import type { OutboxMessage } from '../../ports.ts'
import type { SqlConnection } from './connection.ts'

/** Of a message that is over, no body is kept. */
const waiting = `SELECT key, body FROM outbox WHERE NOT is_sent AND NOT is_failed AND body <> '{}'`
const drop = 'DELETE FROM outbox WHERE key = $1'
const setBody = 'UPDATE outbox SET body = $2 WHERE key = $1'

/** Drops what waits to be sent to a member, and takes the address out of what waits for others. */
export async function eraseMessages(
  connection: SqlConnection,
  member: { readonly id: string; readonly email: string },
): Promise<void> {
  for (const { key, body } of await connection.all(waiting)) {
    const before = JSON.parse(body as string) as OutboxMessage['body']
    if (isFor(before, member)) {
      connection.send(drop, key as string)
      continue
    }
    const after = JSON.stringify(before, (_name, value) => without(value, member.email))
    if (after !== body) connection.send(setBody, key as string, after)
  }
}

type Member = Parameters<typeof eraseMessages>[1]

/** A message says whom it is for in `to`; one that asks for a link has the address itself. */
function isFor({ to, email }: OutboxMessage['body'], member: Member): boolean {
  const { memberId, email: address } = (to ?? {}) as { readonly memberId?: unknown; readonly email?: unknown }
  return memberId === member.id || isAddress(address ?? email, member.email)
}

/** A list, of addresses or of people, without those of the member. */
function without(value: unknown, email: string): unknown {
  if (!Array.isArray(value)) return value
  return value.filter((one) => !isAddress((one as { readonly email?: unknown } | null)?.email ?? one, email))
}

function isAddress(value: unknown, email: string): boolean {
  return typeof value === 'string' && value.toLowerCase() === email.toLowerCase()
}
