import { createHash } from 'node:crypto'
import type { App } from './entities.ts'
import { readSeedObject } from './seed-reader.ts'
import type { WebhookSubscription } from './webhook.ts'
import { secretTokenOf } from './webhook-signature.ts'

/** An address is checked again after 72 hours (docs/zoom-facts.md §9). */
const nextCheckMs = 72 * 3_600_000

/** A subscription that the account has from the start: its address counts as checked. */
export interface SeedWebhook {
  url: string
  /** Names such as `meeting.created`, or patterns such as `meeting.*`; all by default. */
  events?: readonly string[]
  /** By default that of the app, which `env.ZOOM_WEBHOOK_SECRET_TOKEN` holds for the first Server-to-Server app. */
  secret_token?: string
  /** The app that it belongs to; the first Server-to-Server app by default. */
  client_id?: string
}

/** Reads the `webhooks` of a seed. */
export function parseSeedWebhooks(
  list: readonly unknown[],
  apps: readonly App[],
  createdAt: number,
  mistakes: string[],
): WebhookSubscription[] {
  return list.flatMap((input, index) => {
    const reader = readSeedObject(input, `webhooks[${index}]`, ['url', 'events', 'secret_token', 'client_id'], mistakes)
    const url = reader.text('url', '', 2048)
    const events = reader.texts('events', ['*'], eventComplaint)
    const clientId = reader.has('client_id') ? reader.text('client_id', '') : undefined
    const app =
      clientId === undefined
        ? (apps.find(({ type }) => type === 'server_to_server') ?? apps[0])
        : apps.find((one) => one.clientId === clientId)
    if (!app) {
      reader.mistake('client_id', 'is no app of this seed')
      return []
    }
    return {
      // The same at every start.
      id: createHash('sha256').update(`${index} ${url}`).digest('base64url').slice(0, 22),
      clientId: app.clientId,
      accountId: app.accountId,
      url,
      secretToken: reader.has('secret_token') ? reader.text('secret_token', '', 256) : secretTokenOf(app),
      events,
      createdAt,
      nextCheckAt: createdAt + nextCheckMs,
    }
  })
}

/** What is wrong with the name or pattern of an event; `undefined` where nothing is. */
export function eventComplaint(name: string): string | undefined {
  return /^[a-z_*]+(\.[a-z_*]+)*$/.test(name) ? undefined : 'is no name such as meeting.created or meeting.*'
}
