import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'

const text = { 'content-type': 'text/plain; charset=utf-8' }

export const health: DeskRoute = openRoute(
  {
    method: 'get',
    path: '/health',
    tag: 'Desk',
    summary: 'Whether the process lives',
    answers: { 200: { description: '`ok`', type: 'text/plain' } },
  },
  () => new Response('ok\n', { headers: text }),
)

export const ready: DeskRoute = openRoute(
  {
    method: 'get',
    path: '/ready',
    tag: 'Desk',
    summary: 'Whether the desk can answer: its database is there, with the tables that it needs',
    description: 'Zoom may be away meanwhile: bookings are taken all the same.',
    answers: { 200: { description: '`ready`', type: 'text/plain' } },
    problems: ['internal'],
  },
  async ({ context, log }) => {
    try {
      await context.store.read((reading) => reading.policies.get())
    } catch (error) {
      log.error('not_ready', { error })
      throw new HttpProblem('internal', 'The database cannot be reached: look into the log.', { status: 503 })
    }
    return new Response('ready\n', { headers: text })
  },
)
