export type { ChangeCost } from './cost.ts'
export type { SeriesDate } from './dates.ts'
export type { WaitOptions } from './follow.ts'
export type { MeetingHint } from './hint.ts'
export type { Claim, Journal, WatchedHost } from './journal.ts'
export {
  createMeetingKeeper,
  type MeetingKeeper,
  type MeetingKeeperOptions,
  type PlanOptions,
} from './keeper.ts'
export { agendaWithoutMarker } from './marker.ts'
export type { MeetingChange } from './merge-wanted.ts'
export type { MeetingChangeRequest, MeetingRequest } from './plan.ts'
export type { MeetingRecord, MeetingState, Reason } from './record.ts'
export { defaultSettings as defaultKeeperSettings, type KeeperSettings } from './settings.ts'
export type { KeptMeeting, MeetingStatus } from './status.ts'
export { checkMeetingToKeep, type MeetingToKeep } from './wanted.ts'
export type { WorkOptions } from './work.ts'
