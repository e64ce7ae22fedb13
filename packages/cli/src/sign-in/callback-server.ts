import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CommandError } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'

/** Waits on this machine for a browser to come back from the sign-in. */
export interface CallbackServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT/callback`: what the sign-in is told to send the browser to. */
  readonly redirectUri: string
  /** The address the browser came back to. */
  readonly callback: Promise<string>
}

const page = (
  title: string,
  text: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body style="font-family: system-ui; max-width: 40rem; margin: 4rem auto"><h1>${title}</h1><p>${text}</p></body></html>`

/** Listens on loopback, on `port` or (0) any free one; RFC 8252 §7.3. */
export async function openCallbackServer(port: number): Promise<CallbackServer> {
  const { promise: callback, resolve } = Promise.withResolvers<string>()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const isCallback = request.method === 'GET' && url.pathname === '/callback'
    // One visit, one page: the code in the address must not be kept by anything.
    response.writeHead(isCallback ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      connection: 'close',
    })
    if (!isCallback) return void response.end(page('Not found', 'This address only waits for a sign-in.'))
    response.end(page('Back to the terminal', 'The sign-in goes on there. This page can be closed.'), () =>
      resolve(url.href),
    )
  })
  await new Promise<void>((done, reject) => {
    server.once('error', (cause) =>
      reject(
        new CommandError(
          'wrong_value',
          `--port ${port}: this machine does not let convene listen there (${cause.message}).`,
          {
            remedy: 'Leave --port out, or name a free one.',
            exitCode: exitCodes.refused,
            cause,
          },
        ),
      ),
    )
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address() as AddressInfo
  return {
    redirectUri: `http://127.0.0.1:${address.port}/callback`,
    callback,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
