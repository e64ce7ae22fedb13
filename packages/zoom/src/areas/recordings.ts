export { archiveFiles } from '../generated/archive-files.ts'
export { recordings } from '../generated/recordings.ts'
export type * from '../generated/types/archive-files.ts'
export type * from '../generated/types/recordings.ts'
