import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { published, stagePackage } from '../scripts/stage.ts'

/** A folder inside the repository, so that the dependencies that the emulator names are found; ignored by git. */
const work = resolve('.convene/packages-test')
const project = join(work, 'project')

before(() => {
  rmSync(work, { recursive: true, force: true })
  mkdirSync(join(project, 'node_modules/@convene'), { recursive: true })
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }')
  for (const name of published)
    symlinkSync(stagePackage(name, join(work, 'staged')), join(project, 'node_modules/@convene', name), 'junction')
})
after(() => rmSync(work, { recursive: true, force: true }))

const program = `
import assert from 'node:assert/strict'
import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
import { everyWeeks } from '@convene/zoom/recurrence'
import * as calendar from '@convene/zoom/calendar'
import * as invitation from '@convene/zoom/invitation'
import * as postgresJournal from '@convene/zoom/journal/postgres'
import * as sqliteJournal from '@convene/zoom/journal/sqlite'
import * as limits from '@convene/zoom/limits'
import * as node from '@convene/zoom/node'
import * as webhooks from '@convene/zoom/webhooks'
import * as nodeWebhooks from '@convene/zoom/webhooks/node'
import * as expressWebhooks from '@convene/zoom/webhooks/express'
import * as fastifyWebhooks from '@convene/zoom/webhooks/fastify'
import * as honoWebhooks from '@convene/zoom/webhooks/hono'
import { startEmulator } from '@convene/zoom-emulator'

const emulator = await startEmulator()
const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
const made = await zoom.meetings.create({
  topic: 'Packed',
  start_time: '2030-12-20T18:00:00',
  timezone: 'Asia/Taipei',
  recurrence: everyWeeks(1, ['friday'], { count: 3 }),
})
const meeting = await zoom.meetings.get({ meetingId: made.id })
assert.equal(meeting.topic, 'Packed')
assert.equal(meeting.occurrences?.length, 3)
const adapters = [nodeWebhooks, expressWebhooks, fastifyWebhooks, honoWebhooks]
const journals = [sqliteJournal, postgresJournal]
for (const entry of [calendar, invitation, limits, node, webhooks, ...adapters, ...journals]) assert.ok(Object.keys(entry).length > 0)
await emulator.close()
`

test('a program that installs both packages makes a meeting with them', () => {
  writeFileSync(join(project, 'program.mjs'), program)
  const { status, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: project, encoding: 'utf8' })
  assert.equal(status, 0, stderr)
})

for (const [title, libraries] of [
  ['a Node program', { lib: ['es2022', 'esnext.disposable'], types: ['node'] }],
  ['a program with the types of the web', { lib: ['es2022', 'dom', 'esnext.disposable'], types: [] }],
] as const)
  test(`the declarations are clean for ${title} with lib es2022, strict and without skipLibCheck`, () => {
    const client = program.split('\n').filter((line) => /import .*'@convene\/zoom['/]/.test(line))
    const usable =
      libraries.types.length > 0
        ? program
        : `${client.filter((line) => !line.includes('zoom/node')).join('\n')}
      export const meeting = createZoomClient(optionsFromEnvironment({})).meetings.get({ meetingId: 1 })
      export const rule = everyWeeks(1, ['friday'])
      export const more = [calendar, invitation, webhooks, nodeWebhooks, expressWebhooks, fastifyWebhooks, honoWebhooks]`
    writeFileSync(join(project, 'program.ts'), usable)
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          ...libraries,
          target: 'es2022',
          module: 'nodenext',
          strict: true,
          exactOptionalPropertyTypes: true,
          skipLibCheck: false,
          noEmit: true,
        },
        files: ['program.ts'],
      }),
    )
    const { status, stdout } = spawnSync('tsc', ['-p', project], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    assert.equal(status, 0, stdout)
  })

for (const name of published)
  test(`the package ${name} exports only what it ships, and ships no TypeScript source`, () => {
    const folder = join(work, 'staged', name)
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      exports: Record<string, { types: string; default: string }>
      files: string[]
      private?: boolean
    }
    assert.equal(manifest.private, undefined)
    for (const { types, default: code } of Object.values(manifest.exports))
      for (const path of [types, code]) assert.ok(existsSync(join(folder, path)), `${path} is exported and not there`)
    const sources = globSync('**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.d.ts'))
    assert.deepEqual(sources, [])
    assert.match(readFileSync(join(folder, 'LICENSE'), 'utf8'), /^MIT License/)
    assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /Not affiliated with or endorsed by Zoom/)
  })

test('packing the source folder of a package is refused with what to do', () => {
  const { status, stderr } = spawnSync('npm', ['run', 'prepack'], {
    cwd: resolve('packages/zoom'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  assert.notEqual(status, 0)
  assert.match(stderr, /run `npm run pack` at the top/)
})
