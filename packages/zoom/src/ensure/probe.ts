import type { WaitOptions } from './follow.ts'
import type { MeetingKeeper } from './keeper.ts'
import type { KeeperParts } from './keeper-parts.ts'
import { parseMarker } from './marker.ts'
import { readHost } from './read-host.ts'

const dayMs = 86_400_000

/**
 * Makes a meeting a week ahead, looks whether the host's list shows its agenda, and deletes it: by the same safe calls as every
 * other meeting. What was seen is kept.
 */
export async function probeAgenda(
  parts: KeeperParts,
  host: string,
  { ensureMeeting, cancelMeeting }: Pick<MeetingKeeper, 'ensureMeeting' | 'cancelMeeting'>,
  wait: WaitOptions | undefined,
): Promise<'shown' | 'hidden' | 'unknown'> {
  const { zoom, journal, ambient } = parts
  const startAt = Math.ceil(ambient.now() / dayMs) * dayMs + 7 * dayMs
  const key = `convene: are agendas shown? ${host} ${new Date(startAt).toISOString().slice(0, 10)} ${ambient.now()}`
  const meeting = { topic: 'Are descriptions shown? (Convene)', start_time: new Date(startAt), duration: 15 }
  const { meeting: made } = await ensureMeeting({ key, host, meeting }, wait)
  try {
    if (made === undefined) return 'unknown'
    const { rows } = await readHost(zoom, host, {})
    const row = rows.find(({ id }) => id === made.id)
    if (row === undefined) return 'unknown'
    const agenda = parseMarker(row.agenda) === undefined ? 'hidden' : 'shown'
    await journal.learnHost(host, { agenda })
    return agenda
  } finally {
    await cancelMeeting({ key }, wait)
  }
}
