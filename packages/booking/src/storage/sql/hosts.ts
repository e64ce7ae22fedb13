import type { Host } from '../../domain/host.ts'
import type { Transaction } from '../../ports.ts'
import { StoreError } from '../store-error.ts'
import { firstOf, type Row, type SqlConnection } from './connection.ts'
import { upsert } from './upsert.ts'

const columns = [
  'id',
  'zoom_user',
  'email',
  'name',
  'plan',
  'capacity',
  'lanes',
  'buffer_before',
  'buffer_after',
  'time_zone',
  'hours',
  'member_id',
  'is_active',
]
const list = 'SELECT * FROM host ORDER BY id'
const find = 'SELECT * FROM host WHERE id = $1'
const save = upsert('host', 'id', columns)
const namesake = 'SELECT id FROM host WHERE zoom_user = $1 AND id <> $2'

export function hostsOn(connection: SqlConnection): Transaction['hosts'] {
  return {
    list: async () => (await connection.all(list)).map(hostFromRow),
    async find(id) {
      const row = await firstOf(connection.all(find, id))
      return row && hostFromRow(row)
    },
    async save(host) {
      const { id, zoomUser } = host
      // Two lanes of one Zoom user under two names would be held twice.
      if (await firstOf(connection.all(namesake, zoomUser, id)))
        throw new StoreError(
          'host_taken',
          `zoomUser: ${JSON.stringify(zoomUser)} is a host already; change that one instead.`,
        )
      const { email, name, plan, capacity, lanes, bufferBefore, bufferAfter, timeZone, isActive } = host
      const hours = host.hours ? JSON.stringify(host.hours) : null
      const before = [id, zoomUser, email, name, plan, capacity, lanes, bufferBefore, bufferAfter, timeZone]
      connection.send(save, ...before, hours, host.memberId ?? null, isActive)
    },
  }
}

function hostFromRow(row: Row): Host {
  return {
    id: row.id as string,
    zoomUser: row.zoom_user as string,
    email: row.email as string,
    name: row.name as string,
    plan: row.plan as Host['plan'],
    capacity: row.capacity as number,
    lanes: row.lanes as number,
    bufferBefore: row.buffer_before as number,
    bufferAfter: row.buffer_after as number,
    timeZone: row.time_zone as string,
    hours: row.hours === null ? undefined : (JSON.parse(row.hours as string) as Host['hours']),
    memberId: (row.member_id as string | null) ?? undefined,
    isActive: Boolean(row.is_active),
  }
}
