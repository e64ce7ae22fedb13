/** Holds events against `data/zoom/webhooks.json`, so that the emulator sends no field that nobody wrote down, and leaves out none. */
import { readFileSync } from 'node:fs'

type FieldType = string | readonly string[]
type Fields = Readonly<Record<string, FieldType>>

const data = JSON.parse(readFileSync(new URL('../../data/zoom/webhooks.json', import.meta.url), 'utf8')) as {
  readonly shapes: Readonly<Record<string, { readonly fields: Fields; readonly open?: boolean }>>
  readonly events: Readonly<Record<string, Fields | null>>
}

/** The names that are known. */
export const eventNames: readonly string[] = Object.keys(data.events)

/** Whether the payload of an event was written down. */
export function isWrittenDown(event: string): boolean {
  return Boolean(data.events[event])
}

/** What is wrong with the payload of an event; nothing where nobody wrote down what is right. */
export function shapeComplaints({ event, payload }: { readonly event: string; readonly payload: unknown }): string[] {
  const fields = data.events[event]
  return fields ? objectComplaints(event, payload, fields, false) : []
}

function objectComplaints(path: string, value: unknown, fields: Fields, isOpen: boolean): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is no object`]
  const known = new Map(Object.entries(fields).map(([key, type]) => [key.replace(/\?$/, ''), type]))
  const missing = Object.keys(fields).filter((key) => !key.endsWith('?') && !Object.hasOwn(value, key))
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const type = known.get(key)
      if (type === undefined) return isOpen ? [] : [`${path}.${key} is not written down`]
      return valueComplaints(`${path}.${key}`, item, type)
    }),
  ]
}

function valueComplaints(path: string, value: unknown, type: FieldType): string[] {
  if (typeof type !== 'string') return type.includes(String(value)) ? [] : [`${path} is ${JSON.stringify(value)}`]
  if (type.endsWith('[]'))
    return Array.isArray(value)
      ? value.flatMap((item, index) => valueComplaints(`${path}[${index}]`, item, type.slice(0, -2)))
      : [`${path} is no list`]
  const shape = data.shapes[type]
  if (shape) return objectComplaints(path, value, shape.fields, shape.open ?? false)
  const kinds = type.split(' | ')
  // Recurrence, TrackingField and MeetingInvitee are objects of the API, which its own tests hold against its data.
  return kinds.includes(typeof value) || typeof value === 'object' ? [] : [`${path} is a ${typeof value}`]
}
