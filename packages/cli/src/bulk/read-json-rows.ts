import type { MeetingToKeep } from '@convene/zoom/ensure'
import { hostFromText, type MeetingRow, type RowDefaults } from './meeting-row.ts'
import { type Mistake, textOf } from './mistake.ts'

/** The meetings that JSON Lines ask for: each line an object with the fields of Zoom's create, and `host` and `key`. */
export function readJsonRows(
  text: string,
  defaults: RowDefaults,
): { readonly rows: readonly MeetingRow[]; readonly mistakes: readonly Mistake[] } {
  const rows: MeetingRow[] = []
  const mistakes: Mistake[] = []
  for (const [index, json] of text.split('\n').entries()) {
    if (json.trim() === '') continue
    const line = index + 1
    const refuse = (field: string, message: string, value?: unknown) =>
      mistakes.push({ line, field, value: value === undefined ? undefined : textOf(value), message })
    const fields = parseObject(json)
    if (fields === undefined) {
      refuse('', 'It is no JSON object. Each line is one: {"topic": "Weekly", "start_time": "2026-12-17T18:00:00", …}')
      continue
    }
    const { host = defaults.host ?? 'me', key, ...meeting } = fields
    const before = mistakes.length
    if (typeof host !== 'string' || host === '') refuse('host', 'Give an e-mail address or a user id as text.', host)
    if (key !== undefined && (typeof key !== 'string' || key === '')) refuse('key', 'Give a text.', key)
    if (typeof meeting.topic !== 'string' || meeting.topic.trim() === '')
      refuse('topic', 'It is missing: say what the meeting is about.')
    // Type 3 is a series without fixed times. Anything else without a start would begin now.
    if (meeting.start_time === undefined && meeting.type !== 3)
      refuse('start_time', 'It is missing: say when, for example "2026-12-17T18:00:00".')
    const zone = meeting.timezone === undefined ? { timezone: defaults.timeZone } : {}
    const withZone = defaults.timeZone === undefined ? meeting : { ...meeting, ...zone }
    if (mistakes.length === before)
      rows.push({
        line,
        key: key as string | undefined,
        host: hostFromText(String(host)),
        meeting: withZone as MeetingToKeep,
      })
  }
  return { rows, mistakes }
}

function parseObject(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}
