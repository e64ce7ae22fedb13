import { readFileSync } from 'node:fs'
import { findMistakes, type Schema } from './strict-schema.ts'

type FieldType = string | readonly string[]
interface WebhookData {
  readonly shapes: Readonly<
    Record<string, { readonly fields: Readonly<Record<string, FieldType>>; readonly open?: boolean }>
  >
  readonly events: Readonly<Record<string, Readonly<Record<string, FieldType>> | null>>
}

const data = JSON.parse(
  readFileSync(new URL('../../../data/zoom/webhooks.json', import.meta.url), 'utf8'),
) as WebhookData

/** What is wrong with the payload of an event by data/zoom/webhooks.json; nothing when all is right. */
export function findEventMistakes(event: string, payload: unknown): string[] {
  const fields = data.events[event]
  if (fields === undefined) return [`${event} is an event that no source names`]
  // Of some events nobody wrote the payload down.
  return fields === null ? [] : findMistakes(payload, objectSchema(fields)).map((mistake) => `${event}: ${mistake}`)
}

/** A key with `?` may be absent. */
function objectSchema(fields: Readonly<Record<string, FieldType>>, isOpen = false): Schema {
  const entries = Object.entries(fields)
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, type]) => [name.replace(/\?$/, ''), schemaOf(type)])),
    required: entries.flatMap(([name]) => (name.endsWith('?') ? [] : [name])),
    additionalProperties: isOpen,
  }
}

function schemaOf(type: FieldType): Schema {
  if (typeof type !== 'string') return { enum: type }
  if (type.endsWith('[]')) return { type: 'array', items: schemaOf(type.slice(0, -2)) }
  if (type.includes(' | ')) return { anyOf: type.split(' | ').map(schemaOf) }
  if (type === 'string' || type === 'number' || type === 'boolean') return { type }
  const shape = data.shapes[type]
  // Recurrence, TrackingField and MeetingInvitee are those of the API.
  return shape ? objectSchema(shape.fields, shape.open) : { type: 'object', additionalProperties: true }
}
