import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ScriptedAnswer, scriptZoom } from '../../test/scripted-zoom.ts'

const row = (id: number) => ({ id, type: 2, topic: `Meeting ${id}`, join_url: `https://zoom.us/j/${id}` })
const parametersOf = (url: string) => Object.fromEntries(new URLSearchParams(url.split('?')[1] ?? ''))

/** Three pages of two rows each. */
function threePages({ url }: { url: string }): ScriptedAnswer {
  const page = Number(parametersOf(url).next_page_token ?? 1)
  const meetings = [row(page * 10), row(page * 10 + 1)]
  return {
    status: 200,
    body: { page_size: 2, total_records: 6, next_page_token: page < 3 ? `${page + 1}` : '', meetings },
  }
}

test('await gives the first page with all that Zoom says about it, and asks once', async () => {
  await using zoom = await scriptZoom(threePages)
  const page = await zoom.client.meetings.list({ userId: 'ada@example.com', type: 'upcoming' })
  assert.deepEqual(page, { page_size: 2, total_records: 6, next_page_token: '2', meetings: [row(10), row(11)] })
  assert.deepEqual(
    zoom.requests.map(({ method, url }) => [method, url]),
    [['GET', '/users/ada%40example.com/meetings?type=upcoming']],
  )
})

test('the days of a list are read in a zone as Zoom spells it', async () => {
  await using zoom = await scriptZoom(threePages)
  await zoom.client.meetings.list({ from: '2026-12-01', to: '2026-12-31', timezone: 'Europe/Kyiv' })
  const parameters = { from: '2026-12-01', to: '2026-12-31', timezone: 'Europe/Kiev' }
  assert.deepEqual(parametersOf(zoom.requests[0]?.url ?? ''), parameters)
})

test('for await gives every row of every page and asks for the largest pages', async () => {
  await using zoom = await scriptZoom(threePages)
  const ids: number[] = []
  for await (const { id } of zoom.client.meetings.list()) ids.push(id)
  assert.deepEqual(ids, [10, 11, 20, 21, 30, 31])
  assert.deepEqual(
    zoom.requests.map(({ url }) => url),
    [
      '/users/me/meetings?page_size=300',
      '/users/me/meetings?page_size=300&next_page_token=2',
      '/users/me/meetings?page_size=300&next_page_token=3',
    ],
  )
})

test('a limit stops the rows, and no page beyond it is asked for', async () => {
  await using zoom = await scriptZoom(threePages)
  const rows = await Array.fromAsync(zoom.client.meetings.list({ limit: 3 }))
  assert.deepEqual(
    rows.map(({ id }) => id),
    [10, 11, 20],
  )
  assert.equal(zoom.requests.length, 2)
  assert.deepEqual(parametersOf(zoom.requests[0]?.url ?? ''), { page_size: '3' })
})

test('pages() gives the pages; the page size and the older page number of the caller are kept', async () => {
  await using zoom = await scriptZoom(threePages)
  const pages = await Array.fromAsync(zoom.client.meetings.list({ page_size: 2, page_number: 1 }).pages())
  assert.equal(pages.length, 3)
  assert.deepEqual(
    zoom.requests.map(({ url }) => parametersOf(url)),
    [
      { page_size: '2', page_number: '1' },
      { page_size: '2', next_page_token: '2' },
      { page_size: '2', next_page_token: '3' },
    ],
  )
})

test('leaving the loop early asks for nothing more; a list nobody waits for asks for nothing', async () => {
  await using zoom = await scriptZoom(threePages)
  zoom.client.meetings.list()
  for await (const _ of zoom.client.meetings.list()) break
  assert.equal(zoom.requests.length, 1)
})

test('a token that comes a second time ends the list with an error instead of going round', async () => {
  await using zoom = await scriptZoom(() => ({ status: 200, body: { next_page_token: 'same', meetings: [row(1)] } }))
  const ids: number[] = []
  const read = async () => {
    for await (const { id } of zoom.client.meetings.list()) ids.push(id)
  }
  await assert.rejects(read, { code: 'malformed_answer', message: /same page token twice/ })
  assert.deepEqual(ids, [1, 1])
})

test('a token that dies on the way says so in words, whatever the language of the account', async () => {
  await using zoom = await scriptZoom(({ url }) =>
    url.includes('next_page_token')
      ? { status: 400, body: { code: 300, message: 'Le jeton de page suivante est invalide ou a expiré.' } }
      : threePages({ url }),
  )
  await assert.rejects(Array.fromAsync(zoom.client.meetings.list()), {
    code: 'zoom_refused',
    message: /token of this list: a token lives 15 minutes\. Begin the list again/,
  })
})

test('another refusal of a page is given as it is', async () => {
  const errors = [{ field: 'page_size', message: 'Invalid field.' }]
  await using zoom = await scriptZoom(({ url }) => ({
    status: 400,
    body: { code: 300, message: 'Validation Failed.', ...(url.includes('next_page_token') ? { errors } : {}) },
  }))
  const { meetings } = zoom.client
  for (const list of [meetings.list(), meetings.list({ next_page_token: 'x' })])
    await assert.rejects(Promise.resolve(list), { code: 'zoom_refused', message: /Validation Failed/ })
})

test('a page without rows, or whose rows are no list, is refused as malformed', async () => {
  for (const meetings of [undefined, null, 'none', { 0: row(1) }]) {
    await using zoom = await scriptZoom(() => ({ status: 200, body: { page_size: 30, meetings } }))
    await assert.rejects(Promise.resolve(zoom.client.meetings.list()), { code: 'malformed_answer' }, String(meetings))
  }
})

test('an abort between two pages ends the list', async () => {
  await using zoom = await scriptZoom(threePages)
  const abort = new AbortController()
  const read = async () => {
    for await (const { id } of zoom.client.meetings.list({}, { signal: abort.signal })) if (id === 11) abort.abort()
  }
  await assert.rejects(read, { code: 'aborted' })
  assert.equal(zoom.requests.length, 1)
})

test('parameters that Zoom would misread are refused before anything is sent', async () => {
  await using zoom = await scriptZoom(threePages)
  const { meetings, users } = zoom.client
  const refused: [PromiseLike<unknown>, RegExp][] = [
    [meetings.list({ page_size: 301 }), /page_size is 301.*from 1 to 300/],
    [meetings.list({ limit: 0 }), /limit is 0/],
    [meetings.list({ page_size: '30' as never }), /without quotes: 30/],
    [meetings.list({ type: 'past' as never }), /type is "past".*"previous_meetings"/],
    [meetings.list({ from: '2026-02-30' }), /from is "2026-02-30".*yyyy-MM-dd/],
    [meetings.list({ to: '17.12.2026' }), /to is "17.12.2026"/],
    [meetings.list({ timezone: 'Asial/Taipei' }), /timezone is "Asial\/Taipei".*Asia\/Taipei/],
    [meetings.list({ pageSize: 30 } as never), /called page_size/],
    [meetings.list({ userId: '' }), /userId is ""/],
    [meetings.list({ userId: '..' }), /userId is ".."/],
    [users.list({ page_size: 0 }), /page_size is 0/],
    [users.list({ status: 'deleted' as never }), /status is "deleted"/],
    [users.get({ userId: '' }), /userId is ""/],
    [users.get({ user_id: 'me' } as never), /called userId/],
  ]
  for (const [call, message] of refused)
    await assert.rejects(Promise.resolve(call), { code: 'invalid_input', message }, String(message))
  assert.equal(zoom.requests.length, 0)
})
