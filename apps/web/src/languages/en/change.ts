/** What a change of a booking would make of it. */
export const change = {
  looking: 'Looking what changes …',
  dates: 'When',
  datesStay: 'The dates stay as they are.',
  moreDates: (count: number): string => (count === 1 ? 'and 1 more date' : `and ${count} more dates`),
  host: 'Host',
  link: 'Link',
  linkStays: 'The link stays the same.',
  linkNew: 'The meeting gets a new link. Everybody is told; the old link ends.',
  cost: 'At Zoom',
  costOf: (host: string, calls: number, spent: number, most: number): string =>
    `${host}: ${calls === 1 ? '1 change' : `${calls} changes`} of the ${most} that Zoom takes a day. ${spent} are spent today.`,
  costNothing: (host: string): string => `${host}: nothing has to be changed at Zoom.`,
  approval: 'A manager has to approve it. Until then the time is held.',
  rest: (host: string): string => `The following dates become a booking of their own on ${host}, with a new link:`,
  restNoHost: 'The following dates become a booking of their own.',
  noHost: 'No host is free then.',
  useStart: (start: string): string => `Take ${start}`,
  useMinutes: (length: string): string => `Take ${length}`,
}

export type ChangeWords = typeof change
