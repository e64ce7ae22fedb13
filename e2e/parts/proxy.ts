/** Stands between the command and an emulator, and changes answers: for faults that an emulator which behaves does not have. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** An answer on its way back. */
export interface PassingAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

/** A running proxy; `env` sends a program to it. */
export interface Proxy extends AsyncDisposable {
  readonly env: Readonly<Record<string, string>>
}

/** Passes every request on to `zoom` and lets `change` alter the answer. */
export async function startProxy(
  zoom: { readonly url: string; readonly env: Readonly<Record<string, string>> },
  change: (answer: PassingAnswer, request: { readonly method: string; readonly path: string }) => void,
): Promise<Proxy> {
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/' } = request
    const { authorization = '', 'content-type': contentType = 'application/json' } = request.headers
    const body = await text(request)
    const passed = await fetch(zoom.url + path, {
      method,
      headers: { authorization, 'content-type': contentType },
      ...(body !== '' && { body }),
    })
    const headers = { 'content-type': passed.headers.get('content-type') ?? 'application/json' }
    const answer: PassingAnswer = { status: passed.status, headers, body: await passed.text() }
    change(answer, { method, path })
    response.writeHead(answer.status, answer.headers).end(answer.status === 204 ? undefined : answer.body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    env: { ...zoom.env, ZOOM_API_URL: `${url}/v2`, ZOOM_OAUTH_URL: `${url}/oauth` },
    [Symbol.asyncDispose]: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}
