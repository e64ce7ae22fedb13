/**
 * A rule for what shall go wrong. It is the JSON that `POST /_emulator/faults` takes, so that a rule can move between a test,
 * curl and a file. Without any of the fields of what happens, a rule only counts.
 */
export interface FaultInput {
  /** A name for it; by default `fault-1`, `fault-2`, … */
  id?: string | undefined
  /**
   * Which calls: an operation by Zoom's name (`POST /users/{userId}/meetings`), one with ids in its path
   * (`GET /meetings/92134567890`), a pattern (`GET /meetings/*`, `DELETE *`, `POST /oauth/token`), a label (`heavy`) or `*`.
   */
  operation: string
  /** Only calls of this account. */
  account?: string | undefined
  /** Only calls about this user, by id or e-mail: named in the path, host of the meeting there, else the caller. */
  user?: string | undefined
  /** How many of the calls it lets pass first. */
  skip?: number | undefined
  /** How often it strikes; left out, always. */
  count?: number | undefined
  /** How likely it strikes, 0 to 1; the same calls are struck at every run. */
  chance?: number | undefined
  /** Where chance begins: another number strikes other calls. */
  seed?: number | undefined
  /** Waits so long on the emulator's clock before anything else happens, in ms. */
  delay_ms?: number | undefined
  /** Whether Zoom does what it was asked: `none` (the default where `status` or `cut` say so), `done`, or `late`. */
  effect?: 'none' | 'done' | 'late' | undefined
  /** With the effect `late`: how much later it takes place, in ms on the emulator's clock. */
  late_ms?: number | undefined
  /** Answers with this status instead of Zoom's answer. */
  status?: number | undefined
  /** The body of that answer: a text as it is, anything else as JSON. */
  body?: unknown
  headers?: Readonly<Record<string, string>> | undefined
  /** `true`: the connection ends without an answer. A number: after so many bytes of the answer's body. */
  cut?: boolean | number | undefined
  /** The answer's body breaks off in the middle, as if that were its end. */
  malformed?: boolean | undefined
  /**
   * The meeting, webinar, user or registrants that the call made are missing from lists for so long, in ms on the emulator's
   * clock, from the moment at which they are made; whatever the caller gets.
   */
  list_lag_ms?: number | undefined
  /** A list misses rows that exist: each of them this likely (0 to 1), or those of these ids. Other answers stay as they are. */
  list_torn?: number | readonly string[] | undefined
  /** Whether `total_records` of a torn list counts the missing rows: `whole` (the default), or only those that are `shown`. */
  torn_total?: 'whole' | 'shown' | undefined
}

/** A rule that is in force, and how often it was met. */
export interface Fault extends FaultInput {
  readonly id: string
  /** Calls that it is for. */
  readonly matched: number
  /** Calls that it has struck. */
  readonly struck: number
}
