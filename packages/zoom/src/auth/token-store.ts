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
