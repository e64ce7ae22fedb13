import { invalidParameter } from '../domain/field-problem.ts'
import type { Ctx } from './context.ts'
import type { Emulator } from './env.ts'
import { validationFailed, ZoomApiError } from './zoom-error.ts'

/** How long a `next_page_token` lives (docs/zoom-facts.md §4, §5.7). */
const tokenLifeMs = 15 * 60_000
const defaultPageSize = 30
const maxPageSize = 300

/** The fields that Zoom puts around the rows of a list. */
export interface PageFields {
  readonly page_count: number
  readonly page_number: number
  readonly page_size: number
  readonly total_records: number
  /** Empty on the last page. */
  readonly next_page_token: string
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly fields: PageFields
}

/** The place of a row in its list: by the first number, where that is the same by the second; no two rows share one. */
export type Place = readonly [major: number, minor: number]

/**
 * Cuts out the page that `page_size` with `next_page_token` or the older `page_number` ask for. A token holds the place of the
 * last row that was given, so that a walk gives each row once, whatever comes and goes meanwhile.
 *
 * @param list names what is listed and every filter on it: a token continues only the list that it came from.
 * @param rows in the order of their places.
 */
export function paginate<Row>(
  context: Ctx,
  emulator: Pick<Emulator, 'clock'>,
  list: string,
  rows: readonly Row[],
  placeOf: (row: Row) => Place,
): Page<Row> {
  const size = readCount(context, 'page_size', defaultPageSize, maxPageSize)
  const number = readCount(context, 'page_number', 1, Number.MAX_SAFE_INTEGER)
  const now = emulator.clock.now()
  const token = context.req.query('next_page_token')
  const start = token ? countUpTo(placeFromToken(token, list, now), rows, placeOf) : (number - 1) * size
  const page = rows.slice(start, start + size)
  const last = page.at(-1)
  const isMore = last !== undefined && start + size < rows.length
  return {
    rows: page,
    fields: {
      page_count: Math.ceil(rows.length / size),
      page_number: Math.floor(start / size) + 1,
      page_size: size,
      total_records: rows.length,
      next_page_token: isMore ? tokenFor(placeOf(last), list, now + tokenLifeMs) : '',
    },
  }
}

/** How many rows stand at a place or before it: found by halving, so that the last of many pages costs no more than the first. */
function countUpTo<Row>([major, minor]: Place, rows: readonly Row[], placeOf: (row: Row) => Place): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row === undefined) break
    const [itsMajor, itsMinor] = placeOf(row)
    if (itsMajor < major || (itsMajor === major && itsMinor <= minor)) low = middle + 1
    else high = middle
  }
  return low
}

function readCount(context: Ctx, name: string, byDefault: number, max: number): number {
  const text = context.req.query(name)
  if (!text) return byDefault
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count >= 1 && count <= max) return count
  throw validationFailed([invalidParameter(name)])
}

/** The token says where to go on: nothing is remembered, and it outlives a restart. */
function tokenFor([major, minor]: Place, list: string, expiresAt: number): string {
  return Buffer.from(`${major} ${minor} ${expiresAt} ${list}`).toString('base64url')
}

function placeFromToken(token: string, list: string, now: number): Place {
  const text = Buffer.from(token, 'base64url').toString()
  const [, major, minor, expiresAt, from] = /^(-?(?:\d+|Infinity)) (\d+) (\d+) (.*)$/s.exec(text) ?? []
  if (from !== list || Number(expiresAt) <= now)
    throw new ZoomApiError(400, 300, 'The next page token is invalid or expired.')
  return [Number(major), Number(minor)]
}
