import type { Emulator } from '../../http/env.ts'
import { beginWith, endWith, tellWhenRecorded, tellWhenSummarized } from './act.ts'

/** Lets recordings, streams and summaries begin and end with their meetings, and goes on with those that a file kept. */
export function watchMeetings(emulator: Emulator): void {
  const { events, store, clock } = emulator
  const isUnderWay = ({ readyAt = 0 }: { readonly readyAt?: number }) => readyAt > clock.now()
  for (const recording of store.recordings.values()) if (isUnderWay(recording)) tellWhenRecorded(emulator, recording)
  for (const summary of store.summaries.values()) {
    const meeting = store.meetings.get(summary.meetingId)
    if (meeting && isUnderWay(summary)) tellWhenSummarized(emulator, summary, { ...meeting, uuid: summary.uuid })
  }
  events.subscribe(({ name, payload }) => {
    const what = /^(?:meeting|webinar)\.(started|ended)$/.exec(name)?.[1]
    if (!what) return
    const object = payload()?.object
    const id = typeof object === 'object' && object !== null && 'id' in object ? Number(object.id) : Number.NaN
    const meeting = store.meetings.get(id)
    if (!meeting) return
    if (what === 'started') beginWith(emulator, meeting)
    else endWith(emulator, meeting)
  })
}
