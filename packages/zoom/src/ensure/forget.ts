import { commitBeside, type KeeperParts } from './keeper-parts.ts'
import type { MeetingRecord, WantedMeeting } from './record.ts'

/** What later looks need: when a meeting was to be. */
const keptFields: ReadonlySet<string> = new Set(['type', 'start_time', 'timezone', 'duration', 'recurrence'])

/** Takes what people could read out of records: topics, agendas, passcodes, links. They go on to say which meetings are ours. */
export async function forgetMeetings(parts: KeeperParts, keys: readonly string[]): Promise<void> {
  for (const key of keys) await commitBeside(parts, key, forgotten)
}

function forgotten(record: MeetingRecord): MeetingRecord {
  const { wanted, attempts, published, change, obstacle } = record
  return {
    ...record,
    wanted: { ...wanted, meeting: wanted.meeting && emptied(wanted.meeting) },
    attempts: attempts.map((attempt) => ({ ...attempt, sent: emptied(attempt.sent), password: '' })),
    ...(published && {
      published: { ...published, shows: emptied(published.shows), join_url: '', password: '' },
    }),
    ...(change && {
      change: {
        ...change,
        shows: emptied(change.shows),
        ...(change.mayShow && { mayShow: change.mayShow.map(emptied) }),
      },
    }),
    // In Zoom's own words, which may repeat what it was sent.
    ...(obstacle && { obstacle: { ...obstacle, message: '' } }),
  }
}

function emptied({ fields, ...meeting }: WantedMeeting): WantedMeeting {
  return { ...meeting, fields: Object.fromEntries(Object.entries(fields).filter(([name]) => keptFields.has(name))) }
}
