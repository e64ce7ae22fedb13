/** Whether an occurrence still takes place: `available`, or `deleted` (it stays listed, docs/zoom-facts.md §6). */
export type OccurrenceStatus = 'available' | 'deleted'

/** One date of a series, as Zoom answers it. */
export interface MeetingOccurrence {
  /** Names the occurrence in get, update and delete; it stays the same when the occurrence is moved. */
  readonly occurrence_id: string
  /** Its start, UTC with `Z`. */
  readonly start_time: string
  /** In minutes. */
  readonly duration: number
  readonly status: OccurrenceStatus
}
