import type { AuditEntry, AuditOrder, Reading, Store } from '@convene/booking'
import type { AuditView } from '@convene/booking/contract'
import { presentAudit } from '../present/audit.ts'

/** From inclusive, to exclusive, in milliseconds since 1970. */
export interface AuditRange {
  readonly from: number
  readonly to: number
}

const pageSize = 500

/** The whole log between two instants, the oldest first, page by page: none of it waits in memory, and no transaction stays open. */
export async function* readAudit(store: Pick<Store, 'read'>, range: AuditRange): AsyncGenerator<AuditView> {
  const names = createNames()
  let after: string | undefined
  for (;;) {
    const page = await store.read((reading) => readPage(reading, range, { after, limit: pageSize }, names))
    yield* page
    if (page.length < pageSize) return
    after = page.at(-1)?.id
  }
}

/** One page of the log. */
export async function readPage(
  reading: Pick<Reading, 'audit' | 'members'>,
  range: AuditRange,
  page: { readonly after: string | undefined; readonly limit: number; readonly order?: AuditOrder },
  names: Names = createNames(),
): Promise<AuditView[]> {
  const entries = await reading.audit.list(range, page)
  await names.learn(reading, entries)
  return entries.map((entry) => presentAudit(entry, names.of))
}

/** The names of members that were looked up. */
interface Names {
  of(memberId: string): string | undefined
  learn(reading: Pick<Reading, 'members'>, entries: readonly AuditEntry[]): Promise<void>
}

function createNames(): Names {
  const known = new Map<string, string | undefined>()
  return {
    of: (id) => known.get(id),
    async learn({ members }, entries) {
      for (const { by } of entries) if (!known.has(by)) known.set(by, (await members.find(by))?.name || undefined)
    },
  }
}
