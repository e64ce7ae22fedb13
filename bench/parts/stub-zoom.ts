/** A server of bare `node:http` that always gives the same token and the same meeting, so that a bench sees only the client. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import meeting from './meeting.json' with { type: 'json' }

const token = JSON.stringify({ access_token: 'x'.repeat(600), token_type: 'bearer', expires_in: 3600, scope: '' })
const body = JSON.stringify(meeting)

const server = createServer((request, response) => {
  request.resume()
  const text = request.url?.startsWith('/oauth/') ? token : body
  response.writeHead(200, {
    'content-type': 'application/json;charset=UTF-8',
    'content-length': Buffer.byteLength(text),
  })
  response.end(text)
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  process.send?.({ about: 'ready', url: `http://127.0.0.1:${port}` })
})
