import type { Token } from './strategy.ts'

/**
 * Where tokens are kept, so that several clients (or processes) share one. A refresh token lives here between runs.
 * `update` holds a lock on `key` while `change` runs, so that only one of them asks Zoom for a new token.
 */
export interface TokenStore {
  get(key: string): Promise<Token | undefined>
  /** Replaces the token under `key` by what `change` returns (`undefined` removes it), and returns that. */
  update(key: string, change: (current: Token | undefined) => Promise<Token | undefined>): Promise<Token | undefined>
}

/** Keeps tokens in memory. Hand the same one to several clients to let them share their tokens. */
export function createMemoryTokenStore(): TokenStore {
  const tokens = new Map<string, Token>()
  const queues = new Map<string, Promise<unknown>>()
  return {
    get: async (key) => tokens.get(key),
    update(key, change) {
      const run = async () => {
        const token = await change(tokens.get(key))
        if (token) tokens.set(key, token)
        else tokens.delete(key)
        return token
      }
      const result = (queues.get(key) ?? Promise.resolve()).then(run)
      queues.set(
        key,
        result.catch(() => {}),
      )
      return result
    },
  }
}
