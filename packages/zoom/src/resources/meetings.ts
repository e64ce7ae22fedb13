import type { CallOptions, Requester } from '../http/operation.ts'
import type { CreateMeetingInput } from './meeting-types/create-input.ts'
import type { InviteLinks, InviteLinksInput, MeetingInvitation } from './meeting-types/invitation.ts'
import type { ListedMeeting, ListMeetingsInput, MeetingPage } from './meeting-types/list.ts'
import type { Meeting } from './meeting-types/meeting.ts'
import type { ListOccurrencesInput, OccurrenceList } from './meeting-types/occurrences.ts'
import type {
  DeleteMeetingInput,
  GetMeetingInput,
  MeetingIdInput,
  UpdateMeetingInput,
} from './meeting-types/update-input.ts'
import { createMeeting } from './meetings/create.ts'
import { deleteMeeting } from './meetings/delete.ts'
import { getMeeting } from './meetings/get.ts'
import { getInvitation } from './meetings/invitation.ts'
import { createInviteLinks } from './meetings/invite-links.ts'
import { listMeetings } from './meetings/list.ts'
import { listOccurrences } from './meetings/list-occurrences.ts'
import { setMeetingStatus } from './meetings/status.ts'
import { updateMeeting } from './meetings/update.ts'
import type { PagedList } from './page.ts'

/** The meetings of the account's users. */
export interface MeetingsResource {
  /** Makes a meeting. */
  create(input?: CreateMeetingInput, options?: CallOptions): Promise<Meeting>
  /** One meeting; with `occurrence_id` that date of a series. */
  get(input: GetMeetingInput, options?: CallOptions): Promise<Meeting>
  /** The meetings of a host: `await` gives the first page, `for await` every row. A series is one row. */
  list(input?: ListMeetingsInput, options?: CallOptions): PagedList<MeetingPage, ListedMeeting>
  /** Changes what is given and reads the meeting back, since Zoom answers a change with nothing (2 calls). */
  update(input: UpdateMeetingInput, options?: CallOptions): Promise<Meeting>
  /** Deletes a meeting; with `occurrence_id` that date of a series. */
  delete(input: DeleteMeetingInput, options?: CallOptions): Promise<void>
  /** Ends a running meeting. Zoom also agrees when nobody is in it (docs/zoom-facts.md §5.8). */
  end(input: MeetingIdInput, options?: CallOptions): Promise<void>
  /** Brings a deleted meeting back. */
  recover(input: MeetingIdInput, options?: CallOptions): Promise<void>
  /** Zoom's invitation text. */
  invitation(input: MeetingIdInput, options?: CallOptions): Promise<MeetingInvitation>
  /** Makes links that carry a name. */
  inviteLinks(input: InviteLinksInput, options?: CallOptions): Promise<InviteLinks>
  /** Every date of a host between two instants, series unfolded, and what Zoom does not show. */
  listOccurrences(input: ListOccurrencesInput, options?: CallOptions): Promise<OccurrenceList>
}

/** Makes the resource. `now` is the current instant in milliseconds, to recognise a past start. */
export function createMeetings(requester: Requester, now: () => number): MeetingsResource {
  return {
    create: (input = {}, options) => createMeeting({ requester, now }, input, options),
    get: (input, options) => getMeeting(requester, input, options),
    list: (input = {}, options) => listMeetings(requester, input, options),
    update: (input, options) => updateMeeting({ requester, now }, input, options),
    delete: (input, options) => deleteMeeting(requester, input, options),
    end: (input, options) => setMeetingStatus(requester, 'end', input, options),
    recover: (input, options) => setMeetingStatus(requester, 'recover', input, options),
    invitation: (input, options) => getInvitation(requester, input, options),
    inviteLinks: (input, options) => createInviteLinks(requester, input, options),
    listOccurrences: (input, options) => listOccurrences({ requester, now }, input, options),
  }
}
