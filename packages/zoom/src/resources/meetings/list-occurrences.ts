import { invalidInput, ZoomError } from '../../errors.ts'
import type { ListedMeeting, Meeting } from '../../generated/types/schemas.ts'
import type { CallOptions } from '../../http/operation.ts'
import { readStartTime, type StartTimeInput } from '../../time/start-time-input.ts'
import { checkNames } from '../check-names.ts'
import type { ListOccurrencesInput, NotCovered, OccurrenceList } from '../meeting-types/occurrences.ts'
import type { ResourceContext } from '../resource-operation.ts'
import { getMeeting } from './get.ts'
import { listMeetings } from './list.ts'
import { mapBounded } from './map-bounded.ts'
import { isSeries, occurrencesOfSeries, occurrencesOfSingle } from './occurrences.ts'

/** How many series are read at the same time: well under every plan's limit a second (docs/zoom-facts.md §3.1). */
const seriesAtOnce = 4

/** Lists a host's meetings and reads each series, since Zoom's lists show a series as one row (docs/zoom-facts.md §5.7). */
export async function listOccurrences(
  context: ResourceContext,
  input: ListOccurrencesInput,
  options?: CallOptions,
): Promise<OccurrenceList> {
  checkNames(input, ['from', 'to', 'userId'])
  const { userId, from, to } = input
  const interval = { from: instantOf('from', from), to: instantOf('to', to) }
  if (interval.to <= interval.from) throw invalidInput('to', to, 'Give an instant after from.')
  const now = context.now()

  const rows = await listRows(context, userId, interval.from < now, options)
  const series = rows.filter(isSeries)
  const single = rows.filter((row) => !isSeries(row)).map((row) => occurrencesOfSingle(row, interval))
  const unfolded = await mapBounded(series, seriesAtOnce, async (row) => {
    const meeting = await readSeries(context, row, options)
    return meeting ? occurrencesOfSeries(meeting, interval) : noLongerShown(row)
  })

  const parts = [...single, ...unfolded]
  return {
    occurrences: parts
      .flatMap((part) => part.occurrences)
      .sort((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time)),
    notCovered: [...parts.flatMap((part) => part.notCovered), ...notListed(interval.from, now)],
  }
}

function instantOf(field: string, value: StartTimeInput): number {
  const time = readStartTime(value, field)
  if (time.kind === 'instant') return time.at
  throw invalidInput(field, value, 'Give an exact instant, with Z or an offset: "2026-12-17T18:00:00+08:00".')
}

/** One row a meeting: what is scheduled, and for an interval that begins in the past what has ended. */
async function listRows(
  { requester }: ResourceContext,
  userId: string | undefined,
  withEnded: boolean,
  options: CallOptions | undefined,
): Promise<ListedMeeting[]> {
  const rows = new Map<number, ListedMeeting>()
  for (const type of withEnded ? (['scheduled', 'previous_meetings'] as const) : (['scheduled'] as const))
    for await (const row of listMeetings(requester, { userId, type }, options))
      if (!rows.has(row.id)) rows.set(row.id, row)
  return [...rows.values()]
}

async function readSeries(
  { requester }: ResourceContext,
  row: ListedMeeting,
  options: CallOptions | undefined,
): Promise<Meeting | undefined> {
  try {
    return await getMeeting(requester, { meetingId: row.id, show_previous_occurrences: true }, options)
  } catch (error) {
    if (error instanceof ZoomError && error.code === 'not_found') return undefined
    throw error
  }
}

function noLongerShown({ id, topic }: ListedMeeting): OccurrenceList {
  const explanation =
    'Zoom lists this series and does not know it any more: it was deleted meanwhile, or its id has expired.'
  return { occurrences: [], notCovered: [{ reason: 'no_longer_shown', meetingId: id, topic, explanation }] }
}

/** What no list of Zoom's shows of the past (docs/zoom-facts.md §5.7, §10). */
function notListed(from: number, now: number): NotCovered[] {
  if (from >= now) return []
  const sixMonthsAgo = new Date(now)
  sixMonthsAgo.setUTCMonth(sixMonthsAgo.getUTCMonth() - 6)
  const instant: NotCovered = {
    reason: 'instant_not_listed',
    explanation: 'Zoom never lists instant meetings; there may have been some before now.',
  }
  if (from >= sixMonthsAgo.getTime()) return [instant]
  const explanation = `Zoom lists ended meetings since ${sixMonthsAgo.toISOString()} only; earlier ones whose id has expired are missing.`
  return [instant, { reason: 'past_no_longer_listed', explanation }]
}
