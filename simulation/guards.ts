import type { FaultModel } from './fault-model.ts'
import { changedModel } from './fault-model.ts'
import type { Outcome } from './run-worlds.ts'

/** A guard of safe creation that can be taken away, and the measure that then turns red. */
export interface Guard {
  readonly name: string
  /** What it is for. */
  readonly says: string
  /** Where it stands, from the top of the repository. */
  readonly file: string
  /** Its text, which stands there once. */
  readonly text: string
  /** What stands there when it is taken away. */
  readonly instead: string
  /** In what world its lack can be seen soon. */
  readonly model: FaultModel
  readonly worlds: number
  /** What is measured. */
  readonly measure: string
  readonly isRed: (outcome: Pick<Outcome, 'totals' | 'broken'>) => boolean
}

const ensure = 'packages/zoom/src/ensure'
const isBroken =
  (...promises: readonly string[]) =>
  ({ broken }: Pick<Outcome, 'broken'>): boolean =>
    broken.some((world) => world.broken.some(({ promise }) => promises.includes(promise)))
const surplusRate = ({ totals }: Pick<Outcome, 'totals'>): number => totals.surplus / totals.created
const oneMeeting = 'one booking has exactly one meeting'
const silently = 'a published link never changes silently'

/** Workers that often stand still for longer than their lease, and answers that are lost. */
const stalls = changedModel({
  create: { answer_lost: 0.05, slow: 0.1 },
  others: { worker_stalled: 0.02 },
})
const kills = changedModel({ others: { worker_killed: 0.01 } })
const forgers = changedModel({
  create: { swallowed: 0.3, late: 0.1 },
  people: { forged_marker: 1, copied_marker: 0.5 },
})

/** The guards, each with its own measure (docs/simulation.md). */
export const guards: readonly Guard[] = [
  {
    name: 'fence',
    says: 'a worker that has lost its claim writes nothing more',
    file: `${ensure}/keeper-parts.ts`,
    text: 'if (fresh === undefined || fresh.fence !== claimed.fence) throw new ClaimLost(record.key)',
    instead: 'if (fresh === undefined) throw new ClaimLost(record.key)',
    model: stalls,
    worlds: 5,
    measure: 'two workers publish, or a link changes silently',
    isRed: isBroken(silently, oneMeeting),
  },
  {
    name: 'version',
    says: 'nothing is written over what was written meanwhile',
    file: 'packages/zoom/src/journal/sqlite.ts',
    text: 'WHERE key = ? AND version = ? RETURNING version',
    instead: 'WHERE key = ? AND version >= min(version, ?) RETURNING version',
    model: stalls,
    worlds: 3,
    measure: 'two workers publish, or a link changes silently',
    isRed: isBroken(silently, oneMeeting),
  },
  {
    name: 'quiet-time',
    says: 'that a meeting is not there counts only when it should have landed long ago',
    file: `${ensure}/settings.ts`,
    text: 'quietMs: 60_000,',
    instead: 'quietMs: 0,',
    model: changedModel({ create: { late: 0.05 } }),
    worlds: 4,
    measure: 'surplus, over 1 in 10,000 creates',
    isRed: (outcome) => surplusRate(outcome) > 1 / 10_000,
  },
  {
    name: 'second-read',
    says: 'one list that does not show a meeting is not enough to make it again',
    file: `${ensure}/attempts.ts`,
    text: 'if (missedAt === undefined) return withAttempt(next, number, { lookedAt: now, missedAt: now })',
    instead: "if (missedAt === undefined) return withAttempt(next, number, { lookedAt: now, outcome: 'not_seen' })",
    model: changedModel({ create: { late: 0.5 }, others: { list_torn: 0.03, webhook_lost: 1 } }),
    worlds: 4,
    measure: 'another attempt beside a meeting that exists, over 1 in 200 creates half of which land late',
    isRed: (outcome) => surplusRate(outcome) > 1 / 200,
  },
  {
    name: 'mac',
    says: 'a marker that we did not make is not ours',
    file: `${ensure}/marker.ts`,
    text: 'return firstLine(agenda) === marker',
    instead: "return firstLine(agenda).split('.', 2).join('.') === marker.split('.', 2).join('.')",
    model: forgers,
    worlds: 5,
    measure: 'a look-alike is adopted or deleted',
    isRed: isBroken('what is not ours is never touched', 'only a meeting that was made for the booking is published'),
  },
  {
    name: 'sent-before-the-first-byte',
    says: 'what is about to be sent is written down before it leaves',
    file: `${ensure}/send-create.ts`,
    text: 'current = await commit(parts, current, begin, { holds: true })',
    instead: 'current = begin(current)',
    model: kills,
    worlds: 3,
    measure: 'the meeting of a killed worker is orphaned',
    isRed: isBroken(oneMeeting),
  },
  {
    name: 'same-key',
    says: 'a key stands for what was asked first',
    file: `${ensure}/plan.ts`,
    text: 'if ((await askedHash(parts, wanted)) === record.askedHash) return record',
    instead: 'if ((await askedHash(parts, wanted)) !== undefined) return record',
    model: changedModel({ people: { asked_other: 0.5 } }),
    worlds: 1,
    measure: 'the same key with another body is taken',
    isRed: isBroken('the same key with another body is refused'),
  },
  {
    name: 'made-by-hand',
    says: 'what a person has made in the portal is not ours, whatever marker it bears',
    file: `${ensure}/match.ts`,
    text: "return creation_source === 'web_portal'",
    instead: 'return creation_source === undefined',
    model: changedModel({
      create: { answer_swallowed: 0.5 },
      others: { list_torn: 0.3, webhook_late: 0.5 },
      people: { duplicated: 1 },
    }),
    worlds: 4,
    measure: 'the copy of a person is adopted',
    isRed: isBroken('only a meeting that was made for the booking is published'),
  },
  {
    name: 'start-and-length',
    says: 'what does not start and last as it was sent is not proved to be ours',
    file: `${ensure}/match.ts`,
    text: 'return start === sent.meant?.first && [undefined, duration].includes(sent.fields.duration as number | undefined)',
    instead: 'return start !== null',
    model: changedModel({ create: { late: 0.5 }, others: { list_lag: 0.8, webhook_lost: 1 }, people: { edited: 1 } }),
    worlds: 4,
    measure: 'a meeting that a person has moved is deleted',
    isRed: isBroken('what a person has moved is not deleted'),
  },
  {
    name: 'sweep',
    says: 'the lists of hosts where a meeting may still land are read every five minutes',
    file: `${ensure}/settings.ts`,
    text: 'sweepMs: 300_000,',
    instead: 'sweepMs: 6_000_000,',
    model: changedModel({ create: { late: 0.5 }, others: { list_lag: 0.8, webhook_lost: 1 } }),
    worlds: 3,
    measure: 'surplus stays for more than 10 minutes, 5 % of it or more',
    isRed: ({ totals }) => totals.surplusGoneSoon < 0.95 * totals.surplus,
  },
]
