/** Invitations to a meeting, written here, and the words they are made of. */
export { composeInvitation, type InvitationOptions } from './compose.ts'
export { type Glossary, glossaries } from './glossary.ts'
export { type Language, languages } from './language.ts'
export type { InvitationMeeting } from './meeting.ts'
export { formatMeetingId } from './meeting-id.ts'
export { formatRecurrence, type RecurrenceSentenceOptions } from './recurrence-sentence.ts'
