import type { Transaction } from '../../ports.ts'
import { firstOf, type SqlConnection } from './connection.ts'

/** One statement, so that of many at once each is counted. */
const count = `
  INSERT INTO tries (key, times, ends_at) VALUES ($1, 1, $3)
  ON CONFLICT (key) DO UPDATE SET
    times = CASE WHEN tries.ends_at <= $2 THEN 1 ELSE tries.times + 1 END,
    ends_at = CASE WHEN tries.ends_at <= $2 THEN excluded.ends_at ELSE tries.ends_at END
  RETURNING times, ends_at`

export function triesOn(connection: SqlConnection): Transaction['tries'] {
  return {
    async count({ key, windowMs, most }, now) {
      const row = await firstOf(connection.all(count, key, now, now + windowMs))
      return (row?.times as number) <= most ? { ok: true } : { ok: false, retryAt: row?.ends_at as number }
    },
  }
}
