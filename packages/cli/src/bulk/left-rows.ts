import type { MeetingKeeper } from '@convene/zoom/ensure'
import { formatMeetingId } from '../input/meeting-id.ts'
import { oneLine } from '../output/text-width.ts'
import type { Ledger } from './ledger.ts'
import type { LeftRow } from './survey.ts'

/** Nothing was made of it yet that somebody may have been told of. */
export const isOpen = ({ status: { meeting, state } }: LeftRow): boolean =>
  meeting === undefined && state !== 'undecided' && state !== 'gone'

/** Says what earlier runs made for rows that are not in the file any more as they were. */
export function tellLeft(left: readonly LeftRow[], from: string): string[] {
  if (left.length === 0) return []
  const rows = left.map(({ line, topic, status: { meeting, sentence } }) => {
    const what = meeting ? `meeting ${formatMeetingId(meeting.id)}` : sentence
    return `  line ${line} at that time, "${oneLine(topic)}": ${what}`
  })
  const made = left.flatMap(({ status: { meeting } }) => (meeting ? [meeting.id] : []))
  return [
    `Earlier runs began with ${left.length === 1 ? 'a row that is' : `${left.length} rows that are`} not in ${from} any more as ${left.length === 1 ? 'it was' : 'they were'}:`,
    ...rows,
    ...(made.length > 0
      ? [
          'What was made stays: where a row was edited, a new meeting is made beside the old one. To delete an old one:',
          `  convene meetings delete ${made[0]}`,
        ]
      : []),
    ...(left.some(isOpen) ? ['What was not made yet is taken back.'] : []),
  ]
}

/** Takes back what was not made yet, so that no meeting comes of it of which nobody is told; forgets the others. */
export async function takeBack(
  left: readonly LeftRow[],
  keeper: Pick<MeetingKeeper, 'cancelMeeting'>,
  ledger: Pick<Ledger, 'forget'>,
  signal: AbortSignal,
): Promise<void> {
  await Promise.all(
    left.map(async (row) => {
      const { state } = isOpen(row) ? await keeper.cancelMeeting({ key: row.keeperKey }, { signal }) : row.status
      if (state !== 'cancelling') ledger.forget(row.name)
    }),
  )
}
