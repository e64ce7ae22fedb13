export { StoreError, type StoreErrorCode } from '../store-error.ts'
export { openPostgresStore, type PostgresStoreOptions } from './open.ts'
