import { missingField, type Parsed } from './field-problem.ts'
import { type Fields, flag, list, parseFields, text } from './fields.ts'

/** A field that an account adds to its meetings, such as a department that pays. */
export interface TrackingField {
  readonly id: string
  readonly accountId: string
  readonly field: string
  readonly recommendedValues: readonly string[]
  /** Whoever schedules has to fill it. */
  readonly required: boolean
  /** Hosts see it. */
  readonly visible: boolean
}

export interface TrackingFieldBody {
  field?: string
  recommended_values?: string[]
  required?: boolean
  visible?: boolean
}

const fields: Fields<TrackingFieldBody> = {
  field: text(128),
  recommended_values: list(text(256)),
  required: flag,
  visible: flag,
}

/** Reads a new field or a change of one; a field cannot be without a name. */
export function parseTrackingField(body: object, isNew: boolean, coerceText: boolean): Parsed<TrackingFieldBody> {
  const parsed = parseFields(fields, body, coerceText)
  if (!parsed.ok) return parsed
  const isNameless = isNew ? !parsed.value.field : parsed.value.field === ''
  return isNameless ? { ok: false, problems: [missingField('field')] } : parsed
}

/** The field with what a body says of it. */
export function changeTrackingField(known: TrackingField, body: TrackingFieldBody): TrackingField {
  return {
    ...known,
    field: body.field ?? known.field,
    recommendedValues: body.recommended_values ?? known.recommendedValues,
    required: body.required ?? known.required,
    visible: body.visible ?? known.visible,
  }
}
