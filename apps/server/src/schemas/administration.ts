import { weekdays } from '@convene/booking'
import type {
  ApiKeyView,
  ApiScope,
  AuditView,
  ConnectionView,
  DriftView,
  HostPlan,
  HostView,
  MailView,
  MemberView,
  NewApiKeyView,
  OpenHours,
  PoliciesView,
  Weekday,
  ZoomUserView,
} from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { bookingSummary } from './bookings.ts'
import { instant, language, message, role, timeZone } from './common.ts'

const plan: z.ZodType<HostPlan> = z.enum(['basic', 'pro', 'business'])

const openHours: z.ZodType<OpenHours> = z.object({ from: z.string(), to: z.string() }).openapi('OpenHours')

const weekday: z.ZodType<Weekday> = z.enum(weekdays)

const hostFields = {
  name: z.string(),
  zoomUser: z.string().openapi({ description: 'The user id or e-mail address at Zoom' }),
  email: z.string(),
  plan,
  capacity: z.number().int().openapi({ description: 'How many people a meeting holds' }),
  lanes: z.number().int().openapi({ description: 'How many meetings may run at a time' }),
  bufferBefore: z.number().int().openapi({ description: 'Minutes' }),
  bufferAfter: z.number().int().openapi({ description: 'Minutes' }),
  timeZone,
  hours: z.partialRecord(weekday, z.array(openHours)).nullable().openapi({
    description: 'When it may be booked, in its zone; null: at any time. A weekday without an entry is closed',
  }),
  memberId: z.string().nullable().openapi({ description: 'Only this member books it; null: it belongs to the pool' }),
  isActive: z.boolean(),
}

export const hostInput: z.ZodType = z.object(hostFields).partial().openapi('HostInput')

export const hostView: z.ZodType<HostView> = z
  .object({
    id: z.string(),
    ...hostFields,
    memberName: z.string().nullable().openapi({ description: "The member's name, while the desk keeps it" }),
    budget: z
      .object({ spent: z.number().int(), of: z.number().int(), renewsAt: instant })
      .openapi({ description: "Of Zoom's creations and changes of this UTC day" }),
    health: z.object({
      is: z.enum(['good', 'not_seen_yet', 'not_at_zoom', 'may_not_host', 'zoom_away']),
      seenAt: instant.nullable(),
      agenda: z.enum(['shown', 'hidden', 'unknown']),
      foreignMeetings: z.number().int(),
    }),
  })
  .openapi('Host') as z.ZodType<HostView>

export const zoomUserView: z.ZodType<ZoomUserView> = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    plan,
    capacity: z.number().int().nullable(),
    isHost: z.boolean(),
  })
  .openapi('ZoomUser')

const memberFields = {
  email: z.string(),
  name: z.string(),
  role,
  language,
  timeZone,
  needsApproval: z.boolean().openapi({ description: 'What the member books waits for a manager' }),
  isActive: z.boolean(),
}

export const memberInput: z.ZodType = z.object(memberFields).partial().openapi('MemberInput')

export const memberView: z.ZodType<MemberView> = z.object({ id: z.string(), ...memberFields }).openapi('Member')

const policiesFields = {
  noticeMinutes: z.number().int().nullable(),
  horizonDays: z.number().int().nullable(),
  longestMinutes: z.number().int().nullable(),
  datesPerWeek: z.number().int().nullable(),
  bufferMinutes: z.number().int().nullable(),
  approvalForHosts: z.array(z.string()),
  opening: z.enum(['without_host', 'start_link']),
  nextOrganiserMayEnd: z
    .boolean()
    .openapi({ description: 'Whether the organiser of the next booking may end a meeting that overruns' }),
  timeZone,
}

export const policiesInput: z.ZodType = z
  .object({ ...policiesFields, nextOrganiserMayEnd: policiesFields.nextOrganiserMayEnd.optional() })
  .openapi('PoliciesInput')

export const policiesView: z.ZodType<PoliciesView> = z
  .object({
    ...policiesFields,
    pool: z
      .object({
        confirmedBy: z.string(),
        confirmedByName: z.string().nullable().openapi({ description: 'The name, while the desk keeps it' }),
        confirmedAt: instant,
      })
      .nullable(),
  })
  .openapi('Policies', { description: 'null: there is no such rule' })

export const driftView: z.ZodType<DriftView> = z
  .object({
    booking: bookingSummary,
    is: z.enum(['changed', 'deleted', 'undecided']),
    fields: z.array(z.object({ field: z.string(), booked: z.unknown(), atZoom: z.unknown() })),
    candidates: z.array(z.number().int()),
    seenAt: instant,
    whyNotAccept: message.nullable(),
  })
  .openapi('Drift') as z.ZodType<DriftView>

export const auditView: z.ZodType<AuditView> = z
  .object({
    id: z.string(),
    at: instant,
    by: z.string(),
    byName: z.string().nullable(),
    what: z.string(),
    thing: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .openapi('AuditEntry')

export const connectionView: z.ZodType<ConnectionView> = z
  .object({
    zoom: z.enum(['real', 'emulated']),
    account: z.string().nullable(),
    steps: z.array(
      z.object({
        is: z.enum(['sign_in', 'users', 'meetings', 'agenda', 'webhooks', 'clock']),
        result: z.enum(['good', 'bad', 'not_tried']),
        says: z.string(),
      }),
    ),
    missingScopes: z.array(z.object({ classic: z.string(), granular: z.string(), for: z.string() })),
  })
  .openapi('Connection')

export const apiScope: z.ZodType<ApiScope> = z.enum([
  'bookings:read',
  'bookings:write',
  'calendar:read',
  'admin:read',
  'admin:write',
])

const apiKeyFields = {
  id: z.string(),
  name: z.string(),
  scopes: z.array(apiScope),
  createdAt: instant,
  expiresAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
}

export const apiKeyView: z.ZodType<ApiKeyView> = z.object(apiKeyFields).openapi('ApiKey')

export const newApiKeyView: z.ZodType<NewApiKeyView> = z
  .object({ ...apiKeyFields, key: z.string().openapi({ description: 'Shown this once' }) })
  .openapi('NewApiKey')

export const mailView: z.ZodType<MailView> = z
  .object({
    id: z.string(),
    at: instant,
    to: z.string(),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), content: z.string() })),
  })
  .openapi('Mail')
