import { DatabaseSync } from 'node:sqlite'
import { createMeetingKeeper, type Journal, type MeetingRecord, type MeetingStatus } from '@convene/zoom/ensure'
import { createSqliteJournal } from '@convene/zoom/journal/sqlite'
import type { Wish } from '../booking.ts'
import type { Life } from '../simulated-process.ts'
import type { Shared, Told, Way } from './way.ts'

/** States in which nothing more happens by itself. */
const settled: ReadonlySet<string> = new Set(['published', 'cancelled', 'refused', 'undecided', 'gone'])

/** Safe creation, as a program uses it: a keeper and a worker in each process, over one journal. */
export const keeperWay: Way = {
  name: 'safe creation',
  keepsRecords: true,
  open(shared) {
    const database = new DatabaseSync(':memory:')
    const journal = watched(createSqliteJournal(database), shared)
    return {
      start(life, zoom) {
        const keeper = createMeetingKeeper({
          zoom,
          journal: journalOver(life, journal),
          ambient: life.ambient,
          // Idle workers of a world would ask the journal a hundred times for each booking.
          settings: { pollMs: 60_000 },
        })
        // Ends with the life of its process.
        keeper.work({ concurrency: 1 })
        return {
          ensure: async (key, wish) => told(await keeper.ensureMeeting({ key, ...request(wish) })),
          plan: async (key, wish) => void (await keeper.planMeeting({ key, ...request(wish) })),
          async change(key, { host, ...meeting }) {
            const fields = Object.keys(meeting).length > 0 ? { meeting } : {}
            return told(await keeper.changeMeeting({ key, ...fields, ...(host !== undefined && { host }) }))
          },
          cancel: async (key) => told(await keeper.cancelMeeting({ key })),
          restore: async (key) => told(await keeper.restoreMeeting({ key })),
          forget: (key) => keeper.forgetMeetings([key]),
          hint: (event) => keeper.hint(event),
        }
      },
      close: () => database.close(),
    }
  },
}

function request({ host, ...meeting }: Wish): { readonly host: string; readonly meeting: Omit<Wish, 'host'> } {
  return { host, meeting }
}

function told({ state, reason, meeting }: MeetingStatus): Told {
  return { state, reason, link: meeting && { id: meeting.id, join_url: meeting.join_url } }
}

/** Tells what is kept at the instant when it is kept. */
function watched(journal: Journal, { onPublished, onState }: Shared): Journal {
  const seen = ({ key, published, state, dueAt }: MeetingRecord) => {
    onPublished(key, published?.id)
    onState(key, state, settled.has(state) && dueAt === undefined)
  }
  return {
    ...journal,
    async add(record) {
      const kept = await journal.add(record)
      seen(kept)
      return kept
    },
    async save(record) {
      const isKept = await journal.save(record)
      if (isKept) seen(record)
      return isKept
    },
  }
}

/** The journal as one life of a process reaches it: each call goes over a connection of that life. */
function journalOver({ callJournal }: Life, journal: Journal): Journal {
  return {
    secret: (fresh) => callJournal('secret', () => journal.secret(fresh)),
    add: (record) => callJournal('add', () => journal.add(record)),
    find: (key) => callJournal('find', () => journal.find(key)),
    findByTag: (tag) => callJournal('findByTag', () => journal.findByTag(tag)),
    findByMeeting: (id) => callJournal('findByMeeting', () => journal.findByMeeting(id)),
    findLost: (host, since) => callJournal('findLost', () => journal.findLost(host, since)),
    save: (record) => callJournal('save', () => journal.save(record)),
    claim: (claim) => callJournal('claim', () => journal.claim(claim)),
    nextDueAt: () => callJournal('nextDueAt', () => journal.nextDueAt()),
    watch: (host, sweepAt, until) => callJournal('watch', () => journal.watch(host, sweepAt, until)),
    claimHost: (claim) => callJournal('claimHost', () => journal.claimHost(claim)),
    saveHost: (host) => callJournal('saveHost', () => journal.saveHost(host)),
    findHost: (host) => callJournal('findHost', () => journal.findHost(host)),
    learnHost: (host, known) => callJournal('learnHost', () => journal.learnHost(host, known)),
  }
}
