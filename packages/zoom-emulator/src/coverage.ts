import { type OperationName, operations } from './generated/operations.ts'

/** How far the emulator has an operation of Zoom's API. */
export interface Coverage {
  /** `GET /users/{userId}` */
  readonly operation: string
  readonly status: 'supported' | 'partial' | 'planned'
  /** What a partial one lacks. */
  readonly lacks?: string
}

const asMeetings = 'some refusals have the codes of meetings'

/** The operations that are here, and what they lack. All others are planned. */
const present: Readonly<Partial<Record<OperationName, string | undefined>>> = {
  'GET /accounts/{accountId}/settings':
    'settings without a known default are absent until they are set; no sub accounts',
  'PATCH /accounts/{accountId}/settings': 'settings that do not govern meetings are kept and shown, and change nothing',
  'GET /accounts/{accountId}/lock_settings': 'only settings that were locked or unlocked are shown; no sub accounts',
  'PATCH /accounts/{accountId}/lock_settings': 'locks hold for the settings of users; no sub accounts',
  'GET /users': 'groups, divisions, licences besides `type`, and the last client are absent',
  'POST /users':
    'no Zoom Phone, Zoom One, groups or divisions, and no limits of no-meeting licences, so their refusals (1000, 1009, 2032, 2035 to 2038, 3412, 4130, 11321) never come',
  'GET /users/email': 'code 1001 never comes: there is nobody in the call who could be missing',
  'GET /users/me/zak': 'code 1001 never comes: a token whose user is gone is 401 already',
  'GET /users/summary': undefined,
  'GET /users/vanity_name': undefined,
  'GET /users/{userId}':
    'groups, divisions, account numbers and the last client are absent; no encrypted address is known',
  'PATCH /users/{userId}':
    'groups are not known; no Zoom Rooms, Zoom Events or Zoom One, so their refusals (1000, 2038, 2039, 3412) never come',
  'DELETE /users/{userId}':
    'whiteboards are not handed over; no Zoom Rooms, Zoom Events or call queues, so their refusals never come',
  'GET /users/{userId}/settings': 'settings without a known default are absent until they are set',
  'PATCH /users/{userId}/settings':
    'features are switched without counting seats, so the refusals that count them (200, 1209, 1211, 1228) never come',
  'PUT /users/{userId}/status':
    'no Zoom Events and no limits of no-meeting licences, so their refusals (300, 3412) never come',
  'PUT /users/{userId}/email': 'the new address counts at once; nobody has to confirm it',
  'PUT /users/{userId}/password': 'the account asks for no special characters (1127)',
  'GET /users/{userId}/permissions': 'the names of permissions are invented',
  'GET /users/{userId}/schedulers': undefined,
  'DELETE /users/{userId}/schedulers': undefined,
  'DELETE /users/{userId}/schedulers/{schedulerId}': undefined,
  'GET /users/{userId}/assistants': 'can_manage_host_private_event is absent',
  'POST /users/{userId}/assistants': undefined,
  'DELETE /users/{userId}/assistants': undefined,
  'DELETE /users/{userId}/assistants/{assistantId}': undefined,
  'GET /users/{userId}/token': 'tokens of the types token and onbehalf open nothing',
  'DELETE /users/{userId}/token': undefined,
  'GET /users/{userId}/presence_status': undefined,
  'PUT /users/{userId}/presence_status': undefined,
  'POST /users/{userId}/picture': 'nobody looks at what a picture shows',
  'DELETE /users/{userId}/picture': undefined,
  'GET /users/{userId}/meetings': undefined,
  'POST /users/{userId}/meetings': undefined,
  'GET /users/{userId}/upcoming_meetings': undefined,
  'GET /meetings/{meetingId}': undefined,
  'GET /meetings/{meetingId}/invitation': 'in English and 繁體中文; for any other language of the host in English',
  'PATCH /meetings/{meetingId}': undefined,
  'DELETE /meetings/{meetingId}': 'nobody is sent an e-mail, so the reminder parameters change nothing',
  'PUT /meetings/{meetingId}/status': 'nobody hosts meetings on premises, so code 3063 never comes',
  'POST /meetings/{meetingId}/invite_links': undefined,
  'GET /meetings/{meetingId}/registrants': undefined,
  'POST /meetings/{meetingId}/registrants': 'nobody is sent an e-mail',
  'POST /meetings/{meetingId}/batch_registrants': 'nobody is sent an e-mail',
  'PUT /meetings/{meetingId}/registrants/status': 'nobody is sent an e-mail',
  'GET /meetings/{meetingId}/registrants/questions': undefined,
  'PATCH /meetings/{meetingId}/registrants/questions': undefined,
  'GET /meetings/{meetingId}/registrants/{registrantId}': undefined,
  'DELETE /meetings/{meetingId}/registrants/{registrantId}': undefined,
  'POST /users/{userId}/webinars': 'templates and simulive webinars are refused, as of an account that has none',
  'GET /users/{userId}/webinars': undefined,
  'GET /webinars/{webinarId}': undefined,
  'PATCH /webinars/{webinarId}': 'templates and simulive webinars are refused, as of an account that has none',
  'DELETE /webinars/{webinarId}': 'nobody is sent an e-mail, so the reminder parameter changes nothing',
  'PUT /webinars/{webinarId}/status': 'nobody is on premises, so code 3063 never comes',
  'GET /webinars/{webinarId}/registrants': undefined,
  'POST /webinars/{webinarId}/registrants': 'nobody is sent an e-mail; there is no paid registration',
  'POST /webinars/{webinarId}/batch_registrants': 'nobody is sent an e-mail; there is no paid registration',
  'PUT /webinars/{webinarId}/registrants/status': 'nobody is sent an e-mail',
  'GET /webinars/{webinarId}/registrants/questions': undefined,
  'PATCH /webinars/{webinarId}/registrants/questions': undefined,
  'GET /webinars/{webinarId}/registrants/{registrantId}': undefined,
  'DELETE /webinars/{webinarId}/registrants/{registrantId}': undefined,
  'GET /past_webinars/{webinarId}/instances': undefined,
  'GET /past_webinars/{webinarId}/participants': 'shows people as those of a meeting: attendees and panelists alike',
  'GET /webinars/{webinarId}/panelists': undefined,
  'POST /webinars/{webinarId}/panelists': 'nobody is sent an e-mail',
  'DELETE /webinars/{webinarId}/panelists': undefined,
  'DELETE /webinars/{webinarId}/panelists/{panelistId}': undefined,
  'GET /webinars/{webinarId}/polls': undefined,
  'POST /webinars/{webinarId}/polls': undefined,
  'GET /webinars/{webinarId}/polls/{pollId}': undefined,
  'PUT /webinars/{webinarId}/polls/{pollId}': undefined,
  'DELETE /webinars/{webinarId}/polls/{pollId}': undefined,
  'GET /webinars/{webinarId}/survey': asMeetings,
  'PATCH /webinars/{webinarId}/survey': asMeetings,
  'DELETE /webinars/{webinarId}/survey': asMeetings,
  'GET /webinars/{webinarId}/livestream': asMeetings,
  'PATCH /webinars/{webinarId}/livestream': asMeetings,
  'PATCH /webinars/{webinarId}/livestream/status': asMeetings,
  'GET /webinars/{webinarId}/jointoken/live_streaming': asMeetings,
  'GET /webinars/{webinarId}/jointoken/local_archiving': asMeetings,
  'GET /webinars/{webinarId}/jointoken/local_recording': asMeetings,
  'GET /webinars/{webinarId}/token': asMeetings,
  'POST /webinars/{webinarId}/sip_dialing': undefined,
  'GET /meetings/{meetingId}/polls': undefined,
  'POST /meetings/{meetingId}/polls': undefined,
  'GET /meetings/{meetingId}/polls/{pollId}': undefined,
  'PUT /meetings/{meetingId}/polls/{pollId}': undefined,
  'DELETE /meetings/{meetingId}/polls/{pollId}': undefined,
  'POST /meetings/{meetingId}/batch_polls': undefined,
  'GET /meetings/meeting_summaries': undefined,
  'DELETE /meetings/{meetingId}/meeting_summary': 'what else refers to the summary is not told that it is gone',
  'GET /meetings/{meetingId}/meeting_summary': 'the text says that nothing was said; nobody can edit it',
  'PATCH /live_meetings/{meetingId}/events': 'nobody answers a call or an invitation; the waiting room does not change',
  'PATCH /live_meetings/{meetingId}/chat/messages/{messageId}': 'no emulated account has DLP, so it is always refused',
  'DELETE /live_meetings/{meetingId}/chat/messages/{messageId}': 'no emulated account has DLP, so it is always refused',
  'GET /meetings/{meetingId}/recordings': undefined,
  'DELETE /meetings/{meetingId}/recordings': 'no webinar plays a recording, so 3332 never comes',
  'DELETE /meetings/{meetingId}/recordings/{recordingId}': 'no webinar plays a recording, so 3332 never comes',
  'PUT /meetings/{meetingId}/recordings/{recordingId}/status': 'the storage is never full, so 3309 never comes',
  'PUT /meetings/{meetingUUID}/recordings/status': 'the storage is never full, so 3309 never comes',
  'GET /meetings/{meetingId}/recordings/registrants': undefined,
  'POST /meetings/{meetingId}/recordings/registrants': undefined,
  'PUT /meetings/{meetingId}/recordings/registrants/status': undefined,
  'GET /meetings/{meetingId}/recordings/registrants/questions': undefined,
  'PATCH /meetings/{meetingId}/recordings/registrants/questions': undefined,
  'GET /past_meetings/{meetingId}/polls': 'nobody answers an emulated poll: the list is empty',
  'GET /past_meetings/{meetingId}/qa': 'nobody asks in an emulated meeting: the list is empty',
  'GET /report/meetings/{meetingId}/polls': 'nobody answers an emulated poll: the list is empty',
  'GET /report/meetings/{meetingId}/qa': 'nobody asks in an emulated meeting: the list is empty',
  'GET /report/meetings/{meetingId}/survey': 'nobody answers an emulated survey: the list is empty',
  'POST /meetings/{meetingId}/open_apps': 'no app opens in an emulated meeting',
  'DELETE /meetings/{meetingId}/open_apps': 'no app opens in an emulated meeting',
  'GET /meetings/{meetingId}/recordings/settings': undefined,
  'PATCH /meetings/{meetingId}/recordings/settings': undefined,
  'GET /meetings/{meetingId}/recordings/analytics_details': 'nobody counts who looks: the list is empty',
  'GET /meetings/{meetingId}/recordings/analytics_summary': 'nobody counts who looks: the list is empty',
  'GET /users/{userId}/recordings': undefined,
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
  'GET /report/meetings/{meetingId}': undefined,
  'GET /report/meetings/{meetingId}/participants': undefined,
  'GET /report/users/{userId}/meetings': 'waiting room, screen sharing, chat and the host’s organisation are absent',
  'GET /report/users': 'group_id is not heeded; custom attributes are absent',
  'GET /report/daily': 'group_id is not heeded',
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
