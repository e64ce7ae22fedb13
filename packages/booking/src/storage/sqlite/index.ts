export { StoreError, type StoreErrorCode } from '../store-error.ts'
export { openSqliteStore, type SqliteStoreOptions } from './open.ts'
