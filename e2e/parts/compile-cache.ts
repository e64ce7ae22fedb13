/** Where Node keeps what it makes of the sources: one place for all processes of the tests, which begin in a third of the time by it. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm test` says where; Node's own place is for a test file that is run alone. */
export const NODE_COMPILE_CACHE: string = process.env.NODE_COMPILE_CACHE ?? join(tmpdir(), 'node-compile-cache')
