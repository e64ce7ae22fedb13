export { StoreError, type StoreErrorCode } from '../store-error.ts'
export { backupSqlite, restoreSqlite } from './backup.ts'
export { openSqliteStore, type SqliteStoreOptions } from './open.ts'
