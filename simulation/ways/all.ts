import { keeperWay } from './keeper.ts'
import { blindRetry, listThenRetry } from './retry.ts'
import type { Way } from './way.ts'

/** The ways of creating that can be compared, by the name that a command line gives them. */
export const ways: Readonly<Record<string, Way>> = {
  'safe-creation': keeperWay,
  'blind-retry': blindRetry,
  'list-then-retry': listThenRetry,
}
