import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addEnd, type Bucket, createBucket, limitAt, mayGoAt, raiseTo, slow } from './bucket.ts'

const bucketWith = (ends: readonly number[], more: Partial<Bucket> = {}): Bucket => {
  const bucket = { ...createBucket(), ...more }
  for (const at of ends) addEnd(bucket, at)
  return bucket
}

const rows: readonly (readonly [says: string, bucket: Bucket, expected: number])[] = [
  ['an empty one lets go', bucketWith([]), Number.NEGATIVE_INFINITY],
  ['with a place left it lets go', bucketWith([5000, 5000]), Number.NEGATIVE_INFINITY],
  ['a full one waits for the first end', bucketWith([5300, 5200, 5400]), 5200],
  ['places that have ended are free', bucketWith([900, 950, 1000]), Number.NEGATIVE_INFINITY],
  ['calls on their way take places', bucketWith([5200, 5300], { open: 1 }), 5200],
  ['nobody knows when a call on its way ends', bucketWith([], { open: 3 }), Number.POSITIVE_INFINITY],
  ['an overfull one waits until enough have ended', bucketWith([5100, 5200, 5300, 5400]), 5200],
  ['one that Zoom refused waits as long as Zoom said', bucketWith([], { blockedUntil: 9000 }), 9000],
  ['a slowed one uses half of its places', bucketWith([5200], { slowedTo: 0.5, slowedAt: 1000 }), 5200],
]
for (const [says, bucket, expected] of rows)
  test(`a bucket of three places: ${says}`, () => assert.equal(mayGoAt(bucket, 3, 1000), expected))

test('after a refusal half of a limit is used, after another a quarter, and within a minute all of it again', () => {
  const bucket = createBucket()
  slow(bucket, 0)
  assert.equal(limitAt(bucket, 80, 0), 40)
  slow(bucket, 0)
  assert.equal(limitAt(bucket, 80, 0), 20)
  assert.equal(limitAt(bucket, 80, 15_000), 40)
  assert.equal(limitAt(bucket, 80, 45_000), 80)
  assert.equal(limitAt({ ...bucket, slowedTo: 0.1 }, 4, 0), 1)
})

test('what Zoom counts beyond our calls takes places, and is not counted twice', () => {
  const bucket = bucketWith([5000])
  raiseTo(bucket, 3, 9000, 1000)
  raiseTo(bucket, 3, 9000, 1000)
  assert.deepEqual(bucket.ends, [
    { at: 5000, count: 1 },
    { at: 9000, count: 2 },
  ])
})

/** Whether Zoom would refuse one of these arrivals, for each way in which it may cut time. */
const refuses: Readonly<Record<string, (arrivals: readonly number[], limit: number, lengthMs: number) => boolean>> = {
  'whole seconds': (arrivals, limit, lengthMs) => isOverfull(arrivals, limit, (at) => Math.floor(at / lengthMs)),
  'whole seconds of another clock': (arrivals, limit, lengthMs) =>
    isOverfull(arrivals, limit, (at) => Math.floor((at + 400) / lengthMs)),
  'any second': (arrivals, limit, lengthMs) =>
    arrivals.some((at) => arrivals.filter((other) => other > at - lengthMs && other <= at).length > limit),
  'a bucket that refills': (arrivals, limit, lengthMs) => {
    let level = limit
    let last = arrivals[0] ?? 0
    return arrivals.some((at) => {
      level = Math.min(limit, level + ((at - last) * limit) / lengthMs) - 1
      last = at
      return level < -1e-9
    })
  },
}
function isOverfull(arrivals: readonly number[], limit: number, windowOf: (at: number) => number): boolean {
  return [...Map.groupBy(arrivals, windowOf).values()].some(({ length }) => length > limit)
}

test('however calls come and however long they take, Zoom has no window of any kind in which there are too many', () => {
  const call = fc.record({ gap: fc.nat(400), way: fc.nat(300), back: fc.nat(300) })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.array(call, { maxLength: 60 }), (limit, calls) => {
      const bucket = createBucket()
      const arrivals: number[] = []
      const answers: number[] = []
      let now = 1_700_000_000_000
      const passTo = (instant: number) => {
        for (const at of answers.filter((at) => at <= instant).sort((a, b) => a - b)) {
          bucket.open--
          addEnd(bucket, at + 1000)
        }
        answers.splice(0, answers.length, ...answers.filter((at) => at > instant))
        now = instant
      }
      for (const { gap, way, back } of calls) {
        passTo(now + gap)
        for (let at = mayGoAt(bucket, limit, now); at > now; at = mayGoAt(bucket, limit, now))
          passTo(at === Number.POSITIVE_INFINITY ? Math.min(...answers) : at)
        bucket.open++
        arrivals.push(now + way)
        answers.push(now + way + back)
      }
      arrivals.sort((a, b) => a - b)
      for (const [shape, isRefused] of Object.entries(refuses))
        assert.ok(!isRefused(arrivals, limit, 1000), `${shape}: ${arrivals}`)
    }),
  )
})
