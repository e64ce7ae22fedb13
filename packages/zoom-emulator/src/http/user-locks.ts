import type { Caller, Emulator } from './env.ts'
import { RateLimitError } from './rate-limit-error.ts'
import { userOfPath } from './user-of-path.ts'

/** One deletion of a user at a time, and no other write on a user who is being made or deleted (docs/zoom-facts.md §3.2). */
export interface UserLocks {
  /** Whether a request has to wait its turn at all. */
  concerns(method: string, path: string): boolean
  /** Runs the request, or refuses with 429 where another one holds its user. */
  guard(request: Request, path: string, caller: Caller, run: () => Promise<Response>): Promise<Response>
}

export function createUserLocks({ store, switches }: Pick<Emulator, 'store' | 'switches'>): UserLocks {
  const held = new Set<string>()
  return {
    concerns: (method, path) => switches.limits !== 'off' && method !== 'GET' && /^\/v2\/users(\/|$)/.test(path),
    async guard(request, path, caller, run) {
      const [, , , name, rest] = path.split('/')
      const makes = request.method === 'POST' && name === undefined
      const deletes = request.method === 'DELETE' && name !== undefined && rest === undefined
      const email = (makes ? await emailOfNewUser(request) : userOfPath(store, caller, path)?.email)?.toLowerCase()
      if (email === undefined) return run()
      if (held.has(email))
        throw new RateLimitError(
          'Too many concurrent requests. A request to disassociate this user has already been made.',
        )
      if (!makes && !deletes) return run()
      held.add(email)
      try {
        return await run()
      } finally {
        held.delete(email)
      }
    },
  }
}

/** From a copy of the body; what cannot be read is for the operation itself to refuse. */
async function emailOfNewUser(request: Request): Promise<string | undefined> {
  try {
    const { user_info: { email } = {} }: { user_info?: { email?: unknown } } = JSON.parse(await request.clone().text())
    return typeof email === 'string' ? email : undefined
  } catch {
    return undefined
  }
}
