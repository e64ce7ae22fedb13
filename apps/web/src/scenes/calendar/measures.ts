/** Of a lane in the timetable, in rem: large enough to be hit with a finger. */
const laneRem = 2.75
/** Above and below the lanes of a host. */
const paddingRem = 0.5

export function rowRem(lanes: number): number {
  // A host with one lane has its name and one line more.
  return Math.max(lanes * laneRem, 3) + paddingRem
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`
}
