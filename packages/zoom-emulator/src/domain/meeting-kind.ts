import type { Meeting, WebinarType } from './entities.ts'

/** When something takes place: once it is started, at one time, whenever its host likes, or on the dates of a series. */
export type Timing = 'instant' | 'once' | 'anytime' | 'series'

const timings: Readonly<Record<Meeting['type'], Timing>> = {
  1: 'instant',
  2: 'once',
  10: 'once',
  3: 'anytime',
  8: 'series',
  5: 'once',
  6: 'anytime',
  9: 'series',
}

/** What meetings and webinars of a type have in common (docs/zoom-facts.md §5.3). */
export function timingOf({ type }: Pick<Meeting, 'type'>): Timing {
  return timings[type]
}

/** Whether it takes place more than once, under the same id. */
export function recurs(meeting: Pick<Meeting, 'type'>): boolean {
  const timing = timingOf(meeting)
  return timing === 'anytime' || timing === 'series'
}

/** As paths and the names of events have it. */
export type MeetingKind = 'meeting' | 'webinar'

export function kindOf({ type }: Pick<Meeting, 'type'>): MeetingKind {
  return isWebinarType(type) ? 'webinar' : 'meeting'
}

function isWebinarType(type: Meeting['type']): type is WebinarType {
  return type === 5 || type === 6 || type === 9
}
