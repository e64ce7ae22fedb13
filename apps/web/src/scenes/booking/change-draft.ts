import type { BookingView, ChangeInput, ChangeScope } from '@convene/booking/contract'
import { wallAt } from '../../time/wall-time.ts'
import { type Draft, wishOf } from '../book/draft.ts'

/** What a booking has now, in the form in which it was typed: of one date, or of all. */
export function draftOf(booking: BookingView, scope: ChangeScope): Draft {
  const { title, agenda, timeZone, minutes, people, peopleExpected, deputies, recurrence, occurrences } = booking
  const one = scope.scope === 'all' ? undefined : occurrences.find(({ date }) => date === scope.date)
  const start = one === undefined ? booking.start : wallAt(Date.parse(one.startsAt), timeZone)
  const length = one === undefined ? minutes : (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000
  return {
    title: title ?? '',
    agenda,
    date: start.slice(0, 10),
    time: start.slice(11, 16),
    minutes: scope.scope === 'one' ? length : minutes,
    timeZone,
    repeated: null,
    recurrence,
    exceptions: [],
    people: people
      .map(({ email, name }) => (name ? `${name.replaceAll(/[<>,;"]/g, ' ')} <${email}>` : email))
      .join('\n'),
    peopleExpected: peopleExpected === people.length + 1 ? 0 : peopleExpected,
    deputies: deputies.map(({ email }) => email).join(', '),
  }
}

/** What belongs to a series as a whole, and what its dates can have of their own. */
const fieldsOf = {
  one: ['start', 'minutes'],
  following: ['title', 'agenda', 'start', 'repeated', 'minutes', 'timeZone', 'people', 'peopleExpected', 'deputies'],
  all: [
    'title',
    'agenda',
    'start',
    'repeated',
    'minutes',
    'timeZone',
    'people',
    'peopleExpected',
    'deputies',
    'recurrence',
  ],
} as const

/** What is other than before, and nothing else; `undefined` when nothing is. */
export function changeOf(booking: BookingView, scope: ChangeScope, draft: Draft): ChangeInput['change'] | undefined {
  const [was, is] = [wishOf(draftOf(booking, scope)), wishOf(draft)]
  const changed = fieldsOf[scope.scope].filter((field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
  return changed.length === 0 ? undefined : Object.fromEntries(changed.map((field) => [field, is[field]]))
}
