import type { Instance } from './instance.ts'
import { type Participant, type Stay, timeInMeeting } from './participant.ts'

/** What an instance of a meeting came to, in numbers. */
export interface Attendance {
  /** Everybody who was in the meeting; who left and came back counts twice. */
  readonly participants: number
  /** Their minutes in it together, of each the begun ones. */
  readonly minutes: number
}

export function countAttendance(people: Iterable<Participant>, endedAt: number): Attendance {
  let participants = 0
  let minutes = 0
  for (const person of people) {
    if (!wasIn(person)) continue
    participants++
    minutes += minutesOf(timeInMeeting(person, endedAt))
  }
  return { participants, minutes }
}

/** One line of a list of participants: somebody, for as long as he was in one place. */
export interface AttendanceRow {
  readonly person: Participant
  readonly stay: Required<Stay>
}

/** The lines of an instance that has ended, in the order of coming. */
export function listAttendance(people: Iterable<Participant>, endedAt: number): AttendanceRow[] {
  const rows: AttendanceRow[] = []
  for (const person of people)
    for (const stay of person.stays) rows.push({ person, stay: { ...stay, untilAt: stay.untilAt ?? endedAt } })
  return rows.sort((a, b) => a.stay.fromAt - b.stay.fromAt)
}

/** Whether only one person, or nobody, was in the meeting: Zoom then lists nobody (docs/zoom-facts.md §5.10). */
export function wasAlone(people: Iterable<Participant>): boolean {
  let count = 0
  for (const person of people) if (wasIn(person) && ++count > 1) return false
  return true
}

/** How long it was held, in begun minutes. */
export function minutesHeld({ startedAt }: Instance, endedAt: number): number {
  return minutesOf(endedAt - startedAt)
}

function wasIn({ stays }: Participant): boolean {
  return stays.some(({ place }) => place === 'meeting')
}

function minutesOf(ms: number): number {
  return Math.ceil(ms / 60_000)
}
