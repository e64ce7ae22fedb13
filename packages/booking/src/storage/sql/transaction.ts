import type { Reading, Transaction } from '../../ports.ts'
import { auditOn } from './audit.ts'
import { bookingsOn } from './bookings.ts'
import type { SqlConnection } from './connection.ts'
import { heldOf, setForeign } from './held.ts'
import { hostsOn } from './hosts.ts'
import { membersOn } from './members.ts'
import { addMessage } from './outbox.ts'
import { policiesOn } from './policies.ts'
import { requestsOn } from './requests.ts'
import { retentionOn } from './retention.ts'

export function transactionOn(connection: SqlConnection): Transaction {
  return {
    ...readingOn(connection),
    hosts: hostsOn(connection),
    members: membersOn(connection),
    bookings: bookingsOn(connection, false),
    setForeign: (hostId, meetings) => setForeign(connection, hostId, meetings),
    policies: policiesOn(connection),
    audit: auditOn(connection),
    outbox: { add: (message) => addMessage(connection, message) },
    requests: requestsOn(connection),
    retention: retentionOn(connection),
    connection: connection.native,
  }
}

/** The connection itself cannot write; the type says so too. */
export function readingOn(connection: SqlConnection): Reading {
  return {
    hosts: hostsOn(connection),
    members: membersOn(connection),
    bookings: bookingsOn(connection, true),
    held: (hostIds, range) => heldOf(connection, hostIds, range),
    policies: policiesOn(connection),
    audit: auditOn(connection),
  }
}
