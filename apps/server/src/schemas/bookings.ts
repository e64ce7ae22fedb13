import type {
  AlternativesView,
  BookingPreviewView,
  BookingState,
  BookingSummary,
  BookingView,
  ChangedView,
  ChangePreviewView,
  DateException,
  DateView,
  HostName,
  InvitationView,
  MeetingView,
  OpeningView,
  OtherTimes,
  Person,
  RefusalView,
  RefusedHostView,
  Standing,
  ZoomCost,
} from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { absentForUndefined, day, instant, language, message, orNull, timeZone, wallTime } from './common.ts'
import { dateException, person, recurrence } from './wish.ts'

const hostName: z.ZodType<HostName> = z.object({ id: z.string(), name: z.string() }).openapi('HostName')

const dateView: z.ZodType<DateView> = z.object({ date: day, startsAt: instant, endsAt: instant }).openapi('Date')

export const bookingState: z.ZodType<BookingState> = z.enum([
  'requested',
  'reserved',
  'unknown',
  'confirmed',
  'cancelled',
  'ended',
  'declined',
])

const standing: z.ZodType<Standing> = z
  .object({
    code: z.enum([
      'waits_for_approval',
      'asking_zoom',
      'no_answer',
      'zoom_away',
      'limited',
      'refused_by_zoom',
      'sign_in_refused',
      'scope_missing',
      'undecided',
      'gone',
      'differs',
      'changing',
      'cancelling',
      'ready',
      'running',
      'overruns',
      'cancelled',
      'declined',
      'ended',
    ]),
    nextAt: instant.nullable(),
    fields: z.array(z.string()),
    zoomSays: z.string().nullable(),
  })
  .openapi('Standing', { description: 'Where a booking stands' })

const summaryFields = {
  id: z.string(),
  title: z.string().nullable(),
  state: bookingState,
  isMine: z.boolean(),
  isDeputy: z.boolean().openapi({ description: 'Whether one may start it for its organiser' }),
  organiser: z.object({ id: z.string(), name: z.string() }).nullable(),
  host: hostName,
  timeZone,
  minutes: z.number().int(),
  recurrence: orNull(recurrence),
  startsAt: instant,
  endsAt: instant,
  next: orNull(dateView),
  dates: z.number().int(),
  standing,
}

export const bookingSummary: z.ZodType<BookingSummary> = z.object(summaryFields).openapi('BookingSummary')

const meetingView: z.ZodType<MeetingView> = z
  .object({ id: z.number().int(), joinUrl: z.string(), passcode: z.string() })
  .openapi('Meeting')

const openingView: z.ZodType<OpeningView> = z
  .object({
    way: z.enum(['without_host', 'start_link', 'own']),
    startLink: z.object({ from: instant, until: instant }).nullable(),
  })
  .openapi('Opening')

const exception = absentForUndefined<DateException>(dateException)

export const bookingView: z.ZodType<BookingView> = z
  .object({
    ...summaryFields,
    revision: z.number().int(),
    agenda: z.string(),
    start: wallTime,
    exceptions: z.array(exception),
    people: z.array(absentForUndefined<Person>(person)),
    deputies: z.array(z.object({ email: z.string(), name: z.string() })),
    peopleExpected: z.number().int(),
    occurrences: z.array(dateView),
    choice: message,
    meeting: orNull(meetingView),
    opening: openingView,
    isHeldUp: z.boolean().openapi({ description: 'Whether the meeting before it on its lane still runs' }),
    may: z.object({
      change: z.boolean(),
      cancel: z.boolean(),
      extend: z.boolean(),
      decide: z.boolean(),
      restore: z.boolean(),
      endRunning: z.boolean(),
    }),
    createdAt: instant,
  })
  .openapi('Booking')

const refusedHost: z.ZodType<RefusedHostView> = z
  .object({ host: hostName, why: message, takenOn: z.array(day) })
  .openapi('RefusedHost')

const refusal: z.ZodType<RefusalView> = z
  .object({
    rule: z.enum(['notice', 'horizon', 'longest', 'quota']),
    says: message,
    nearest: z
      .union([z.object({ start: wallTime }), z.object({ minutes: z.number().int() }), z.object({ until: day })])
      .nullable(),
  })
  .openapi('Refusal')

const otherTimes = absentForUndefined<OtherTimes>(
  z
    .object({
      is: z.enum(['earlier', 'later', 'other_day']),
      start: wallTime,
      recurrence: recurrence.optional(),
      exceptions: z.array(exception),
    })
    .openapi('OtherTimes'),
)

const alternatives: z.ZodType<AlternativesView> = z
  .object({
    starts: z.array(otherTimes),
    moves: z.object({ host: hostName, takenOn: z.array(day), nearest: z.array(exception) }).nullable(),
  })
  .openapi('Alternatives')

const costFields = { hostId: z.string(), calls: z.number().int(), link: z.enum(['stays', 'new']) }
const zoomCost: z.ZodType<ZoomCost> = z
  .object(costFields)
  .openapi('ZoomCost', { description: 'Calls of the 100 creations and changes that a host has a day' })

export const bookingPreview: z.ZodType<BookingPreviewView> = z
  .object({
    dates: z.array(dateView),
    notes: z.array(message),
    free: z.number().int(),
    of: z.number().int(),
    best: z.object({ host: hostName, choice: message, needsApproval: z.boolean(), cost: zoomCost }).nullable(),
    refused: z.array(refusedHost),
    refusals: z.array(refusal),
    alternatives: orNull(alternatives),
  })
  .openapi('BookingPreview')

export const changePreview: z.ZodType<ChangePreviewView> = z
  .object({
    dates: z.array(dateView),
    notes: z.array(message),
    host: orNull(hostName),
    link: z.enum(['stays', 'new']).nullable(),
    costs: z.array(z.object({ ...costFields, spent: z.number().int() })),
    needsApproval: z.boolean(),
    rest: z.object({ dates: z.array(dateView), host: orNull(hostName) }).nullable(),
    refused: z.array(refusedHost),
    refusals: z.array(refusal),
    alternatives: orNull(alternatives),
  })
  .openapi('ChangePreview')

export const changed: z.ZodType<ChangedView> = z
  .object({ booking: bookingView, rest: bookingView.nullable() })
  .openapi('Changed')

export const invitation: z.ZodType<InvitationView> = z.object({ text: z.string(), language }).openapi('Invitation')
