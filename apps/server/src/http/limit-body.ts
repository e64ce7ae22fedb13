import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from './env.ts'
import { HttpProblem } from './http-problem.ts'

const mostBytes = 256 * 1024
/** So much of a body that is too large is read to its end: a client that is cut off while it sends never sees the answer. */
const mostDrained = 8 * mostBytes

/** Refuses bodies that are too large. */
export const limitBody: MiddlewareHandler<Env> = bodyLimit({
  maxSize: mostBytes,
  onError: async ({ req }) => {
    await drain(req.raw)
    throw new HttpProblem('body_too_large', `Send at most ${mostBytes / 1024} kB at a time.`, {
      // Where the rest was not read, nothing else can come this way.
      headers: { connection: 'close' },
    })
  },
})

async function drain({ body, headers }: Request): Promise<void> {
  if (body === null || body.locked || Number(headers.get('content-length') ?? mostDrained) > mostDrained) return
  for await (const _bytes of body);
}
