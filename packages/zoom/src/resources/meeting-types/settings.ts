import type { MeetingSettings as ZoomMeetingSettings } from '../../generated/types/schemas.ts'

/**
 * The settings of one meeting (docs/zoom-facts.md §5.5), in Zoom's own names. What is left out follows the host's settings.
 * In an update only the keys that are sent change; a list replaces the whole list (§5.8).
 */
export interface MeetingSettings extends Omit<ZoomMeetingSettings, 'alternative_hosts'> {
  /** Alternative hosts: e-mail addresses or user ids, as a list or as Zoom's text separated by `;`. Default: none. */
  readonly alternative_hosts?: string | readonly string[] | undefined
}
