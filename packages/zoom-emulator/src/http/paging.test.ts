import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { Env } from './context.ts'
import type { Emulator } from './env.ts'
import { type PageFields, paginate } from './paging.ts'
import { type FieldError, ZoomApiError } from './zoom-error.ts'

let now = 0
const emulator = { clock: { now: () => now } } satisfies Pick<Emulator, 'clock'>
let rows = [0, 1, 2, 3, 4, 5, 6]
const app = new Hono<Env>()
app.get('/:list', (context) => {
  const page = paginate(context, emulator, context.req.param('list'), rows, (row) => [row, 0])
  return context.json({ ...page.fields, rows: page.rows })
})
app.onError((error, context) => {
  if (error instanceof ZoomApiError) return context.json(error.toBody(), error.status as 400)
  throw error
})
const get = async (path: string) =>
  (await app.request(path)).json() as Promise<PageFields & { rows: number[]; code?: number; errors?: FieldError[] }>

test('a list is read to its end with next_page_token', async () => {
  const seen: number[] = []
  let token = ''
  do {
    const page = await get(`/a?page_size=3&next_page_token=${token}`)
    seen.push(...page.rows)
    token = page.next_page_token
    assert.deepEqual([page.page_count, page.page_size, page.total_records], [3, 3, 7])
  } while (token)
  assert.deepEqual(seen, rows)
})

test('a walk gives each row once, though rows before and behind it come and go', async () => {
  const before = rows
  const first = await get('/a?page_size=3')
  assert.deepEqual(first.rows, [0, 1, 2])
  rows = [-1, 0.5, 2, 2.5, 4, 6]
  const second = await get(`/a?page_size=2&next_page_token=${first.next_page_token}`)
  assert.deepEqual(second.rows, [2.5, 4])
  rows = [5, 7]
  assert.deepEqual((await get(`/a?page_size=2&next_page_token=${second.next_page_token}`)).rows, [5, 7])
  rows = []
  const last = await get(`/a?page_size=2&next_page_token=${second.next_page_token}`)
  assert.deepEqual([last.rows, last.next_page_token], [[], ''])
  rows = before
})

test('page_number gives the same pages', async () => {
  assert.deepEqual((await get('/a?page_size=3&page_number=3')).rows, [6])
  assert.deepEqual((await get('/a?page_size=3&page_number=4')).rows, [])
})

test('a token dies after 15 minutes, and is good for its own list only', async () => {
  const dead = { code: 300, message: 'The next page token is invalid or expired.' }
  const { next_page_token: token } = await get('/a?page_size=3')
  assert.deepEqual(await get(`/b?next_page_token=${token}`), dead)
  now += 15 * 60_000 - 1
  assert.deepEqual((await get(`/a?page_size=3&next_page_token=${token}`)).rows, [3, 4, 5])
  now += 1
  assert.deepEqual(await get(`/a?next_page_token=${token}`), dead)
  assert.deepEqual(await get('/a?next_page_token=nonsense'), dead)
})

for (const query of [
  'page_size=0',
  'page_size=301',
  'page_size=ten',
  'page_size=-1',
  'page_number=0',
  'page_number=1.5',
])
  test(`${query} is refused with the field's name`, async () => {
    const body = await get(`/a?${query}`)
    assert.equal(body.code, 300)
    assert.equal(body.errors?.[0]?.field, query.split('=')[0])
  })
