import type {
  CancelInput,
  ChangeInput,
  ChangeScope,
  DateExceptionInput,
  MeetNowInput,
  OverrideInput,
  PersonInput,
  Recurrence,
  Revision,
  WishInput,
} from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { absentForUndefined, absentOr, day, timeZone, wallTime } from './common.ts'

/** What a `WishInput` may hold: described here, read by the domain, whose refusals can be told in any language. */

const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])
const interval = z.number().int().min(1).openapi({ description: 'Every how many days, weeks or months' })
const end = z
  .union([z.strictObject({ count: z.number().int().min(1) }), z.strictObject({ until: day })])
  .openapi({ description: 'How many dates, or the last day on which there may be one' })
const week = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)])

export const recurrence: z.ZodType<Recurrence> = z
  .discriminatedUnion('freq', [
    z.strictObject({ freq: z.literal('daily'), interval, end }),
    z.strictObject({ freq: z.literal('weekly'), interval, end, byDay: z.array(weekday).min(1) }),
    z.strictObject({
      freq: z.literal('monthly'),
      interval,
      end,
      by: z.union([
        z.strictObject({ monthDay: z.number().int().min(1).max(31) }),
        z.strictObject({ week: week.openapi({ description: '-1 is the last' }), weekday }),
      ]),
    }),
  ])
  .openapi('Recurrence', { description: 'How a series repeats, in the words of RFC 5545' })

export const dateException: z.ZodType<DateExceptionInput> = z
  .strictObject({
    date: day,
    start: absentOr(wallTime).openapi({ description: 'Absent: the date is left out' }),
    minutes: absentOr(z.number().int()),
  })
  .openapi('DateException')

export const person: z.ZodType<PersonInput> = z
  .strictObject({ email: z.string(), name: absentOr(z.string()) })
  .openapi('Person')

const minutes = z.number().int().min(1).max(1440).openapi({ example: 60 })
const title = z.string().min(1).max(200).openapi({ example: 'Parents evening' })
const agenda = z.string().max(1950)
const people = z.array(person).max(500)
const peopleExpected = z
  .number()
  .int()
  .min(1)
  .max(10_000)
  .openapi({ description: 'The host must hold as many; one more than `people` unless given' })

const wishFields = {
  title,
  agenda: absentOr(agenda),
  timeZone,
  start: wallTime,
  repeated: absentOr(z.enum(['earlier', 'later'])).openapi({
    description: 'Which of two, where the clocks repeat the start',
  }),
  minutes,
  recurrence: absentOr(recurrence),
  exceptions: absentOr(z.array(dateException).max(60)),
  people: absentOr(people),
  peopleExpected: absentOr(peopleExpected),
  deputies: absentOr(z.array(z.string()).max(5)).openapi({
    description: 'Addresses of members who may start it too, where meetings are opened by the start link',
  }),
}

export const wishInput: z.ZodType<WishInput> = z.strictObject(wishFields).openapi('WishInput')

export const meetNowInput: z.ZodType<MeetNowInput> = z
  .strictObject({
    title,
    agenda: absentOr(agenda),
    timeZone,
    minutes,
    people: absentOr(people),
    peopleExpected: absentOr(peopleExpected),
  })
  .openapi('MeetNowInput')

export const overrideInput: z.ZodType<OverrideInput> = z
  .strictObject({ wish: wishInput, hostId: z.string().min(1), organiserId: z.string().min(1) })
  .openapi('OverrideInput')

const revisionNumber = z.number().int().min(1).openapi({ description: 'The revision that the caller saw' })

export const revision: z.ZodType<Revision> = z.strictObject({ revision: revisionNumber }).openapi('Revision')

const scope: z.ZodType<ChangeScope> = z
  .union([
    z.strictObject({ scope: z.literal('all') }),
    z.strictObject({ scope: z.enum(['one', 'following']), date: day }),
  ])
  .openapi('ChangeScope', { description: 'All dates, one, or one and all that follow' })

export const cancelInput: z.ZodType<CancelInput> = z
  .strictObject({ revision: revisionNumber, scope })
  .openapi('CancelInput')

const { exceptions: _, ...changeable } = wishFields

export const changeInput: z.ZodType<ChangeInput> = absentForUndefined<ChangeInput>(
  z.strictObject({
    revision: revisionNumber,
    scope,
    change: z.strictObject(changeable).partial(),
    mayMove: z
      .boolean()
      .openapi({ description: 'Whether another host may be taken; the meeting has another link then' }),
  }),
).openapi('ChangeInput')
