import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, openRoute } from '../../http/route.ts'

/** How long the database may take. */
const patienceMs = 5000
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
  },
  async ({ context, log }) => {
    const { store, clock } = context
    const { promise: tooLong, reject } = Promise.withResolvers<never>()
    // One that neither answers nor breaks: whoever asks has no more patience than this.
    const cancel = clock.setTimer(patienceMs, () => reject(new Error(`No answer in ${patienceMs} ms.`)))
    try {
      await Promise.race([store.read((reading) => reading.policies.get()), tooLong])
    } catch (error) {
      log.error('not_ready', { error })
      throw new HttpProblem('database_away', 'The database cannot be reached: look into the log.', { retryAfter: 5 })
    } finally {
      cancel()
    }
    return new Response('ready\n', { headers: text })
  },
)
