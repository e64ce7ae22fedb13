import type { Ctx, Emulator } from './env.ts'
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

/**
 * Cuts out the page that `page_size` with `next_page_token` or the older `page_number` ask for.
 *
 * @param list names what is listed and every filter on it: a token continues only the list that it came from.
 */
export function paginate<Row>(
  context: Ctx,
  emulator: Pick<Emulator, 'clock'>,
  list: string,
  rows: readonly Row[],
): Page<Row> {
  const size = readCount(context, 'page_size', defaultPageSize, maxPageSize)
  const number = readCount(context, 'page_number', 1, Number.MAX_SAFE_INTEGER)
  const now = emulator.clock.now()
  const token = context.req.query('next_page_token')
  const start = token ? startFromToken(token, list, now) : (number - 1) * size
  const end = start + size
  return {
    rows: rows.slice(start, end),
    fields: {
      page_count: Math.ceil(rows.length / size),
      page_number: Math.floor(start / size) + 1,
      page_size: size,
      total_records: rows.length,
      next_page_token: end < rows.length ? tokenFor(end, list, now + tokenLifeMs) : '',
    },
  }
}

function readCount(context: Ctx, name: string, byDefault: number, max: number): number {
  const text = context.req.query(name)
  if (!text) return byDefault
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (count >= 1 && count <= max) return count
  throw validationFailed([{ field: name, message: `Invalid parameter: ${name}.` }])
}

/** The token says where to go on: nothing is remembered, and it outlives a restart. */
function tokenFor(start: number, list: string, expiresAt: number): string {
  return Buffer.from(`${start} ${expiresAt} ${list}`).toString('base64url')
}

function startFromToken(token: string, list: string, now: number): number {
  const [, start, expiresAt, from] = /^(\d+) (\d+) (.*)$/s.exec(Buffer.from(token, 'base64url').toString()) ?? []
  if (from !== list || Number(expiresAt) <= now)
    throw new ZoomApiError(400, 300, 'The next page token is invalid or expired.')
  return Number(start)
}
