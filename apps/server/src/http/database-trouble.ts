import { StoreError } from '@convene/booking/storage/sqlite'

/** Of a connection that cannot be made, or breaks (Node's and the resolver's own). */
const ofNetwork = /^(E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH)|ENOTFOUND|EAI_AGAIN)$/
/** SQLSTATE: connection exceptions, insufficient resources, the server is shut down, starts, or is read alone. */
const ofPostgres = /^(08...|53...|57P0.|25006)$/
/** `pg` says these without a code. */
const wordsOfPg =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/
/** https://sqlite.org/rescode.html: busy, locked, read-only, I/O error, full, cannot open. */
const ofSqlite: ReadonlySet<number> = new Set([5, 6, 8, 10, 13, 14])

/** Whether the database is away, full, or held by somebody else for too long: nobody's mistake, and over when that is. */
export function isDatabaseTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown }
  if (code === 'ERR_SQLITE_ERROR') return typeof errcode === 'number' && ofSqlite.has(errcode & 0xff)
  if (error instanceof StoreError) return code === 'busy'
  if (typeof code === 'string') return ofNetwork.test(code) || ofPostgres.test(code)
  // Of several addresses of a server each has failed.
  if (error instanceof AggregateError) return error.errors.some(isDatabaseTrouble)
  return wordsOfPg.test(error.message)
}
