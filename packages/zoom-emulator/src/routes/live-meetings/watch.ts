import type { Emulator } from '../../http/env.ts'
import { beginWith, endWith } from './act.ts'

/** Lets recordings, streams and summaries begin and end with their meetings. */
export function watchMeetings(emulator: Emulator): void {
  const { events, store } = emulator
  events.subscribe(({ name, payload }) => {
    const what = /^(?:meeting|webinar)\.(started|ended)$/.exec(name)?.[1]
    if (!what) return
    const object = payload()?.object
    const id = typeof object === 'object' && object !== null && 'id' in object ? Number(object.id) : Number.NaN
    const meeting = store.meetings.get(id)
    if (!meeting) return
    if (what === 'started') beginWith(emulator, meeting, meeting.settings)
    else endWith(emulator, meeting)
  })
}
