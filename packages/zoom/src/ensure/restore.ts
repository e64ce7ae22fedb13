import { unhindered } from './obstacle.ts'
import type { MeetingRecord, PublishedMeeting, WantedMeeting } from './record.ts'

/** With these the times are sent as a whole: only so Zoom forgets what somebody did to single dates (docs/zoom-facts.md §6). */
const ofTimes: ReadonlySet<string> = new Set(['start_time', 'duration', 'dates'])

/**
 * The record of which Zoom is to get again what is wanted in the fields in which somebody has changed the meeting there; nothing else is
 * sent. A passcode that was changed is set to the one that the meeting was made with.
 */
export function restored(record: MeetingRecord): MeetingRecord {
  const { published, wanted, attempts } = record
  const { differs } = published ?? {}
  if (published === undefined || wanted.meeting === undefined || differs === undefined) return record
  const attempt = attempts.find(({ number }) => number === published.attempt)
  const hasOtherPasscode = differs.includes('join_url') || differs.includes('password')
  const password = hasOtherPasscode ? (wanted.meeting.fields.password ?? attempt?.password) : undefined
  const meeting: WantedMeeting =
    password === undefined ? wanted.meeting : { ...wanted.meeting, fields: { ...wanted.meeting.fields, password } }
  const { candidates: _candidates, ...rest } = unhindered(record)
  return {
    ...rest,
    wanted: { ...wanted, revision: wanted.revision + 1, meeting },
    published: { ...published, shows: without(published.shows, differs) },
  }
}

/** What Zoom shows as far as it is known: nothing of the fields that differ. */
function without({ dates, ...meeting }: PublishedMeeting['shows'], differs: readonly string[]): WantedMeeting {
  const hidden = new Set([...differs, 'password'])
  const hasOtherTimes = differs.some((name) => ofTimes.has(name))
  if (hasOtherTimes) hidden.add('start_time')
  return {
    ...meeting,
    fields: Object.fromEntries(Object.entries(meeting.fields).filter(([name]) => !hidden.has(name))),
    ...(dates && !hasOtherTimes && { dates }),
  }
}
