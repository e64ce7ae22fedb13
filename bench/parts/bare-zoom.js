// What the emulator is measured against: bare `node:http` that gives the same answers as the emulator out of a map, checks a token
// and three fields, and no more. The bench hands it the answers, so that both write equally long ones.
import { createServer } from 'node:http'

const answers = new Map()
let template = {}
let nextId = 90_000_000_000

const server = createServer((request, response) => {
  const answer = (status, value) => {
    const text = JSON.stringify(value)
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }
  if (request.headers.authorization !== 'Bearer bare')
    return answer(401, { code: 124, message: 'Invalid access token.' })
  if (request.method === 'GET') {
    const found = answers.get(request.url)
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
    const made = { ...template, topic, duration, timezone, id: nextId++ }
    answers.set(`/v2/meetings/${made.id}`, made)
    answer(201, made)
  })
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address()
  process.send?.({ about: 'ready', url: `http://127.0.0.1:${port}` })
})
process.on('message', (message) => {
  if (message.do !== 'keep') return
  const value = JSON.parse(message.text)
  answers.set(message.path, value)
  if (message.path.startsWith('/v2/meetings/')) template = value
  process.send?.({ about: 'keep' })
})
