// Plain JavaScript that any Node can parse: says in one sentence what to do where Node 26 is missing.
'use strict'
const { spawnSync } = require('node:child_process')

const wanted = 26
const quiet = process.argv.includes('--quiet')

function major(version) {
  return Number(/^v?(\d+)/.exec(version || '')?.[1] ?? 0)
}

function complaint() {
  // `npm run` puts node_modules/.bin first on PATH, so `node` is the pinned one where it was installed.
  const pinned = spawnSync('node', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' })
  if (major(pinned.stdout) >= wanted) return undefined
  const missing = pinned.error && pinned.error.code === 'ENOENT'
  if (missing || pinned.status === 0)
    return `Convene needs Node ${wanted} and found ${missing ? 'none' : pinned.stdout.trim()}: run \`npm ci\` (without --omit=optional), which brings it for Linux, macOS and Windows, or put a Node ${wanted} of your own first on PATH.`
  if (/libatomic/.test(pinned.stderr || ''))
    return 'Node 26 was installed but needs the system library libatomic: install it (Debian and Ubuntu: `apt-get install libatomic1`; Fedora: `dnf install libatomic`; Alpine has no build of it) and run the command again.'
  const reason = (pinned.stderr || String(pinned.error || `exit code ${pinned.status}`)).trim().split('\n')[0]
  return `Node 26 was installed but does not start here (${reason}): put a Node 26 of your own first on PATH and run the command again.`
}

if (quiet) process.exit(major(process.version) >= wanted ? 0 : 1)
const sentence = complaint()
if (sentence) {
  console.error(sentence)
  process.exit(1)
}
