import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import type { Host, HostState, Store } from '@convene/booking'
import { createSqliteLimitStore } from '@convene/zoom/limits'
import { createBudgets } from './budgets.ts'

const [now, midnight] = [1000, 2000]
const hosts = [
  { id: 'a', zoomUser: 'Mei@example.com' },
  { id: 'b', zoomUser: 'KDcuGIm1QgePTO8WbOqwIQ' },
  { id: 'c', zoomUser: 'new@example.com' },
] as unknown as readonly Host[]
const states = [
  { hostId: 'a', zoomId: 'uLoRgfbbTayCX6r2Q_qQsQ' },
  { hostId: 'b', zoomId: hosts[1]?.zoomUser },
]
const store = {
  read: async (work: (reading: object) => unknown) => work({ hostStates: { list: async () => states as HostState[] } }),
} as unknown as Pick<Store, 'read'>

test('what a host has spent is the sum of what is counted under its address and under its id', async () => {
  const limits = createSqliteLimitStore(new DatabaseSync(':memory:'))
  await limits.raiseTo('host mei@example.com', 1, midnight, now)
  await limits.merge('host mei@example.com', 'host uLoRgfbbTayCX6r2Q_qQsQ')
  await limits.raiseTo('host mei@example.com', 2, midnight, now)
  await limits.raiseTo('host uLoRgfbbTayCX6r2Q_qQsQ', 5, midnight, now)
  await limits.raiseTo('host KDcuGIm1QgePTO8WbOqwIQ', 7, midnight, now)
  const { spent } = createBudgets({ limits, store })
  assert.deepEqual(Object.fromEntries(await spent(hosts, now)), { a: 7, b: 7, c: 0 })
  assert.deepEqual(Object.fromEntries(await spent(hosts, midnight)), { a: 0, b: 0, c: 0 })
})

test('a host of which Zoom has said that its day is used up has nothing left', async () => {
  const limits = createSqliteLimitStore(new DatabaseSync(':memory:'))
  await limits.block('host new@example.com', midnight)
  const { spent } = createBudgets({ limits, store })
  assert.deepEqual([(await spent(hosts, now)).get('c'), (await spent(hosts, midnight)).get('c')], [100, 0])
})
