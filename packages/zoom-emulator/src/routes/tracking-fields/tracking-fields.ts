import { changeTrackingField, parseTrackingField, type TrackingField } from '../../domain/tracking-field.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Router } from '../../http/router.ts'
import { validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'

/** `/tracking_fields`: the fields that an account adds to its meetings. */
export function trackingFieldRoutes(router: Router, { store, ids, switches }: Emulator): void {
  const ofAccount = (context: Ctx): TrackingField[] =>
    [...store.trackingFields.values()].filter(({ accountId }) => accountId === context.env.caller.account.id)
  const find = (context: Ctx): TrackingField => {
    const id = context.req.param('fieldId') ?? ''
    const known = store.trackingFields.get(id)
    if (known?.accountId !== context.env.caller.account.id)
      throw new ZoomApiError(404, 404, `Tracking field does not exist: ${id}.`)
    return known
  }
  const keep = (context: Ctx, made: TrackingField): TrackingField => {
    if (ofAccount(context).some(({ id, field }) => id !== made.id && field === made.field))
      throw validationFailed([{ field: 'field', message: `Tracking field already exists: ${made.field}.` }])
    store.trackingFields.put(made)
    return made
  }

  router.on('GET /tracking_fields', (context) => {
    const fields = ofAccount(context)
    return reply(200, { total_records: fields.length, tracking_fields: fields.map(present) })
  })
  router.on('POST /tracking_fields', async (context) => {
    const body = orRefuse(parseTrackingField(await readJson(context), true, switches.coerceText))
    const blank = { field: '', recommendedValues: [], required: false, visible: false }
    const fresh = { id: ids.urlSafeId(), accountId: context.env.caller.account.id, ...blank }
    return reply(201, present(keep(context, changeTrackingField(fresh, body))))
  })
  router.on('GET /tracking_fields/{fieldId}', (context) => reply(200, present(find(context))))
  router.on('PATCH /tracking_fields/{fieldId}', async (context) => {
    const body = orRefuse(parseTrackingField(await readJson(context), false, switches.coerceText))
    keep(context, changeTrackingField(find(context), body))
    return reply(204)
  })
  router.on('DELETE /tracking_fields/{fieldId}', (context) => {
    store.trackingFields.delete(find(context).id)
    return reply(204)
  })
}

/** The field of that name, where the account has one. */
export function findTrackingField({ store }: Emulator, accountId: string, name: string): TrackingField | undefined {
  for (const known of store.trackingFields.values())
    if (known.accountId === accountId && known.field === name) return known
  return undefined
}

/** 400/300 where a meeting lacks a field that its account requires, unless the switch takes it all the same. */
export function requireTrackingFields(
  { store, switches }: Emulator,
  accountId: string,
  sent: readonly { field?: string; value?: string }[] = [],
): void {
  if (switches.requiredTrackingFields === 'accept') return
  for (const { accountId: owner, field, required } of store.trackingFields.values())
    if (required && owner === accountId && !sent.some((one) => one.field === field && one.value))
      throw validationFailed([{ field: 'tracking_fields', message: `Missing field: ${field}.` }])
}

function present({ id, field, recommendedValues, required, visible }: TrackingField): object {
  return { id, field, recommended_values: recommendedValues, required, visible }
}
