/** How long does a fresh process wait for `import`? The packed client beside Zoom's own SDK. */
import { spawnSync } from 'node:child_process'
import { machine, median, printTable, spread } from './parts/race.ts'

const contenders: readonly (readonly [name: string, module: string])[] = [
  ['@convene/zoom', new URL('../dist-packages/zoom/dist/index.js', import.meta.url).href],
  ['@convene/zoom/recurrence', new URL('../dist-packages/zoom/dist/recurrence/index.js', import.meta.url).href],
  ['@convene/zoom/invitation', new URL('../dist-packages/zoom/dist/invitation/index.js', import.meta.url).href],
  ['@convene/zoom/calendar', new URL('../dist-packages/zoom/dist/calendar/index.js', import.meta.url).href],
  ['@convene/zoom/node', new URL('../dist-packages/zoom/dist/node.js', import.meta.url).href],
  ['@zoom/rivet/meetings', import.meta.resolve('@zoom/rivet/meetings')],
]

interface Cost {
  readonly wallMs: number
  readonly cpuMs: number
}

/** What one import costs in a process of its own. */
function importOnce(module: string): Cost {
  const code = `const wall = performance.now(), cpu = process.cpuUsage()
    await import(${JSON.stringify(module)})
    const { user, system } = process.cpuUsage(cpu)
    console.log(JSON.stringify({ wallMs: performance.now() - wall, cpuMs: (user + system) / 1000 }))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Cost
}

const rounds = 15
const costs = contenders.map((): Cost[] => [])
for (const [, module] of contenders) importOnce(module)
for (let round = 0; round < rounds; round += 1)
  for (const [index, [, module]] of contenders.entries()) costs[index]?.push(importOnce(module))

const cpuOf = (index: number): number[] => (costs.at(index) ?? []).map(({ cpuMs }) => cpuMs)
const wallOf = (index: number): number[] => (costs.at(index) ?? []).map(({ wallMs }) => wallMs)
const rivet = median(cpuOf(-1))
console.log(`import in a fresh process, files in the page cache\n${machine()}\n`)
printTable([
  ['', 'wall ms', '', 'CPU ms', '', 'CPU × rivet'],
  ...contenders.map(([name], index) => [
    name,
    median(wallOf(index)).toFixed(1),
    spread(wallOf(index)),
    median(cpuOf(index)).toFixed(1),
    spread(cpuOf(index)),
    (median(cpuOf(index)) / rivet).toFixed(2),
  ]),
])
console.log('\nAim: @convene/zoom under 25 ms.')
