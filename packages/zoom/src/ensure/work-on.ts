import { applyDates } from './apply-dates.ts'
import { commit, type KeeperParts } from './keeper-parts.ts'
import { lookFor, readAndPublish } from './look.ts'
import { nextStep, type Step } from './next-step.ts'
import type { MeetingRecord } from './record.ts'
import { removeSurplus } from './remove-surplus.ts'
import { deletePublished, sendChange, verify } from './send-change.ts'
import { sendCreate } from './send-create.ts'

/** More than any history takes at once: a fault in here must not turn into an endless loop of calls. */
const mostSteps = 40

/**
 * Does for a claimed record what is to be done now, step by step, each written down before the next; then lets it go.
 *
 * @throws ClaimLost when another worker has taken it over; what the journal throws.
 */
export async function workOn(parts: KeeperParts, claimed: MeetingRecord): Promise<MeetingRecord> {
  let record = claimed
  for (let count = 0; count < mostSteps; count++) {
    const step = nextStep(record, parts.ambient.now(), parts.settings)
    if (step.do === 'wait' || step.do === 'nothing')
      return record.leaseUntil === 0 ? record : await commit(parts, record, (one) => one)
    record = await doStep(parts, record, step)
  }
  return record
}

function doStep(
  parts: KeeperParts,
  record: MeetingRecord,
  step: Exclude<Step, { do: 'wait' | 'nothing' }>,
): Promise<MeetingRecord> {
  switch (step.do) {
    case 'create':
      return sendCreate(parts, record, step.attempt)
    case 'look':
      return lookFor(parts, record, step.attempt)
    case 'publish':
      return readAndPublish(parts, record, step.attempt, step.meetingId)
    case 'change':
      return sendChange(parts, record)
    case 'verify':
      return verify(parts, record)
    case 'dates':
      return applyDates(parts, record)
    case 'delete':
      return deletePublished(parts, record)
    case 'remove':
      return removeSurplus(parts, record, step.meetingId)
  }
}
