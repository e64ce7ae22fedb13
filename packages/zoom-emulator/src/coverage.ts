import { type OperationName, operations } from './generated/operations.ts'

/** How far the emulator has an operation of Zoom's API. */
export interface Coverage {
  /** `GET /users/{userId}` */
  readonly operation: string
  readonly status: 'supported' | 'partial' | 'planned'
  /** What a partial one lacks. */
  readonly lacks?: string
}

/** The operations that are here, and what they lack. All others are planned. */
const present: Readonly<Partial<Record<OperationName, string | undefined>>> = {
  'GET /users': 'include_fields and license are not heeded; group, division and licence details are absent',
  'GET /users/{userId}':
    'login_type, encrypted_email and search_by_unique_id are not heeded; phone and picture are absent',
  'GET /users/{userId}/meetings': undefined,
  'POST /users/{userId}/meetings': undefined,
  'GET /users/{userId}/upcoming_meetings': undefined,
  'GET /meetings/{meetingId}': undefined,
  'GET /meetings/{meetingId}/invitation': 'in English and 繁體中文; for any other language of the host in English',
  'PATCH /meetings/{meetingId}': undefined,
  'DELETE /meetings/{meetingId}': 'nobody is sent an e-mail, so the reminder parameters change nothing',
  'PUT /meetings/{meetingId}/status': undefined,
  'POST /meetings/{meetingId}/invite_links': undefined,
  'GET /meetings/{meetingId}/registrants': undefined,
  'POST /meetings/{meetingId}/registrants': 'nobody is sent an e-mail',
  'POST /meetings/{meetingId}/batch_registrants': 'nobody is sent an e-mail',
  'PUT /meetings/{meetingId}/registrants/status': 'nobody is sent an e-mail',
  'GET /meetings/{meetingId}/registrants/questions': undefined,
  'PATCH /meetings/{meetingId}/registrants/questions': undefined,
  'GET /meetings/{meetingId}/registrants/{registrantId}': undefined,
  'DELETE /meetings/{meetingId}/registrants/{registrantId}': undefined,
  'GET /meetings/{meetingId}/polls': undefined,
  'POST /meetings/{meetingId}/polls': undefined,
  'GET /meetings/{meetingId}/polls/{pollId}': undefined,
  'PUT /meetings/{meetingId}/polls/{pollId}': undefined,
  'DELETE /meetings/{meetingId}/polls/{pollId}': undefined,
  'POST /meetings/{meetingId}/batch_polls': undefined,
  'GET /meetings/{meetingId}/livestream': undefined,
  'PATCH /meetings/{meetingId}/livestream': undefined,
  'PATCH /meetings/{meetingId}/livestream/status': undefined,
  'GET /meetings/{meetingId}/jointoken/live_streaming':
    'the token opens nothing: nobody can stream an emulated meeting',
  'GET /meetings/{meetingId}/jointoken/local_archiving': 'the token opens nothing: there is nothing to archive',
  'GET /meetings/{meetingId}/jointoken/local_recording': 'the token opens nothing: there is nothing to record',
  'GET /meetings/{meetingId}/token': 'nobody takes captions at the address',
  'POST /meetings/{meetingId}/sip_dialing': 'nobody answers at the address',
  'GET /users/{userId}/meeting_templates': undefined,
  'POST /users/{userId}/meeting_templates': undefined,
  'GET /users/{userId}/meeting_templates/{meetingTemplateId}': 'the in-meeting settings are absent',
  'GET /tracking_fields': undefined,
  'POST /tracking_fields': undefined,
  'GET /tracking_fields/{fieldId}': undefined,
  'PATCH /tracking_fields/{fieldId}': undefined,
  'DELETE /tracking_fields/{fieldId}': undefined,
  'GET /meetings/{meetingId}/survey': undefined,
  'PATCH /meetings/{meetingId}/survey': undefined,
  'DELETE /meetings/{meetingId}/survey': undefined,
  'GET /past_meetings/{meetingId}': undefined,
  'GET /past_meetings/{meetingId}/instances': undefined,
  'GET /past_meetings/{meetingId}/participants': undefined,
}

/** Every known operation of Zoom's API and how far it is here; a test compares it with the routes. */
export function listCoverage(): readonly Coverage[] {
  return operations.map(({ name: operation }) => {
    if (!isPresent(operation)) return { operation, status: 'planned' }
    const lacks = present[operation]
    return lacks === undefined ? { operation, status: 'supported' } : { operation, status: 'partial', lacks }
  })
}

function isPresent(operation: string): operation is keyof typeof present {
  return Object.hasOwn(present, operation)
}
