import type { Meeting } from './entities.ts'
import { invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { type Fields, flag, parseFields, text } from './fields.ts'
import type { MeetingInput } from './meeting-fields.ts'

/** What a meeting had, kept under a name for meetings to come. */
export interface MeetingTemplate {
  readonly id: string
  readonly accountId: string
  readonly userId: string
  readonly name: string
  /** 1 a user's own, 2 of an administrator, for everybody in the account. */
  readonly type: 1 | 2
  readonly content: MeetingInput
}

/** A user has at most so many (docs/zoom-facts.md §5.10). */
export const mostTemplates = 40

export interface TemplateBody {
  meeting_id: string
  name: string
  save_recurrence: boolean
  overwrite: boolean
}

const fields: Fields<Omit<TemplateBody, 'meeting_id'>> = { name: text(128), save_recurrence: flag, overwrite: flag }

/** Reads the body that makes a template. Whether there is such a meeting is for the caller to find out. */
export function parseTemplate(body: object, coerceText: boolean): Parsed<TemplateBody> {
  const parsed = parseFields(fields, body, coerceText)
  if (!parsed.ok) return parsed
  const { name, save_recurrence = false, overwrite = false } = parsed.value
  if (!name) return { ok: false, problems: [missingField('name')] }
  const id = 'meeting_id' in body ? body.meeting_id : undefined
  if (id === undefined || id === null) return { ok: false, problems: [missingField('meeting_id')] }
  if (typeof id !== 'number' && typeof id !== 'string') return { ok: false, problems: [invalidParameter('meeting_id')] }
  return { ok: true, value: { meeting_id: String(id), name, save_recurrence, overwrite } }
}

/** What of a meeting is worth keeping: all but its time, passcode and host. */
export function templateContent(meeting: Meeting, saveRecurrence: boolean): MeetingInput {
  const { topic, agenda, durationMinutes, settings, trackingFields, recurrence } = meeting
  return {
    topic,
    agenda,
    duration: durationMinutes,
    settings,
    tracking_fields: trackingFields.map((field) => ({ ...field })),
    ...(saveRecurrence && recurrence && { type: 8, recurrence }),
  }
}

/** What was sent, laid over what the template says. */
export function applyTemplate({ content }: MeetingTemplate, input: MeetingInput): MeetingInput {
  // A series that the caller does not want takes its rule along.
  const { type, recurrence, ...rest } = content
  const isSeries = recurrence !== undefined && (input.type ?? type) === 8
  return {
    ...rest,
    ...(isSeries && { type: 8, recurrence }),
    ...input,
    settings: { ...content.settings, ...input.settings },
  }
}
