export { archiveFiles } from '../generated/archive-files.ts'
export type * from '../generated/types/archive-files.ts'
export type * from '../generated/types/recordings.ts'
export { recordings } from '../resources/recordings.ts'
