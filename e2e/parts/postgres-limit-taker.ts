/** Takes as many places as it gets at one instant, prints how many, and dies before any call has ended: a process of its own. */
import { writeSync } from 'node:fs'
import { createPostgresLimitStore } from '@convene/zoom/limits'
import pg from 'pg'
import { windowNeed } from '../../packages/zoom/src/limits/need.ts'

const [connectionString = '', limit = '', tries = ''] = process.argv.slice(2)
const store = createPostgresLimitStore(new pg.Pool({ connectionString, max: 5 }))
const need = windowNeed('medium', Number(limit), 1000)
const takes = Array.from({ length: Number(tries) }, () => store.take([need], 0, 30_000, (_, at) => at + 1000))
const taken = await Promise.all(takes)
writeSync(1, String(taken.filter(({ ok }) => ok).length))
process.kill(process.pid, 'SIGKILL')
