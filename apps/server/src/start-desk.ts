import { bundlePage, type PageFile } from '@convene/web/bundle'
import { getRequestListener } from '@hono/node-server'
import { type DeskAmbient, realAmbient } from './ambient.ts'
import { createApp } from './app.ts'
import type { DeskConfig } from './config.ts'
import type { DeskContext } from './context.ts'
import { listen } from './listen.ts'
import { openDesk } from './open-desk.ts'
import { createFirstAdminLink } from './sign-in/first-admin.ts'
import { startWorkers } from './workers/start.ts'

/** A desk that people can reach. */
export interface RunningDesk extends AsyncDisposable {
  /** Where: `https://desk.example.org`. */
  readonly url: string
  /** Where this process itself listens. */
  readonly localUrl: string
  /** By which the first administrator begins, once; a secret. `undefined`: there is one. */
  readonly firstAdminLink: string | undefined
  readonly context: DeskContext
  /** Takes nothing new, ends what is under way, and closes the database: nothing is lost. */
  stop(): Promise<void>
}

let bundled: Promise<PageFile[]> | undefined

/** Bundled once in a process, however many desks it starts. */
function bundledPage(): Promise<PageFile[]> {
  bundled ??= bundlePage()
  return bundled
}

/**
 * Starts the desk: its API, its page, and its workers unless they run apart.
 *
 * @throws ListenError, StoreError; each says what to do
 */
export async function startDesk(config: DeskConfig, ambient: DeskAmbient = realAmbient): Promise<RunningDesk> {
  await using starting = new AsyncDisposableStack()
  const listening = await listen({ host: config.host, port: config.port, clock: ambient })
  starting.defer(() => listening.close())
  const localUrl = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${listening.port}`
  // With port 0 nobody knew it before.
  const publicUrl = config.publicUrl.replace(/:0$/, `:${listening.port}`)
  const [desk, page] = await Promise.all([
    openDesk({ ...config, publicUrl, port: listening.port }, ambient),
    bundledPage(),
  ])
  starting.use(desk)
  const { context } = desk
  const app = createApp(context, page)
  listening.answer(getRequestListener(app.fetch))
  const workers = config.workers === 'inside' ? startWorkers(desk.workers) : undefined
  starting.defer(() => workers?.stop())
  // Ends the streams of pages, which would keep the server for ever.
  starting.defer(() => context.news.close())
  const firstAdminLink = config.isDemo ? undefined : await createFirstAdminLink(context)
  context.log.info('desk_started', { url: publicUrl, zoom: config.zoom.is, workers: config.workers })
  const started = starting.move()
  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      context.news.close()
      await Promise.all([listening.close(), workers?.stop()])
      await started.disposeAsync()
      context.log.info('desk_stopped')
    })()
    return stopped
  }
  return { url: publicUrl, localUrl, firstAdminLink, context, stop, [Symbol.asyncDispose]: stop }
}
