export type { FoundDatabase } from '../found-database.ts'
export { StoreError, type StoreErrorCode } from '../store-error.ts'
export { inspectPostgres } from './inspect.ts'
export { openPostgresStore, type PostgresStoreOptions } from './open.ts'
