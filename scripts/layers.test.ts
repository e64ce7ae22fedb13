import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ambientComplaints, ambientIn } from './ambient.ts'
import { clientComplaints, importComplaints } from './layers.ts'

const tree = (files: Record<string, string>): Map<string, string> => new Map(Object.entries(files))

const wrongImports: readonly [title: string, file: string, source: string, complaint: RegExp][] = [
  [
    'the client imports the emulator',
    'packages/zoom/src/a.ts',
    "import '@convene/zoom-emulator'",
    /zoom must not import/,
  ],
  [
    'the emulator imports the client',
    'packages/zoom-emulator/src/a.ts',
    "import { x } from '@convene/zoom'",
    /must not/,
  ],
  [
    'an entry point counts as the package',
    'packages/zoom-emulator/src/a.ts',
    "import('@convene/zoom/node')",
    /must not/,
  ],
  [
    'a relative path into another package',
    'packages/cli/src/a.ts',
    "import '../../zoom/src/client.ts'",
    /package name/,
  ],
  ['the desk imports the emulator', 'apps/server/src/a.ts', "import '@convene/zoom-emulator'", /must not/],
  ['a package imports its own index', 'packages/zoom/src/http/a.ts', "import '../index.ts'", /its own package's index/],
  [
    'the domain imports a route',
    'packages/zoom-emulator/src/domain/a.ts',
    "import '../routes/b.ts'",
    /domain\/ must not/,
  ],
  [
    'storage imports a page',
    'packages/zoom-emulator/src/storage/a.ts',
    "import type { P } from '../pages/p.ts'",
    /storage\//,
  ],
  [
    'the pipeline imports a resource',
    'packages/zoom/src/http/a.ts',
    "import '../resources/users.ts'",
    /http\/ must not/,
  ],
  [
    'the page imports the domain of the desk',
    'apps/web/src/a.tsx',
    "import { bookMeeting } from '@convene/booking'",
    /web must not import/,
  ],
  [
    'the domain of the desk asks the store',
    'packages/booking/src/domain/a.ts',
    "import type { Store } from '../ports.ts'",
    /domain\/ must not/,
  ],
]
for (const [title, file, source, complaint] of wrongImports)
  test(`refused: ${title}`, () => {
    const complaints = importComplaints(tree({ [file]: source }))
    assert.equal(complaints.length, 1)
    assert.match(complaints[0] ?? '', complaint)
    assert.ok(complaints[0]?.startsWith(`${file}: `))
  })

test('imports that run with the architecture pass, and names in comments are no imports', () => {
  const sources = tree({
    'packages/cli/src/a.ts': "import '@convene/zoom'\nawait import('@convene/zoom-emulator')",
    'packages/zoom/src/a.ts': "/** import { startEmulator } from '@convene/zoom-emulator' */\nimport './http/b.ts'",
    'apps/web/src/a.tsx': "import type { Wish } from '@convene/booking/contract'\nimport '@convene/booking/languages'",
    'e2e/a.test.ts': "import '../packages/zoom/src/http/b.ts'",
    'apps/server/src/a.test.ts': "import '@convene/zoom-emulator'",
  })
  assert.deepEqual(importComplaints(sources), [])
})

test('the client uses node: modules only below its ./node entry, and no dependency', () => {
  const entries = ['packages/zoom/src/index.ts', 'packages/zoom/src/node.ts']
  const good = {
    'packages/zoom/src/index.ts': "import './shared.ts'",
    'packages/zoom/src/shared.ts': "check('from', from)\ncheck('to', to)",
    'packages/zoom/src/node.ts': "import './node/file.ts'\nimport './shared.ts'",
    'packages/zoom/src/node/file.ts': "import { open } from 'node:fs/promises'",
    'packages/zoom/src/shared.test.ts': "import { test } from 'node:test'",
  }
  assert.deepEqual(clientComplaints(tree(good), entries), [])
  const shared = clientComplaints(tree({ ...good, 'packages/zoom/src/shared.ts': "import 'node:fs'" }), entries)
  assert.match(shared.join(), /shared\.ts: imports node:fs/)
  const unreached = clientComplaints(tree({ ...good, 'packages/zoom/src/lost.ts': "import 'node:fs'" }), entries)
  assert.match(unreached.join(), /lost\.ts: imports node:fs/)
  const dependent = clientComplaints(tree({ ...good, 'packages/zoom/src/shared.ts': "import 'undici'" }), entries)
  assert.match(dependent.join(), /imports undici; the client has no dependencies/)
})

const ambientCode: readonly [name: string, source: string][] = [
  ['Date.now', 'const at = Date.now()'],
  ['Date.now', 'const clock = { now: Date.now }'],
  ['new Date()', 'const at = new Date()'],
  ['Temporal.Now', 'Temporal.Now.instant()'],
  ['performance.now', 'performance.now()'],
  ['timers', 'setTimeout(run, 5)'],
  ['timers', 'const later = globalThis.setInterval'],
  ['timers', 'AbortSignal.timeout(5)'],
  ['chance', 'Math.random()'],
  ['chance', 'crypto.randomUUID()'],
  ['chance', "import { createHmac, randomBytes } from 'node:crypto'"],
  ['fetch', 'const answer = await fetch(url)'],
  ['fetch', 'const send = (url) => fetch(url, init),'],
  ['process.env', 'process.env.HOME'],
  ['console', "console.log('x')"],
]
for (const [name, source] of ambientCode)
  test(`found as ambient: ${source}`, () => assert.deepEqual(ambientIn(source), [name]))

const innocent = [
  'new Date(value)',
  '/** Give `Date.now()` or `fetch(url)`. */',
  "const remedy = 'set it in process.env'",
  'await ambient.fetch(url, init)',
  'interface Transport { fetch(url: string): Promise<Response> }',
  '  fetch(request) {',
  'server.setTimeout(5)',
  'options.console.log(1)',
  "const page = 'https://zoom.us' // Math.random()",
]
for (const source of innocent) test(`not ambient: ${source}`, () => assert.deepEqual(ambientIn(source), []))

test('a file outside the list is refused, a listed one passes, and a list that nothing needs is refused', () => {
  const sources = tree({ 'packages/zoom/src/a.ts': 'Date.now()', 'packages/zoom/src/a.test.ts': 'Date.now()' })
  assert.match(ambientComplaints(sources, {}).join(), /^packages\/zoom\/src\/a\.ts: names Date\.now/)
  const listed = { 'packages/zoom/src/a.ts': { names: ['Date.now'], why: 'default' } }
  assert.deepEqual(ambientComplaints(sources, listed), [])
  const tooMuch = { 'packages/zoom/src/a.ts': { names: ['Date.now', 'chance'], why: 'default' } }
  assert.match(ambientComplaints(sources, tooMuch).join(), /allows chance here/)
  const gone = { ...listed, 'packages/zoom/src/b.ts': { names: ['chance'], why: 'default' } }
  assert.match(ambientComplaints(sources, gone).join(), /no such file/)
})
