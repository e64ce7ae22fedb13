import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { type SeedInput, startEmulator } from '@convene/zoom-emulator'
import { listZoomUsers } from './zoom-users.ts'

async function usersOf(seed: SeedInput, hosts: { zoomUser: string; email: string }[] = []) {
  await using emulator = await startEmulator({ listen: false, seed })
  const { fetch } = emulator
  const zoom = createZoomClient({ ...optionsFromEnvironment(emulator.env), ambient: { fetch } })
  const rows = await listZoomUsers(zoom, hosts)
  return rows.map(({ id: _id, ...row }) => row)
}

const users = [
  { email: 'mei@example.com', first_name: 'Mei', last_name: 'Lin' },
  { email: 'nora@example.com', first_name: 'Nora', last_name: 'Diaz', type: 1 },
  { email: 'none@example.com', first_name: 'No', last_name: 'Licence', type: 4 },
] satisfies SeedInput['users']

test('users of a Business account are shown with plan and capacity, and those that are hosts already are marked', async () => {
  const hosts = [{ zoomUser: 'x', email: 'MEI@example.com' }]
  assert.deepEqual(await usersOf({ account: { plan: 'business' }, users }, hosts), [
    { email: 'mei@example.com', name: 'Mei Lin', isHost: true, plan: 'business', capacity: 300 },
    { email: 'nora@example.com', name: 'Nora Diaz', isHost: false, plan: 'basic', capacity: 100 },
  ])
})

test('on a Pro account a licensed user is Pro', async () => {
  const [mei] = await usersOf({ account: { plan: 'pro' }, users })
  assert.deepEqual([mei?.plan, mei?.capacity], ['pro', 100])
})

test('every page of a large account is read', async () => {
  const many = Array.from({ length: 650 }, (_, index) => ({ email: `user${index}@example.com`, type: 1 as const }))
  assert.equal((await usersOf({ account: { plan: 'business' }, users: many })).length, 650)
})

test('without the scope of settings a licensed user counts as Pro, and its capacity is unknown', async () => {
  const apps: SeedInput['apps'] = [{ type: 'server_to_server', scopes: ['user:read:list_users:admin'] }]
  const [mei] = await usersOf({ account: { plan: 'business' }, users, apps })
  assert.deepEqual([mei?.plan, mei?.capacity], ['pro', null])
})
