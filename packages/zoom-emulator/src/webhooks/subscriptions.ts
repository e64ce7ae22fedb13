import type { Clock } from '../domain/clock.ts'
import { EmulatorError } from '../domain/emulator-error.ts'
import type { App } from '../domain/entities.ts'
import type { Ids } from '../domain/ids.ts'
import { eventComplaint } from '../domain/seed-webhooks.ts'
import type { Switches } from '../domain/switches.ts'
import type { Timers } from '../domain/timers.ts'
import type { WebhookSubscription } from '../domain/webhook.ts'
import { secretTokenOf } from '../domain/webhook-signature.ts'
import type { Store } from '../storage/store.ts'
import { addressProblem, type WebhookPlaces } from './address.ts'
import { checkAddress, checkEveryMs } from './check.ts'
import type { WebhookAnswer, WebhookMessage } from './send.ts'

/** A subscription to make. */
export interface NewWebhookSubscription {
  /** Where the events go: loopback, or a host that the emulator was allowed. */
  readonly url: string
  /** Names such as `meeting.created`, or patterns such as `meeting.*`; `['*']` by default. */
  readonly events?: readonly string[]
  /** Signs what is sent; by default the app's own, which `env.ZOOM_WEBHOOK_SECRET_TOKEN` holds for the first app. */
  readonly secretToken?: string
  /** The app that it belongs to; the first Server-to-Server app by default. */
  readonly clientId?: string
}

export interface WebhookSubscriptions {
  /**
   * Makes a subscription, once its address has answered the check.
   *
   * @throws EmulatorError `webhook_invalid` where a value cannot be used, `webhook_refused` where the address fails the check.
   */
  subscribe(wanted: NewWebhookSubscription): Promise<WebhookSubscription>
  /** Checks an address again, as happens by itself every 72 hours; what is wrong stands in `checkProblem`. */
  check(id: string): Promise<WebhookSubscription | undefined>
  /** Goes on with the checks that the store tells of. */
  resume(): void
}

export interface SubscriptionParts {
  readonly store: Pick<Store, 'apps' | 'webhookSubscriptions'>
  readonly clock: Clock
  readonly timers: Timers
  readonly ids: Ids
  readonly switches: Switches
  readonly places: WebhookPlaces
  readonly send: (message: WebhookMessage) => Promise<WebhookAnswer>
  readonly ending: AbortSignal
}

export function createSubscriptions(parts: SubscriptionParts): WebhookSubscriptions {
  const { store, clock, timers, ids, switches, places, send, ending } = parts
  const cancels = new Map<string, () => void>()

  const checkOf = (target: Pick<WebhookSubscription, 'url' | 'secretToken'>) =>
    checkAddress(target, { now: clock.now(), plainToken: ids.secret(22), send })
  const keep = (subscription: WebhookSubscription): WebhookSubscription => {
    const { id, nextCheckAt } = subscription
    store.webhookSubscriptions.put(subscription)
    cancels.get(id)?.()
    cancels.set(
      id,
      timers.at(nextCheckAt, () => check(id)),
    )
    return subscription
  }
  const check = async (id: string): Promise<WebhookSubscription | undefined> => {
    const known = store.webhookSubscriptions.get(id)
    const problem = known && (await checkOf(known))
    const subscription = store.webhookSubscriptions.get(id)
    if (!subscription || ending.aborted) return undefined
    const { checkProblem: _, ...kept } = subscription
    return keep({
      ...kept,
      nextCheckAt: clock.now() + checkEveryMs,
      ...(problem !== undefined && { checkProblem: problem }),
    })
  }
  const appOf = (clientId: string | undefined): App => {
    const apps = [...store.apps.values()]
    const app = clientId === undefined ? (apps.find(isServerApp) ?? apps[0]) : store.apps.get(clientId)
    if (app) return app
    const known = apps.map((one) => one.clientId).join(', ')
    throw invalid('clientId', `${JSON.stringify(clientId)} is no app here; there are ${known}`)
  }

  return {
    async subscribe({ url, events = ['*'], secretToken, clientId }) {
      const problem = addressProblem(url, places)
      if (problem !== undefined) throw invalid('url', problem)
      if (events.length === 0) throw invalid('events', "it is empty; ['*'] stands for all")
      for (const name of events) {
        const complaint = eventComplaint(name)
        if (complaint !== undefined) throw invalid('events', `${JSON.stringify(name)} ${complaint}`)
      }
      if (secretToken === '') throw invalid('secretToken', 'it is empty; leave it out for that of the app')
      const app = appOf(clientId)
      const ofApp = [...store.webhookSubscriptions.values()].filter((one) => one.clientId === app.clientId)
      if (ofApp.length >= switches.webhookLimit)
        throw invalid('clientId', `${app.clientId} has ${ofApp.length} subscriptions, the most of an app; remove one`)
      const subscription = { url, secretToken: secretToken ?? secretTokenOf(app) }
      const failure = await checkOf(subscription)
      if (failure !== undefined)
        throw new EmulatorError(
          'webhook_refused',
          `The address ${url} failed the check that comes with a subscription: ${failure}.`,
        )
      const now = clock.now()
      return keep({
        id: ids.urlSafeId(),
        clientId: app.clientId,
        accountId: app.accountId,
        ...subscription,
        events,
        createdAt: now,
        nextCheckAt: now + checkEveryMs,
      })
    },
    check,
    resume() {
      cancels.clear()
      for (const subscription of store.webhookSubscriptions.values()) keep(subscription)
    },
  }
}

function isServerApp({ type }: App): boolean {
  return type === 'server_to_server'
}

function invalid(field: string, sentence: string): EmulatorError {
  return new EmulatorError('webhook_invalid', `${field}: ${sentence}.`)
}
