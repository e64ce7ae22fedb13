import { type ZoomClient, ZoomError } from '@convene/zoom'
import type { Wish } from '../booking.ts'
import type { Life } from '../simulated-process.ts'
import type { Maker, Told, Way } from './way.ts'

/** How often a create is sent, and how long it waits in between: what programs do that know nothing better. */
const mostTries = 8
const waitMs = (tries: number): number => Math.min(30_000, 1_000 * 2 ** tries)

/** Sends it again until an answer says that the meeting is there. */
export const blindRetry: Way = retryWay('blind retry', async () => undefined)

/** Looks into the host's list before it sends it again. */
export const listThenRetry: Way = retryWay('list, then retry', async (zoom, wish) => {
  for await (const row of zoom.meetings.list({ userId: wish.host, type: 'scheduled' }))
    if (row.topic === wish.topic) return { id: row.id, join_url: row.join_url }
  return undefined
})

type Look = (zoom: ZoomClient, wish: Wish) => Promise<Told['link']>

function retryWay(name: string, look: Look): Way {
  return {
    name,
    keepsRecords: false,
    open: (shared) => ({
      start: (life, zoom) => startMaker(life, zoom, look, shared.onPublished),
      close() {},
    }),
  }
}

function startMaker(
  { ambient }: Life,
  zoom: ZoomClient,
  look: Look,
  onPublished: (key: string, id: number) => void,
): Maker {
  const links = new Map<string, Promise<Told>>()
  const wait = (ms: number) => new Promise<void>((resume) => void ambient.setTimer?.(ms, resume))

  const make = async ({ host, ...meeting }: Wish): Promise<Told['link']> => {
    for (let tries = 0; ; tries++)
      try {
        const { id, join_url } = await zoom.meetings.create({ userId: host, ...meeting }, { timeoutMs: 15_000 })
        return { id, join_url }
      } catch (error) {
        if (!(error instanceof ZoomError) || tries === mostTries) throw error
        const { retryAt } = error.details
        await wait(retryAt === undefined ? waitMs(tries) : Math.max(0, retryAt.getTime() - (ambient.now?.() ?? 0)))
        const found = error.details.outcome === 'unknown' ? await lookUntilRead(host, meeting) : undefined
        if (found !== undefined) return found
      }
  }
  const lookUntilRead = async (host: string, meeting: Omit<Wish, 'host'>): Promise<Told['link']> => {
    for (let tries = 0; ; tries++)
      try {
        return await look(zoom, { host, ...meeting })
      } catch (error) {
        if (tries === mostTries) throw error
        await wait(waitMs(tries))
      }
  }

  return {
    ensure(key, wish) {
      const told =
        links.get(key) ??
        make(wish).then((link): Told => {
          if (link !== undefined) onPublished(key, link.id)
          return { state: 'published', link }
        })
      links.set(key, told)
      told.catch(() => links.delete(key))
      return told
    },
  }
}
