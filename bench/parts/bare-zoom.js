// What the emulator is measured against: bare `node:http` that keeps meetings in a map, checks a token and three fields, and no more.
import { createServer } from 'node:http'
import meeting from './meeting.json' with { type: 'json' }

const meetings = new Map([[String(meeting.id), { ...meeting }]])
let nextId = 90_000_000_000

const server = createServer((request, response) => {
  const answer = (status, value) => {
    const text = JSON.stringify(value)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }
  const url = request.url ?? ''
  if (url.startsWith('/oauth/')) return answer(200, { access_token: 'bare', expires_in: 3600 })
  if (request.headers.authorization !== 'Bearer bare')
    return answer(401, { code: 124, message: 'Invalid access token.' })
  if (request.method === 'GET' && url.startsWith('/v2/users/'))
    return answer(200, { page_size: 30, next_page_token: '', meetings: [...meetings.values()].slice(0, 30) })
  if (request.method === 'GET') {
    const found = meetings.get(url.slice('/v2/meetings/'.length))
    return found ? answer(200, found) : answer(404, { code: 3001, message: 'Meeting does not exist.' })
  }
  let text = ''
  request.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  request.on('end', () => {
    const { topic, duration, timezone } = JSON.parse(text)
    if (typeof topic !== 'string' || topic.length > 200) return answer(400, { code: 300, message: 'topic' })
    if (!Number.isInteger(duration)) return answer(400, { code: 300, message: 'duration' })
    if (typeof timezone !== 'string') return answer(400, { code: 300, message: 'timezone' })
    const made = { ...meeting, topic, duration, timezone, id: nextId++ }
    meetings.set(String(made.id), made)
    answer(201, made)
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  process.send?.({ about: 'ready', url: `http://127.0.0.1:${port}` })
})
