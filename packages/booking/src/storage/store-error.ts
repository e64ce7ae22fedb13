/** Every kind of failure, closed. */
const storeErrorCodes = [
  /** Another process has had the database for seconds. */
  'busy',
  'email_taken',
  'host_taken',
  'extension_missing',
  /** The database was written by a later release. */
  'schema_newer',
  /** It is not a database of the desk. */
  'not_ours',
  'file_exists',
  /** No right to read or to write there, or no room. */
  'no_access',
  'damaged',
  'in_use',
] as const

/** One of {@link storeErrorCodes}. */
export type StoreErrorCode = (typeof storeErrorCodes)[number]

/** What the desk's store cannot do; the message names the thing, the value and the remedy. */
export class StoreError extends Error {
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }

  override get name(): string {
    return 'StoreError'
  }
}
