import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createShelf } from '../../test/shelf.ts'
import { readHost } from './read-host.ts'

interface Page {
  readonly total_records?: number
  readonly ids: readonly number[]
}

/** Reads a list of these pages. */
async function read(pages: readonly Page[]) {
  const shelf = createShelf()
  let count = 0
  shelf.intercept = () => {
    const { ids = [], ...page } = pages[count++] ?? {}
    const next_page_token = count < pages.length ? `page ${count}` : ''
    return { status: 200, body: { ...page, page_size: 300, next_page_token, meetings: ids.map((id) => ({ id })) } }
  }
  const { rows, isWhole } = await shelf.time.run(readHost(shelf.zoom, 'mei@example.com', {}))
  return { ids: rows.map(({ id }) => id), isWhole, requests: shelf.requests }
}

const lists: readonly (readonly [says: string, pages: readonly Page[], isWhole: boolean])[] = [
  ['one page', [{ total_records: 2, ids: [1, 2] }], true],
  [
    'several pages',
    [
      { total_records: 3, ids: [1, 2] },
      { total_records: 3, ids: [3] },
    ],
    true,
  ],
  ['nothing', [{ total_records: 0, ids: [] }], true],
  ['pages that do not say how many rows there are', [{ ids: [1] }, { ids: [2] }], true],
  ['fewer rows than it says', [{ total_records: 3, ids: [1, 2] }], false],
  ['more rows than it says', [{ total_records: 1, ids: [1, 2] }], false],
  [
    'a row twice, and another not at all',
    [
      { total_records: 3, ids: [1, 2] },
      { total_records: 3, ids: [2] },
    ],
    false,
  ],
  [
    'a number that changes between pages',
    [
      { total_records: 3, ids: [1, 2] },
      { total_records: 4, ids: [3, 4] },
    ],
    false,
  ],
  ['a number on one page only', [{ total_records: 2, ids: [1] }, { ids: [2] }], false],
]
for (const [says, pages, isWhole] of lists)
  test(`a list with ${says} is ${isWhole ? 'whole' : 'torn: that it does not show a meeting says nothing'}`, async () => {
    const list = await read(pages)
    assert.equal(list.isWhole, isWhole)
    assert.deepEqual(list.ids, [...new Set(pages.flatMap(({ ids }) => ids))], 'what it shows counts all the same')
  })

test('the list of all scheduled meetings is read, since the one of coming meetings ends after half a year', async () => {
  const shelf = createShelf()
  const queries: string[] = []
  shelf.intercept = ({ query }) => {
    queries.push(query)
    return undefined
  }
  await shelf.time.run(readHost(shelf.zoom, 'mei@example.com', {}))
  assert.match(queries.join(), /type=scheduled/)
})
