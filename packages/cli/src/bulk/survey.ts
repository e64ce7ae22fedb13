import type { MeetingKeeper, MeetingStatus } from '@convene/zoom/ensure'
import type { Ledger } from './ledger.ts'
import type { NamedRow } from './name-rows.ts'

/** A row that is to be made, with its key in safe creation. */
export interface PendingRow extends NamedRow {
  readonly keeperKey: string
  /** The key under which Zoom has refused it before. */
  readonly refusedKey?: string | undefined
}

/** A row of an earlier run that is not in the file any more, or stands there otherwise. */
export interface LeftRow {
  readonly name: string
  readonly keeperKey: string
  readonly line: number
  readonly topic: string
  readonly status: MeetingStatus
}

/** What earlier runs have left to do. */
export interface Survey {
  readonly pending: readonly PendingRow[]
  /** Rows with which an earlier run has ended, as they stand. */
  readonly ended: readonly { readonly row: NamedRow; readonly status: MeetingStatus }[]
  readonly left: readonly LeftRow[]
}

/** Compares the rows of the file with what earlier runs have done. */
export async function surveyRows(
  rows: readonly NamedRow[],
  ledger: Pick<Ledger, 'rows'>,
  keeper: Pick<MeetingKeeper, 'status'>,
): Promise<Survey> {
  const pending: PendingRow[] = []
  const ended: { row: NamedRow; status: MeetingStatus }[] = []
  for (const row of rows) {
    const { keeperKey, refusedKey, status } = await lastRound(row.name, keeper)
    if (status !== undefined && hasEnded(status)) ended.push({ row, status })
    else pending.push({ ...row, keeperKey, refusedKey })
  }
  const names = new Set(rows.map(({ name }) => name))
  const left: LeftRow[] = []
  for (const { name, line, topic } of ledger.rows()) {
    if (names.has(name)) continue
    const { keeperKey, status } = await lastRound(name, keeper)
    if (status !== undefined) left.push({ name, keeperKey, line, topic, status })
  }
  return { pending, ended, left }
}

/** Nothing more happens to the meeting of this row. */
export function hasEnded({ state }: MeetingStatus): boolean {
  return state === 'published' || state === 'undecided' || state === 'gone'
}

/** What Zoom has refused, or what was taken back, is tried anew by the next run: under a key of its own. */
async function lastRound(
  name: string,
  keeper: Pick<MeetingKeeper, 'status'>,
): Promise<Pick<PendingRow, 'keeperKey' | 'refusedKey'> & { readonly status: MeetingStatus | undefined }> {
  let refusedKey: string | undefined
  for (let round = 1; ; round++) {
    const keeperKey = `${name} ${round}`
    const status = await keeper.status(keeperKey)
    if (status?.state === 'refused') refusedKey = keeperKey
    else if (status?.state !== 'cancelled') return { keeperKey, refusedKey, status }
  }
}
