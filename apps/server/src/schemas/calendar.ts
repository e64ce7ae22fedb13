import type { CalendarBlock, CalendarHost, CalendarView } from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { bookingState } from './bookings.ts'
import { absentForUndefined, day, instant, timeZone } from './common.ts'

const openHours = z.object({ from: z.string(), to: z.string() })
const weekday = z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])

const calendarHost = absentForUndefined<CalendarHost>(
  z.object({
    id: z.string(),
    name: z.string(),
    plan: z.enum(['basic', 'pro', 'business']),
    capacity: z.number().int(),
    lanes: z.number().int(),
    timeZone,
    hours: z.partialRecord(weekday, z.array(openHours)).nullable(),
    isOwn: z.boolean(),
    isActive: z.boolean(),
  }),
).openapi('CalendarHost')

const calendarBlock: z.ZodType<CalendarBlock> = z
  .object({
    hostId: z.string(),
    lane: z.number().int(),
    is: z.enum(['mine', 'booking', 'foreign']),
    startsAt: instant,
    endsAt: instant,
    heldFrom: instant,
    heldTo: instant,
    bookingId: z.string().nullable(),
    title: z.string().nullable(),
    organiser: z.string().nullable(),
    date: day.nullable(),
    state: bookingState.nullable(),
  })
  .openapi('CalendarBlock')

export const calendarView: z.ZodType<CalendarView> = z
  .object({ from: instant, to: instant, hosts: z.array(calendarHost), blocks: z.array(calendarBlock) })
  .openapi('Calendar')
