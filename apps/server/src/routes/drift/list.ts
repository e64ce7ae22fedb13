import { type Drift, type DriftField, type Member, whyNotAccept } from '@convene/booking'
import type { DriftView } from '@convene/booking/contract'
import type { DeskContext } from '../../context.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentSummary } from '../../present/booking.ts'
import { presentInstant } from '../../present/instant.ts'
import { addStatus, readParts } from '../../present/load-booking.ts'
import { driftView } from '../../schemas/administration.ts'
import { rowsOf } from '../../schemas/common.ts'

export const listDrift: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/drift',
    tag: 'Administration',
    summary: 'Meetings that somebody has changed or deleted at Zoom',
    scope: 'admin:read',
    role: 'admin',
    answers: { 200: { description: 'All of them, the oldest first', schema: rowsOf(driftView) } },
  },
  async ({ context, member }) => {
    const found = await context.store.read(({ drift }) => drift.list())
    const rows: DriftView[] = []
    for (const drift of found) {
      const row = await presentDrift(context, member, drift)
      if (row !== undefined) rows.push(row)
    }
    return json({ rows })
  },
)

/** `undefined` for a booking that is gone meanwhile. */
async function presentDrift(context: DeskContext, viewer: Member, drift: Drift): Promise<DriftView | undefined> {
  const { bookingId, is, fields, candidates, seenAt } = drift
  const kept = await context.store.read(async (reading) => {
    const booking = await reading.bookings.find(bookingId)
    if (booking === undefined) return undefined
    return { parts: await readParts(reading, booking), whyNot: await whyNotAccept(context.desk, reading, drift) }
  })
  if (kept === undefined) return undefined
  const booking = presentSummary(await addStatus(context, kept.parts), viewer)
  return {
    booking,
    is,
    fields: fields.map(withoutLinks),
    candidates,
    seenAt: presentInstant(seenAt),
    whyNotAccept: kept.whyNot ?? null,
  }
}

/** That the link is another one is told, and not which: links are the organiser's alone. */
function withoutLinks(difference: DriftField): DriftField {
  return difference.field === 'join_url' ? { ...difference, booked: null, atZoom: null } : difference
}
