import { type ZoomClient, ZoomError } from '@convene/zoom'
import { CommandError } from '../errors.ts'
import type { NamedRow } from './name-rows.ts'

/** Rows that name no host get the one who is signed in, by name: safe creation looks for meetings at their host. */
export async function withHosts(rows: readonly NamedRow[], client: ZoomClient): Promise<readonly NamedRow[]> {
  if (rows.every(({ host }) => host !== 'me')) return rows
  try {
    const { id, email = id } = await client.users.me()
    return rows.map((row) => (row.host === 'me' ? { ...row, host: email } : row))
  } catch (error) {
    if (!(error instanceof ZoomError) || error.code !== 'scope_missing') throw error
    throw new CommandError('wrong_value', 'A row names no host, and this app may not ask Zoom who is signed in.', {
      remedy: 'Fill in the column host, give --user for all rows, or allow the app the scope user:read:user:admin.',
      cause: error,
    })
  }
}
