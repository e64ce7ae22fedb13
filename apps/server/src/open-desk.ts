import { readFileSync } from 'node:fs'
import type { Store } from '@convene/booking'
import { openPostgresStore } from '@convene/booking/storage/postgres'
import { openSqliteStore } from '@convene/booking/storage/sqlite'
import { createMeetingKeeper } from '@convene/zoom/ensure'
import { createBudgets } from './adapters/budgets.ts'
import { createPlanner } from './adapters/planner.ts'
import { createDeskZoom } from './adapters/zoom.ts'
import { openZoomStorage } from './adapters/zoom-storage.ts'
import type { DeskAmbient } from './ambient.ts'
import type { DatabaseConfig, DeskConfig } from './config.ts'
import type { DeskContext } from './context.ts'
import { createMetrics } from './http/metrics.ts'
import { createLog } from './log.ts'
import { createMailer } from './mail/mailer.ts'
import { createSmtpTransport } from './mail/smtp.ts'
import { createNews, type News } from './news.ts'
import { createAuthenticator } from './sign-in/authenticator.ts'
import { openIdProviderOf } from './sign-in/openid/provider-of.ts'
import { createZoomWebhooks } from './webhooks/zoom-webhooks.ts'
import { checkHost } from './workers/check-host.ts'
import { askToCheckHost } from './workers/hosts.ts'
import { createWorkers, type DeskWorkers } from './workers/workers.ts'
import { createZoomHealth } from './zoom-health.ts'

/** A desk without anything that listens or works yet. */
export interface OpenDesk extends AsyncDisposable {
  readonly context: DeskContext
  readonly workers: DeskWorkers
}

/** Opens the database and puts the parts of the desk together. */
export async function openDesk(config: DeskConfig, ambient: DeskAmbient): Promise<OpenDesk> {
  const { now, setTimer, createId, randomBytes } = ambient
  const clock = { now, setTimer }
  const log = createLog({ level: config.logLevel, now, write: ambient.writeLog })
  await using opening = new AsyncDisposableStack()
  const store = opening.use(await openStore(config.database))
  const storage = opening.use(await openZoomStorage(store, config.database))
  const metrics = createMetrics()
  const pages = createNews({ store, clock, log })
  opening.defer(() => pages.close())
  // Whatever has changed may have put something into the outbox.
  const wake = () => {
    pages.wake()
    workers.wake()
  }
  const news: News = { ...pages, wake }
  const zoomHealth = opening.use(createZoomHealth({ store, clock, log, news }))
  const zoom = opening.use(
    createDeskZoom({ config: config.zoom, limits: storage.limits, clock, health: zoomHealth, metrics }),
  )
  const keeper = createMeetingKeeper({
    zoom,
    journal: storage.journal,
    onStatus: ({ key, reason }) => {
      if (reason === 'zoom_away') zoomHealth.failed()
      workers.noticed(key)
      news.wake()
    },
    ambient: { now, setTimer, randomBytes },
  })
  const context: DeskContext = {
    config,
    store,
    desk: {
      store,
      planner: createPlanner({ keeper, journalOver: storage.journalOver, now }),
      budgets: createBudgets({ limits: storage.limits, store }),
      now,
      createId,
    },
    keeper,
    zoom,
    zoomWebhooks: createZoomWebhooks({
      secret: config.zoom.webhookSecret,
      hint: (event) => keeper.hint(event),
      lookAtHost: (zoomUser) => {
        store
          .transaction((transaction) => askToCheckHost(transaction, zoomUser, now()))
          .catch((error: unknown) => log.warn('zoom_hint_failed', { error }))
      },
      clock,
      log,
    }),
    checkHost: (host) => checkHost({ ...context, journal: storage.journal }, host),
    authenticator: createAuthenticator({ store, clock, config }),
    openid: openIdProviderOf(config, ambient),
    clock,
    createId,
    randomBytes,
    log,
    metrics,
    news,
    version,
  }
  const transport = config.smtp && createSmtpTransport({ url: config.smtp.url.reveal(), from: config.smtp.from, now })
  opening.defer(() => transport?.close())
  const mailer = createMailer({ ...context, transport })
  const workers = createWorkers({ ...context, journal: storage.journal, mailer })
  const opened = opening.move()
  return { context, workers, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

function openStore(database: DatabaseConfig): Promise<Store> {
  return database.engine === 'sqlite'
    ? openSqliteStore({ file: database.file })
    : openPostgresStore({ connectionString: database.connectionString.reveal() })
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string
}
