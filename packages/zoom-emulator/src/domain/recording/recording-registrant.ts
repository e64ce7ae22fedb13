import { missingField, type Parsed } from '../field-problem.ts'
import { group, list, oneOf, parseFields, text } from '../fields.ts'
import type { RegistrantStatus } from '../registrant.ts'
import type { Person } from '../registration-questions.ts'
import type { Recording } from './recording.ts'

/** Somebody who asked to see a recording. */
export interface RecordingRegistrant {
  readonly id: string
  readonly person: Person
  readonly status: RegistrantStatus
}

/** Whether people have to ask before they see it. */
export function needsRegistration({ settings }: Recording): boolean {
  return settings.on_demand === true || settings.approval_type === 0 || settings.approval_type === 1
}

/** The recording with somebody more; the same e-mail again keeps id and status. */
export function addRegistrant(
  recording: Recording,
  person: Person,
  newId: string,
): { readonly recording: Recording; readonly registrant: RecordingRegistrant } {
  const { registrants = [], settings } = recording
  const known = registrants.find((one) => one.person.email.toLowerCase() === person.email.toLowerCase())
  const registrant: RecordingRegistrant = {
    id: known?.id ?? newId,
    person,
    status: known?.status ?? (settings.approval_type === 1 ? 'pending' : 'approved'),
  }
  const all = known ? registrants.map((one) => (one === known ? registrant : one)) : [...registrants, registrant]
  return { recording: { ...recording, registrants: all }, registrant }
}

/** What the host decides about some of them. */
export interface RecordingDecision {
  readonly status: 'approved' | 'denied'
  readonly ids: readonly string[]
}

/** Reads the host's decision. */
export function parseRecordingDecision(body: object, coerceText: boolean): Parsed<RecordingDecision> {
  const fields = { action: oneOf('approve', 'deny'), registrants: list(group<{ id: string }>({ id: text(128) }, 'id')) }
  const parsed = parseFields<{ action: 'approve' | 'deny'; registrants: Partial<{ id: string }>[] }>(
    fields,
    body,
    coerceText,
  )
  if (!parsed.ok) return parsed
  const { action, registrants = [] } = parsed.value
  if (!action) return { ok: false, problems: [missingField('action')] }
  return {
    ok: true,
    value: { status: action === 'approve' ? 'approved' : 'denied', ids: registrants.map(({ id = '' }) => id) },
  }
}

export function decideRegistrants(recording: Recording, { status, ids }: RecordingDecision): Recording {
  const registrants = recording.registrants?.map((one) => (ids.includes(one.id) ? { ...one, status } : one))
  return { ...recording, ...(registrants && { registrants }) }
}
