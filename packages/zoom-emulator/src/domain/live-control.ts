import { invalidParameter, missingField, type Parsed } from './field-problem.ts'
import { type Fields, flag, group, list, oneOf, parseFields, text } from './fields.ts'

/** What can be asked of a running meeting (docs/zoom-facts.md §5.10). */
export type LiveMethod =
  | `recording.${'start' | 'stop' | 'pause' | 'resume'}`
  | `participant.invite${'' | '.callout' | '.room_system_callout'}`
  | `ai_companion.${'start' | 'stop' | 'disable'}`
  | 'waiting_room.update'

const methods: readonly LiveMethod[] = [
  ...(['recording.start', 'recording.stop', 'recording.pause', 'recording.resume'] as const),
  ...(['participant.invite', 'participant.invite.callout', 'participant.invite.room_system_callout'] as const),
  ...(['waiting_room.update', 'ai_companion.start', 'ai_companion.stop', 'ai_companion.disable'] as const),
]

export interface LiveParams {
  contacts?: { email?: string; id?: string }[]
  invitee_name?: string
  phone_number?: string
  invite_options?: object
  call_type?: string
  device_ip?: string
  h323_headers?: object
  sip_headers?: object
}

export interface LiveControl {
  readonly method: LiveMethod
  readonly params: LiveParams
}

const names = { from_display_name: text(64), to_display_name: text(64) }
const mostContacts = 10

const fields: Fields<{ method: LiveMethod; params: LiveParams }> = {
  method: oneOf(...methods),
  params: group<LiveParams>({
    contacts: list(group({ email: text(128), id: text(128) }), mostContacts),
    invitee_name: text(64),
    phone_number: text(64),
    invite_options: group({ require_greeting: flag, require_pressing_one: flag }),
    call_type: oneOf('h323', 'sip'),
    device_ip: text(128),
    h323_headers: group(names),
    sip_headers: group({
      ...names,
      from_uri: text(256),
      additional_headers: list(group({ key: text(32), value: text(256) })),
    }),
  }),
}

const needed: Readonly<Partial<Record<LiveMethod, readonly (keyof LiveParams)[]>>> = {
  'participant.invite': ['contacts'],
  'participant.invite.callout': ['phone_number'],
  'participant.invite.room_system_callout': ['call_type', 'device_ip'],
}

/** Reads what is asked of a running meeting. */
export function parseLiveControl(body: object, coerceText: boolean): Parsed<LiveControl> {
  const parsed = parseFields(fields, body, coerceText)
  if (!parsed.ok) return parsed
  const { method, params = {} } = parsed.value
  if (!method) return { ok: false, problems: [missingField('method')] }
  const missing = (needed[method] ?? []).filter((name) => !params[name])
  if (missing.length > 0) return { ok: false, problems: missing.map((name) => missingField(`params.${name}`)) }
  if (params.contacts?.length === 0) return { ok: false, problems: [invalidParameter('params.contacts')] }
  return { ok: true, value: { method, params } }
}
