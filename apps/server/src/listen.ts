import { createServer, type RequestListener } from 'node:http'
import type { Clock } from './context.ts'

/** A server that listens, before it has anything to answer with. */
export interface Listening {
  readonly port: number
  /** Answers from now on; before, everything is answered with 503. */
  answer(listener: RequestListener): void
  /** Takes no new connection, lets requests end for some seconds, and resolves. */
  close(): Promise<void>
}

/** The port or the address cannot be had. */
export class ListenError extends Error {
  readonly code = 'cannot_listen'
  override get name(): string {
    return 'ListenError'
  }
}

/** How long a request may still run after `close`, in ms. */
const graceMs = 10_000

/** @throws ListenError with the remedy */
export async function listen({
  host,
  port,
  clock,
}: {
  readonly host: string
  readonly port: number
  readonly clock: Pick<Clock, 'setTimer'>
}): Promise<Listening> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end()
  }
  let isClosing = false
  const server = createServer((request, response) => {
    // A connection that has had its answer now would keep the server for its keep-alive time.
    response.once('close', () => {
      if (isClosing) server.closeIdleConnections()
    })
    answer(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(host, port, error)))
    server.listen(port, host, resolve)
  })
  server.removeAllListeners('error')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    answer(listener) {
      answer = listener
    },
    close: () =>
      new Promise((resolve) => {
        isClosing = true
        const cancel = clock.setTimer(graceMs, () => server.closeAllConnections())
        server.close(() => {
          cancel()
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function cannotListen(host: string, port: number, cause: Error): ListenError {
  const isTaken = 'code' in cause && cause.code === 'EADDRINUSE'
  const message = isTaken
    ? `Port ${port} is in use: stop what uses it, or set PORT to another one.`
    : `Cannot listen on ${host}, port ${port} (${cause.message}): set HOST to an address of this machine and PORT to one from 1024 on.`
  return new ListenError(message, { cause })
}
