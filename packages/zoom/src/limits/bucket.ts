/**
 * A limit as data: the places of a bucket that are taken, and until when. A call may go when fewer places are taken than the limit
 * allows. A call takes its place when it goes out; from its answer on the place has an end: the length of the window later, the
 * end of Zoom's day, or at once where only one may run at a time.
 *
 * For a window this is the rule "never more than the limit in any stretch of its length". It is the strictest of all ways in
 * which Zoom may cut time: whole seconds of any clock lie inside such stretches, and a bucket that refills evenly allows more.
 */
export interface Bucket {
  /** Calls on their way: their places have no end yet. */
  open: number
  /** Ends of the places of calls that were answered (ms since 1970), soonest first, and how many end then. */
  ends: PlacesEnd[]
  /** Zoom refused: nothing goes before this instant. */
  blockedUntil: number
  /** After an unexpected refusal only this part of the limit is used, growing again from `slowedAt` on; 1 is all of it. */
  slowedTo: number
  slowedAt: number
}

/** Places of calls that have ended, which count until their time is over. */
export interface PlacesEnd {
  readonly at: number
  count: number
}

export function createBucket(): Bucket {
  return { open: 0, ends: [], blockedUntil: Number.NEGATIVE_INFINITY, slowedTo: 1, slowedAt: 0 }
}

/** From nothing to all of the limit; after one refusal half of it is left, so it takes half a minute. */
const recoveryMs = 60_000
const slowest = 0.1

/** What of a limit is used at `now`: less for a while after Zoom refused although there seemed to be room. */
export function limitAt({ slowedTo, slowedAt }: Bucket, limit: number, now: number): number {
  return slowedTo >= 1 ? limit : Math.max(1, Math.floor(limit * partAt(slowedTo, slowedAt, now)))
}

function partAt(slowedTo: number, slowedAt: number, now: number): number {
  return Math.min(1, slowedTo + Math.max(0, now - slowedAt) / recoveryMs)
}

/** Halves what is used of the limit. */
export function slow(bucket: Bucket, now: number): void {
  bucket.slowedTo = Math.max(slowest, partAt(bucket.slowedTo, bucket.slowedAt, now) / 2)
  bucket.slowedAt = now
}

/** Lets go of the places that have ended. */
export function forgetEnded(bucket: Bucket, now: number): void {
  const { ends } = bucket
  // Mostly one has ended: `shift` costs a tenth of what `splice` does.
  while (ends.length > 0 && (ends[0] as PlacesEnd).at <= now) ends.shift()
  if (bucket.slowedTo < 1 && partAt(bucket.slowedTo, bucket.slowedAt, now) >= 1) bucket.slowedTo = 1
}

/** How many places are taken, once those that ended are forgotten. */
export function takenOf({ open, ends }: Bucket): number {
  let taken = open
  for (let i = 0; i < ends.length; i++) taken += (ends[i] as PlacesEnd).count
  return taken
}

/**
 * When one more call may go: `now` or before it where it may at once; `Infinity` when nobody can say before a call that is on
 * its way has ended.
 */
export function mayGoAt(bucket: Bucket, limit: number, now: number): number {
  forgetEnded(bucket, now)
  const { ends, blockedUntil } = bucket
  let tooMany = takenOf(bucket) - limitAt(bucket, limit, now) + 1
  let at = blockedUntil
  for (let i = 0; tooMany > 0; i++) {
    const end = ends[i]
    if (end === undefined) return Number.POSITIVE_INFINITY
    tooMany -= end.count
    at = Math.max(at, end.at)
  }
  return at
}

/** Gives places that are taken their end. */
export function addEnd({ ends }: Bucket, at: number, count = 1): void {
  let place = ends.length
  while (place > 0 && (ends[place - 1] as PlacesEnd).at > at) place--
  const before = ends[place - 1]
  if (before?.at === at) before.count += count
  else if (place === ends.length) ends.push({ at, count })
  else ends.splice(place, 0, { at, count })
}

/** Makes sure that at least `used` places are taken: Zoom counts more than we do, since others call too. */
export function raiseTo(bucket: Bucket, used: number, endsAt: number, now: number): void {
  forgetEnded(bucket, now)
  const missing = used - takenOf(bucket)
  if (missing > 0) addEnd(bucket, endsAt, missing)
}
