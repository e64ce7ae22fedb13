import { BookingError, type BookingErrorCode } from '../../src/domain/booking-error.ts'
import { noPolicies, type Policies } from '../../src/domain/policies.ts'
import type { Desk, Held, LeasedMessage, MeetingPlanner, RequestKey, Store } from '../../src/ports.ts'
import { host, member } from '../domain-data.ts'

/** 2026-12-17, a Thursday, at 08:00 UTC. */
export const thursday: number = Date.parse('2026-12-17T08:00Z')

/** A desk over a real store, with a clock to move. */
export interface TestDesk extends Desk {
  readonly clock: { now: number }
  /** Which meetings were chosen. */
  readonly decided: readonly string[]
  setPolicies(policies: Partial<Policies>): Promise<void>
  /** What is held of the hosts in the month of the tests: host, lane, and the hours in UTC. */
  held(): Promise<readonly string[]>
  /** Everything that was put into the outbox since it was asked last: kind and booking. */
  news(): Promise<readonly string[]>
}

/** A test over a desk with the hosts and members of `openDesk`. */
export type DeskTest = (title: string, run: (desk: TestDesk) => Promise<void>) => void

/**
 * Has the pool hosts `small` (100 people, one lane) and `large` (300 people, two lanes); `mei` and `ken` book, `ask` has to ask,
 * `boss` is a manager, `root` an administrator. The planner writes what it is told into the outbox, in the transaction that it is given.
 */
export async function openDesk(store: Store): Promise<TestDesk> {
  const clock = { now: thursday }
  let ids = 0
  const decided: string[] = []
  const write =
    (kind: string): MeetingPlanner['plan'] =>
    ({ outbox }, { booking }) =>
      outbox.add({
        key: `${kind} ${booking.id} ${booking.revision}`,
        kind,
        body: { bookingId: booking.id },
        dueAt: clock.now,
      })
  const desk: TestDesk = {
    store,
    clock,
    now: () => clock.now,
    createId: () => `id-${++ids}`,
    decided,
    planner: {
      plan: write('zoom_plan'),
      change: write('zoom_change'),
      cancel: (transaction, booking) =>
        write('zoom_cancel')(transaction, { booking, host: host('any'), occurrences: [] }),
      restore: write('zoom_restore'),
      async goOn(transaction, meeting) {
        await write('zoom_go_on')(transaction, meeting)
        return true
      },
      forget: async ({ outbox }, keys) => {
        for (const key of keys)
          await outbox.add({
            key: `zoom_forget ${key} ${clock.now}`,
            kind: 'zoom_forget',
            body: { bookingId: key },
            dueAt: clock.now,
          })
      },
      decide: async ({ id }, meetingId) => void decided.push(`${id} ${meetingId}`),
    },
    budgets: { spent: async () => new Map() },
    setPolicies: (policies) =>
      store.transaction((transaction) => transaction.policies.set({ ...confirmed, ...policies })),
    async held() {
      const range = { from: thursday, to: Date.parse('2027-02-01T00:00Z') }
      return (await store.read((reading) => reading.held(['small', 'large'], range))).map(formatHeld)
    },
    async news() {
      const leased = await store.leaseMessages(clock.now, clock.now + 1000, 1000)
      for (const message of leased) await store.endMessage(message, 'sent')
      return leased.map(formatNews).sort()
    },
  }
  await store.transaction(async ({ hosts, members, policies }) => {
    await hosts.save(host('small'))
    await hosts.save(host('large', { capacity: 300, lanes: 2, plan: 'business' }))
    await members.save(member('mei'))
    await members.save(member('ken'))
    await members.save(member('ask', { needsApproval: true }))
    await members.save(member('boss', { role: 'manager' }))
    await members.save(member('root', { role: 'admin' }))
    await policies.set(confirmed)
  })
  return desk
}

const confirmed: Policies = { ...noPolicies, pool: { confirmedBy: 'root', confirmedAt: thursday } }

function formatHeld({ hostId, lane, heldFrom, heldTo }: Held): string {
  const [from, to] = [heldFrom, heldTo].map((at) => new Date(at).toISOString())
  return `${hostId} ${lane} ${from?.slice(5, 16)} ${to?.slice(11, 16)}`
}

function formatNews({ kind, body }: LeasedMessage): string {
  return `${kind} ${body.bookingId}`
}

/** A request of a client with a key of its own. */
export function request(memberId: string, key: string, hash: string = key): RequestKey {
  return { memberId, key, hash }
}

/** The error that the desk answers with; anything else is thrown on. */
export async function refusal(answer: Promise<unknown>): Promise<BookingError> {
  try {
    await answer
  } catch (error) {
    if (error instanceof BookingError) return error
    throw error
  }
  throw new Error('The desk did it.')
}

/** Code of the error, and of what it says. */
export async function refused(answer: Promise<unknown>): Promise<[BookingErrorCode, string]> {
  const { code, says } = await refusal(answer)
  return [code, says.code]
}
