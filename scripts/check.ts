/** Runs every check of the repository, one after the other; `--fast` leaves out the stories and the browser. */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'

interface Step {
  name: string
  command: readonly string[]
  slow?: boolean
}

const tests = (...patterns: string[]): string[] => globSync(patterns, { exclude: ['**/node_modules/**'] }).sort()
const nodeTest = (files: string[]) => ['node', '--test', '--test-reporter=dot', ...files]

const steps: Step[] = [
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'layers', command: ['node', 'scripts/check-layers.ts'] },
  { name: 'sizes', command: ['node', 'scripts/check-file-sizes.ts'] },
  { name: 'unit tests', command: nodeTest(tests('packages/*/src/**/*.test.ts', 'scripts/*.test.ts')) },
  { name: 'story tests', command: nodeTest(tests('e2e/**/*.test.ts')), slow: true },
]

const fast = process.argv.includes('--fast')
const startedAt = performance.now()
for (const step of steps) {
  if (fast && step.slow) continue
  const stepAt = performance.now()
  const [program = '', ...args] = step.command
  const { status } = spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  const seconds = ((performance.now() - stepAt) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)`)
  if (status !== 0) process.exit(1)
}
console.log(`All checks passed in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`)
