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
  /** A meeting of a worker is there. */
  made(meeting: TrueMeeting): void
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
  // Nobody is quicker than a few seconds: Zoom tells the age of a meeting in whole seconds.
  const soonOrLater = () => chance.between(3_000, chance.hit(0.5) ? 150_000 : 3_600_000)

  /** By hand, or by another program of theirs. */
  const make = async (
    host: string,
    { topic, start_time, timezone, duration, agenda }: Omit<PortalMeeting, 'id'>,
    booking: number | undefined,
  ): Promise<number> => {
    const like = { topic, start_time, timezone, duration, ...(agenda !== undefined && { agenda }) }
    const id = chance.hit(0.5) ? portal.schedule(like, { as: host }) : await portal.create(host, like)
    truth.personMade({ id, host, booking })
    return id
  }
  const isThere = (id: number | undefined): id is number =>
    id !== undefined && truth.meetings.get(id)?.goneAt === undefined
  const markerOf = async (id: number | undefined): Promise<string | undefined> =>
    isThere(id) ? (await portal.read(id)).agenda : undefined

  return {
    bookingAsked({ number, wish: { host, ...like } }) {
      const aroundNow = () => chance.below(180_000)
      perhaps('look_alike', aroundNow(), async () => `makes ${await make(host, like, number)} like booking ${number}`)
      perhaps('forged_marker', chance.below(600_000), async () => {
        const marker = await markerOf(truth.madeFor(number).at(-1)?.id ?? ours.at(-1))
        if (!marker) return undefined
        const agenda = forged(marker, chance)
        return `makes ${await make(host, { ...like, agenda }, number)} with the forged marker ${agenda}`
      })
      perhaps('copied_marker', aroundNow(), async () => {
        const agenda = await markerOf(ours[chance.below(ours.length)])
        if (!agenda) return undefined
        return `makes ${await make(host, { ...like, agenda }, number)} with the marker ${agenda} of another`
      })
    },
    made({ id, host, booking }) {
      ours.push(id)
      perhaps('duplicated', soonOrLater(), async () => {
        if (!isThere(id)) return undefined
        const copy = portal.duplicate(id)
        truth.personMade({ id: copy, host, booking })
        return `duplicates ${id}: ${copy}`
      })
      perhaps('edited', soonOrLater(), async () => {
        if (!isThere(id)) return undefined
        const field = chance.pick(['topic', 'start_time', 'duration'])
        const start_time = laterStart(await portal.read(id))
        portal.edit(id, { [field]: { topic: 'Renamed by hand', start_time, duration: 25 }[field] })
        truth.personEdited(id, field !== 'topic')
        return `edits ${field} of ${id}`
      })
      perhaps('deleted', soonOrLater(), async () => {
        if (!isThere(id)) return undefined
        portal.delete(id)
        truth.personDeleted(id)
        if (chance.hit(1 / 3)) time.setTimer(chance.below(1_800_000), recover)
        return `deletes ${id}`
      })
      const recover = () => {
        if (hasStopped) return
        portal.recover(id)
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

/** The same marker of another attempt, or with another MAC: nobody without the secret can make a right one. */
function forged(marker: string, chance: Chance): string {
  const [tag = '', attempt = '', mac = ''] = marker.split('.')
  const other = Number(attempt) > 1 ? Number(attempt) + chance.pick([-1, 1]) : 2
  if (chance.hit(0.5)) return [tag, other, mac].join('.')
  return [tag, attempt, mac.startsWith('A') ? `B${mac.slice(1)}` : `A${mac.slice(1)}`].join('.')
}
