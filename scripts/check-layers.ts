/** Refuses imports that run against ARCHITECTURE.md, and ambient things (clock, chance, environment) outside the files listed here. */
import { globSync, readFileSync } from 'node:fs'
import { type AmbientAllowance, ambientComplaints } from './ambient.ts'
import { clientComplaints, importComplaints } from './layers.ts'

const allowance: AmbientAllowance = {
  'packages/zoom/src/http/ambient.ts': {
    names: ['Date.now', 'timers', 'chance', 'fetch'],
    why: 'defines the default of everything the client takes from its surroundings',
  },
  'packages/zoom-emulator/src/index.ts': {
    names: ['Date.now', 'performance.now', 'chance', 'timers', 'fetch', 'console'],
    why: 'composition root of the emulator',
  },
  'packages/zoom-emulator/src/pages/keep-current.ts': {
    names: ['timers', 'fetch'],
    why: 'holds a script that runs in the browser',
  },
  'packages/zoom-emulator/src/pages/console/live.ts': {
    names: ['timers', 'fetch'],
    why: 'holds a script that runs in the browser',
  },
  'packages/booking/src/storage/sqlite/open.ts': {
    names: ['timers'],
    why: 'waits for another process that has the file',
  },
  'apps/web/src/surroundings.ts': {
    names: ['Date.now', 'timers', 'chance', 'fetch'],
    why: 'defines what the page takes from the browser',
  },
  'apps/server/src/ambient.ts': {
    names: ['Date.now', 'timers', 'chance', 'fetch'],
    why: 'defines what the desk takes from the machine',
  },
  'packages/cli/src/surroundings.ts': {
    names: ['Date.now', 'timers', 'process.env'],
    why: 'defines what one run of the command takes from the machine',
  },
}

const files = globSync(['{packages,apps}/*/src/**/*.{ts,tsx}', '{simulation,e2e,bench,examples,scripts}/**/*.ts'], {
  // The tests of the checks plant texts that look like imports.
  exclude: ['**/node_modules/**', '**/generated/**', 'scripts/*.test.ts'],
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort()
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]))

const manifest = JSON.parse(readFileSync('packages/zoom/package.json', 'utf8')) as {
  exports: Record<string, string>
  dependencies?: Record<string, string>
}
const entries = Object.values(manifest.exports).map((path) => path.replace('./', 'packages/zoom/'))
const complaints = [
  ...importComplaints(sources),
  ...clientComplaints(sources, entries),
  ...ambientComplaints(sources, allowance),
  ...(manifest.dependencies ? ['packages/zoom/package.json: the client has no dependencies'] : []),
]
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exit(1)
