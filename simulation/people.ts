import type { Booking } from './booking.ts'
import type { Chance } from './chance.ts'
import type { FaultModel, PeopleRate } from './fault-model.ts'
import type { Figures } from './figures.ts'
import type { History } from './history.ts'
import type { Portal, PortalMeeting } from './portal.ts'
import type { TrueMeeting, Truth } from './truth.ts'
import type { VirtualTime } from './virtual-time.ts'

/** People at Zoom's own pages, who know nothing of us. */
export interface People {
  /** A booking is asked for: somebody may make a meeting that looks like it. */
  bookingAsked(booking: Booking): void
  /** The first meeting of a booking is there. */
  firstMade(meeting: TrueMeeting): void
  /** They do nothing more. */
  stop(): void
}

export interface PeopleParts {
  readonly time: VirtualTime
  readonly chance: Chance
  readonly model: FaultModel
  readonly portal: Portal
  readonly truth: Truth
  readonly figures: Figures
  readonly history: History
}

export function createPeople({ time, chance, model, portal, truth, figures, history }: PeopleParts): People {
  let hasStopped = false
  /** The meetings of workers that are there, for those who copy a marker. */
  const ours: number[] = []

  /** Somebody does it after a while, if people do this. */
  const perhaps = (rate: PeopleRate, afterMs: number, act: () => Promise<string | undefined>): void => {
    if (!chance.hit(model.people[rate])) return
    time.setTimer(afterMs, async () => {
      if (hasStopped) return
      const done = await act()
      if (done === undefined) return
      figures.met(rate)
      history.note('person', () => done)
    })
  }
  const soonOrLater = () => (chance.hit(0.5) ? chance.below(150_000) : chance.below(3_600_000))

  const make = async (
    host: string,
    like: Omit<PortalMeeting, 'id' | 'join_url'>,
    booking: number | undefined,
  ): Promise<number> => {
    const { topic, start_time, timezone, duration, agenda } = like
    const made = await portal.create(host, { topic, start_time, timezone, duration, ...(agenda && { agenda }) })
    truth.personMade({ id: made.id, host, booking, join_url: made.join_url })
    return made.id
  }
  const markerOf = async (id: number | undefined): Promise<string | undefined> => {
    if (id === undefined || truth.meetings.get(id)?.goneAt !== undefined) return undefined
    return (await portal.read(id)).agenda
  }

  return {
    bookingAsked({ number, wish: { host, ...like } }) {
      const aroundNow = () => chance.below(180_000)
      perhaps('look_alike', aroundNow(), async () => `makes ${await make(host, like, number)} like booking ${number}`)
      perhaps('forged_marker', aroundNow(), async () => {
        const marker = await markerOf(truth.madeFor(number)[0]?.id ?? ours.at(-1))
        if (!marker) return undefined
        const forged = marker.replace(/.$/m, (last) => (last === 'A' ? 'B' : 'A'))
        return `makes ${await make(host, { ...like, agenda: forged }, number)} with a forged marker ${forged}`
      })
      perhaps('copied_marker', aroundNow(), async () => {
        const agenda = await markerOf(ours[chance.below(ours.length)])
        if (!agenda) return undefined
        return `makes ${await make(host, { ...like, agenda }, number)} with the marker ${agenda} of another`
      })
    },
    firstMade({ id, host, booking }) {
      ours.push(id)
      const isThere = () => truth.meetings.get(id)?.goneAt === undefined
      perhaps('duplicated', soonOrLater(), async () => {
        if (!isThere()) return undefined
        return `duplicates ${id}: ${await make(host, await portal.read(id), booking)}`
      })
      perhaps('edited', soonOrLater(), async () => {
        if (!isThere()) return undefined
        const field = chance.pick(['topic', 'start_time', 'duration'])
        const fields = { topic: 'Renamed by hand', start_time: laterStart(await portal.read(id)), duration: 25 }
        await portal.edit(id, { [field]: fields[field] })
        truth.personEdited(id)
        return `edits ${field} of ${id}`
      })
      perhaps('deleted', soonOrLater(), async () => {
        if (!isThere()) return undefined
        await portal.delete(id)
        truth.personDeleted(id)
        if (chance.hit(1 / 3)) time.setTimer(chance.below(1_800_000), recover)
        return `deletes ${id}`
      })
      const recover = async () => {
        if (hasStopped) return
        await portal.recover(id)
        truth.personRecovered(id)
        history.note('person', () => `recovers ${id}`)
      }
    },
    stop() {
      hasStopped = true
    },
  }
}

function laterStart({ start_time }: PortalMeeting): string {
  return new Date(Date.parse(start_time) + 3_600_000).toISOString().replace('.000Z', 'Z')
}
