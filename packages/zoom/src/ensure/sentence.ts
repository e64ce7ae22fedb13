import { openAttempt, unpublished } from './next-step.ts'
import type { MeetingRecord, Obstacle } from './record.ts'

/** Where a record stands, in a sentence or two for a person. */
export function sentenceOf(record: MeetingRecord): string {
  const beside = record.surplus.flatMap(({ id, state, reason }) =>
    state === 'kept' ? [` Meeting ${id} beside it is left at Zoom, since ${reason ?? 'a proof is missing'}.`] : [],
  )
  return mainSentence(record) + beside.join('')
}

function mainSentence(record: MeetingRecord): string {
  const { state, published, obstacle, dueAt, candidates = [] } = record
  const next = dueAt === undefined ? '' : ` Next look at ${timeOf(dueAt)}.`
  switch (state) {
    case 'planned':
      return obstacle === undefined
        ? 'The meeting is about to be made.'
        : `${hindrance(obstacle, 'The meeting is not made yet')}${next}`
    case 'sent':
      return 'Zoom has been asked for the meeting and has not answered yet.'
    case 'unknown':
      return `${unknownSentence(record)}${next}`
    case 'published':
      return published?.differs === undefined
        ? `Meeting ${published?.id} is ready.`
        : `Meeting ${published.id} is ready, but somebody has changed it at Zoom: ${published.differs.join(', ')}.`
    case 'changing':
      return obstacle === undefined
        ? `Meeting ${published?.id} is being changed.`
        : `${hindrance(obstacle, `Meeting ${published?.id} is not changed yet`)}${next}`
    case 'cancelling':
      if (obstacle !== undefined) return `${hindrance(obstacle, 'The meeting is not cancelled yet')}${next}`
      return openAttempt(record) === undefined
        ? 'The meeting is being deleted.'
        : `Zoom never answered whether it made the meeting: it is looked for, and deleted when it is found.${next}`
    case 'cancelled':
      return record.surplus.every(({ state }) => state === 'deleted')
        ? 'The meeting is cancelled: Zoom has none.'
        : 'The meeting is cancelled.'
    case 'refused':
      return `Zoom refuses ${published === undefined || published.isGone ? 'the meeting' : `the change; meeting ${published.id} stays as it was`}: ${obstacle?.message ?? ''} It is tried again when something is changed.`
    case 'undecided':
      return candidates.length === 1
        ? `Meeting ${candidates[0]} looks like it, and nobody but a person can say whether it is.`
        : `Meetings ${candidates.join(' and ')} are equal, and nobody but a person can say which one it is.`
    case 'gone':
      return `Somebody has deleted meeting ${published?.id} at Zoom. It is not made again by itself, since the link would be another one.`
  }
}

function unknownSentence(record: MeetingRecord): string {
  if (unpublished(record) !== undefined)
    return 'Zoom has made the meeting without telling so; it was found and is being read.'
  const missed = openAttempt(record)?.missedAt !== undefined
  return missed
    ? "Zoom never answered whether it made the meeting, and the host's list does not show it; one more look decides."
    : 'Zoom has not answered whether it made the meeting.'
}

function hindrance({ reason, message }: Obstacle, what: string): string {
  switch (reason) {
    case 'limited':
      return `${what}, because a limit of Zoom is reached.`
    case 'no_answer':
      return `${what}: Zoom did not answer.`
    case 'zoom_away':
      return `${what}: Zoom cannot be reached, or does not work.`
    case 'running':
      return `${what}, because it is running now.`
    case 'sign_in_refused':
      return `${what}: Zoom does not accept the sign-in of this program.`
    default:
      return `${what}: ${message}`
  }
}

/** To the second, UTC. */
function timeOf(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`
}
