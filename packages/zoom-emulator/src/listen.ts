import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'

/** A listening server and how to stop it. */
export interface Listening {
  /** `http://127.0.0.1:4747`, no slash at the end. */
  readonly url: string
  close(): Promise<void>
}

/** Listens on `host`:`port` (0: any free port). Rejects with Node's error (`EADDRINUSE`) when it cannot. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  where: { host: string; port: number },
): Promise<Listening> {
  const server: Server = createServer(getRequestListener(fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(where.port, where.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  const name = where.host.includes(':') ? `[${where.host}]` : where.host
  return {
    url: `http://${name}:${port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
