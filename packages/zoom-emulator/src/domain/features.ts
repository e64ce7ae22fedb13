import type { User } from './entities.ts'

/** What a host can have or not have, beside meetings themselves. */
export type Feature =
  | 'polls'
  | 'advanced_polls'
  | 'survey'
  | 'live_streaming'
  | 'local_archiving'
  | 'local_recording'
  | 'cloud_recording'

/** All of them need a licence (docs/zoom-facts.md §10, 7). */
export function hasFeature(host: User, _feature: Feature): boolean {
  return host.type === 2
}
