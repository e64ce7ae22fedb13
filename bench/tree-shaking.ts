/** What does a program pay for the parts of the API that it does not use? Import and bundle of meetings alone beside the whole. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { machine, median, printTable, spread } from './parts/race.ts'

const packed = new URL('../dist-packages/zoom/dist/', import.meta.url)
const file = (path: string): string => JSON.stringify(new URL(path, packed).href)
const path = (name: string): string => JSON.stringify(new URL(name, packed).pathname)

interface Contender {
  readonly name: string
  /** What a program imports and makes, from files or from addresses. */
  readonly program: (of: (path: string) => string) => string
}

const contenders: readonly Contender[] = [
  {
    name: 'the whole client',
    program: (of) => `import { createZoomClient, bearer } from ${of('index.js')}
      globalThis.zoom = createZoomClient({ auth: bearer('token') })`,
  },
  {
    name: 'meetings alone',
    program: (of) => `import { createZoom, bearer } from ${of('core.js')}
      import { meetings } from ${of('areas/meetings.js')}
      globalThis.zoom = createZoom({ auth: bearer('token'), resources: { meetings } })`,
  },
]

interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
}

/** How long a fresh process takes to import a program. */
function importOnce(address: string): Cost {
  const code = `const wall = performance.now(), cpu = process.cpuUsage()
    await import(${JSON.stringify(address)})
    const { user, system } = process.cpuUsage(cpu)
    console.log(JSON.stringify({ wallMs: performance.now() - wall, cpuMs: (user + system) / 1000 }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Cost
}

const folder = mkdtempSync(join(tmpdir(), 'convene-tree-shaking-'))

/** The program as its author wrote it, and as a bundler makes it. */
const subjects = await Promise.all(
  contenders.map(async ({ name, program }, index) => {
    const source = join(folder, `program-${index}.mjs`)
    writeFileSync(source, program(file))
    const bundle = join(folder, `bundle-${index}.mjs`)
    const stdin = { contents: program(path), resolveDir: process.cwd() }
    const options = { bundle: true, minify: true, format: 'esm', platform: 'neutral', logLevel: 'error' } as const
    await build({ ...options, stdin, outfile: bundle })
    const code = readFileSync(bundle)
    return [
      { name, address: pathToFileURL(source).href, bytes: undefined, gzipped: undefined },
      {
        name: `${name}, bundled`,
        address: pathToFileURL(bundle).href,
        bytes: code.length,
        gzipped: gzipSync(code).length,
      },
    ]
  }),
).then((pairs) => pairs.flat())

const rounds = 15
const costs = subjects.map((): Cost[] => [])
for (const { address } of subjects) importOnce(address)
for (let round = 0; round < rounds; round += 1)
  for (const [index, { address }] of subjects.entries()) costs[index]?.push(importOnce(address))
rmSync(folder, { recursive: true })

const wallOf = (index: number): number[] => (costs[index] ?? []).map(({ wallMs }) => wallMs)
const cpuOf = (index: number): number[] => (costs[index] ?? []).map(({ cpuMs }) => cpuMs)
const kilobytes = (bytes: number | undefined): string => (bytes === undefined ? '' : (bytes / 1000).toFixed(1))
console.log(`import and make the client in a fresh process; bundles of esbuild, minified\n${machine()}\n`)
printTable([
  ['', 'wall ms', '', 'CPU ms', '', 'KB', 'gzipped KB'],
  ...subjects.map(({ name, bytes, gzipped }, index) => [
    name,
    median(wallOf(index)).toFixed(1),
    spread(wallOf(index)),
    median(cpuOf(index)).toFixed(1),
    spread(cpuOf(index)),
    kilobytes(bytes),
    kilobytes(gzipped),
  ]),
])
const ratio = (of: (index: number) => number): string => (of(3) / of(1)).toFixed(2)
const cpu = ratio((index) => median(cpuOf(index)))
const size = ratio((index) => subjects[index]?.gzipped ?? 0)
console.log(`\nbundled, meetings alone ÷ the whole: CPU ${cpu}, gzipped ${size}`)
console.log('Aim: the whole under 25 ms.')
