import type { Transaction } from '../../ports.ts'
import { firstOf, type SqlConnection } from './connection.ts'

const find = 'SELECT since_at FROM zoom_away'
const begin = 'INSERT INTO zoom_away (one, since_at) VALUES (1, $1) ON CONFLICT (one) DO NOTHING RETURNING one'
const end = 'DELETE FROM zoom_away RETURNING one'

export function zoomAwayOn(connection: SqlConnection): Transaction['zoomAway'] {
  return {
    since: async () => (await firstOf(connection.all(find)))?.since_at as number | undefined,
    begin: async (at) => (await connection.all(begin, at)).length > 0,
    end: async () => (await connection.all(end)).length > 0,
  }
}
