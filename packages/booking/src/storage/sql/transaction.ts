import type { Reading, Transaction } from '../../ports.ts'
import { apiKeysOn } from './api-keys.ts'
import { auditOn } from './audit.ts'
import { bookingsOn } from './bookings.ts'
import { calendarOf } from './calendar.ts'
import type { SqlConnection } from './connection.ts'
import { driftOn } from './drift.ts'
import { figuresOf } from './figures.ts'
import { heldOf, setForeign } from './held.ts'
import { hostStatesOn } from './host-states.ts'
import { hostsOn } from './hosts.ts'
import { mailsOn } from './mails.ts'
import { membersOn } from './members.ts'
import { newsOn } from './news.ts'
import { addMessage, listProblems } from './outbox.ts'
import { overrunsOn } from './overruns.ts'
import { policiesOn } from './policies.ts'
import { publicationsOn } from './publications.ts'
import { requestsOn } from './requests.ts'
import { retentionOn } from './retention.ts'
import { sessionsOn } from './sessions.ts'
import { signInTokensOn } from './sign-in-tokens.ts'
import { triesOn } from './tries.ts'
import { zoomAwayOn } from './zoom-away.ts'

export function transactionOn(connection: SqlConnection): Transaction {
  return {
    ...readingOn(connection),
    hosts: hostsOn(connection),
    members: membersOn(connection, false),
    bookings: bookingsOn(connection, false),
    setForeign: (hostId, meetings) => setForeign(connection, hostId, meetings),
    policies: policiesOn(connection),
    audit: auditOn(connection),
    outbox: { add: (message) => addMessage(connection, message) },
    requests: requestsOn(connection),
    retention: retentionOn(connection),
    sessions: sessionsOn(connection),
    signInTokens: signInTokensOn(connection),
    apiKeys: apiKeysOn(connection),
    tries: triesOn(connection),
    news: newsOn(connection),
    mails: mailsOn(connection),
    drift: driftOn(connection),
    hostStates: hostStatesOn(connection),
    publications: publicationsOn(connection),
    overruns: overrunsOn(connection),
    zoomAway: zoomAwayOn(connection),
    connection: connection.native,
  }
}

/** The connection itself cannot write; the type says so too. */
export function readingOn(connection: SqlConnection): Reading {
  return {
    hosts: hostsOn(connection),
    members: membersOn(connection, true),
    bookings: bookingsOn(connection, true),
    held: (hostIds, range) => heldOf(connection, hostIds, range),
    calendar: (hostIds, range) => calendarOf(connection, hostIds, range),
    policies: policiesOn(connection),
    audit: auditOn(connection),
    sessions: sessionsOn(connection),
    apiKeys: apiKeysOn(connection),
    news: newsOn(connection),
    mails: mailsOn(connection),
    drift: driftOn(connection),
    hostStates: hostStatesOn(connection),
    publications: publicationsOn(connection),
    overruns: overrunsOn(connection),
    zoomAway: zoomAwayOn(connection),
    messageProblems: { list: (page) => listProblems(connection, page) },
    figures: () => figuresOf(connection),
  }
}
