import { invalidInput, ZoomError } from '../../errors.ts'
import { meetingsOperations } from '../../generated/meetings.ts'
import type { MeetingsGetInput as GetMeetingInput } from '../../generated/types/meetings.ts'
import type { Meeting, MeetingId } from '../../generated/types/schemas.ts'
import type { CallOptions, Requester } from '../../http/operation.ts'
import type { UpdateMeetingInput } from '../meeting-types/update-input.ts'
import type { ResourceContext } from '../resource-operation.ts'
import { checkUpdateFields } from './check-fields.ts'
import { checkStart } from './check-start.ts'
import { getMeeting } from './get.ts'
import { parseMeetingId } from './meeting-id.ts'
import { presentFields } from './present-fields.ts'
import { resolveOccurrenceTimes, resolveTimes } from './resolve-times.ts'

const operation = meetingsOperations.update

/** `PATCH /meetings/{meetingId}`, then `GET`, since Zoom answers the change with nothing (docs/zoom-facts.md §5.8). */
export async function updateMeeting(
  { requester, now }: ResourceContext,
  input: UpdateMeetingInput,
  options?: CallOptions,
): Promise<Meeting> {
  checkUpdateFields(input)
  const { meetingId, occurrence_id, ...fields } = input
  const path = { meetingId: parseMeetingId(meetingId) }
  const ofOccurrence = occurrence_id !== undefined
  const times = ofOccurrence ? resolveOccurrenceTimes(fields, now()) : resolveTimes(fields, now())
  if (hasStartAlone(input)) await checkHasStart(requester, meetingId, options)

  const body = presentFields(fields, times)
  await requester.request(operation, { path, query: { occurrence_id }, body }, options)
  const meeting = await readBack(requester, { meetingId, occurrence_id }, options)
  checkStart(ofOccurrence ? atOccurrence(meeting, occurrence_id) : meeting, times.meant, operation.id)
  return meeting
}

/** Is only a start given, for which the meeting may be of the wrong kind? The caller who names the type knows what it is. */
function hasStartAlone({ occurrence_id, start_time, recurrence, type }: UpdateMeetingInput): boolean {
  return occurrence_id === undefined && start_time !== undefined && recurrence === undefined && type === undefined
}

/** A series needs its whole recurrence with a new start (docs/zoom-facts.md §5.8), so the meeting is looked at first. */
async function checkHasStart(requester: Requester, meetingId: MeetingId, options?: CallOptions): Promise<void> {
  const { type } = await getMeeting(requester, { meetingId }, options)
  if (type === 8)
    throw invalidInput(
      'recurrence',
      undefined,
      `Meeting ${meetingId} is a series: give its whole recurrence with start_time, or the occurrence_id of one date.`,
    )
  if (type === 3)
    throw invalidInput(
      'type',
      undefined,
      `Meeting ${meetingId} has no fixed time (type 3): give type: 2 with start_time to make it a meeting of one date.`,
    )
}

async function readBack(requester: Requester, input: GetMeetingInput, options?: CallOptions): Promise<Meeting> {
  try {
    return await getMeeting(requester, input, options)
  } catch (error) {
    if (!(error instanceof ZoomError)) throw error
    throw new ZoomError(error.code, `The meeting was changed, but reading it back failed: ${error.message}`, {
      ...error.details,
      remedy: undefined,
      cause: error,
    })
  }
}

/** The one date for the whole meeting, to compare its start. */
function atOccurrence(meeting: Meeting, occurrence_id: string): Meeting {
  const { occurrences, ...rest } = meeting
  const date = occurrences?.find((one) => one.occurrence_id === occurrence_id)
  return date === undefined ? rest : { ...rest, start_time: date.start_time }
}
