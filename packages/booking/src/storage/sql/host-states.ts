import type { HostState, Transaction } from '../../ports.ts'
import type { Row, SqlConnection } from './connection.ts'
import { upsert } from './upsert.ts'

const list = 'SELECT * FROM host_state ORDER BY host_id'
const set = upsert('host_state', 'host_id', ['host_id', 'seen_at', 'problem', 'agenda', 'zoom_id', 'foreign_meetings'])

export function hostStatesOn(connection: SqlConnection): Transaction['hostStates'] {
  return {
    list: async () => (await connection.all(list)).map(stateFromRow),
    async set({ hostId, seenAt, problem = null, agenda = null, zoomId = null, foreignMeetings }) {
      connection.send(set, hostId, seenAt, problem, agenda, zoomId, foreignMeetings)
    },
  }
}

function stateFromRow(row: Row): HostState {
  return {
    hostId: row.host_id as string,
    seenAt: row.seen_at as number,
    problem: (row.problem as HostState['problem'] | null) ?? undefined,
    agenda: (row.agenda as HostState['agenda'] | null) ?? undefined,
    zoomId: (row.zoom_id as string | null) ?? undefined,
    foreignMeetings: row.foreign_meetings as number,
  }
}
