/**
 * Runs every check of the repository, three at a time; `--fast` leaves out the stories.
 * Only what failed is printed in full. The last line counts the tests and names what could not run here, and why.
 */
import { spawn } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failuresIn, lastLine, type TestReport, testReportFrom } from './test-report.ts'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** Left out by `--fast`. */
  readonly slow?: boolean
  readonly tests?: boolean
  /** Runs when this one has passed. */
  readonly after?: Step
}

const tests = (...patterns: string[]): string[] => globSync(patterns, { exclude: ['**/node_modules/**'] }).sort()
/** All in one process, which loads the sources once: a fifth of the time. Tests leave nothing behind that another could trip over. */
const inOneProcess = (files: string[]): string[] => [
  'node',
  '--test',
  '--test-isolation=none',
  '--test-reporter=spec',
  ...files,
]

const stories = tests('e2e/**/*.test.ts')
const isOnPages = (file: string): boolean => readFileSync(file, 'utf8').includes("'./parts/browser.ts'")
const isOfDesk = (file: string): boolean => /\/(?:booking|desk)-[^/]*$/.test(file)

/** What takes longest comes first, so that nothing long is left when the rest is done. */
const steps: readonly Step[] = [
  ...Object.entries({
    'stories on pages': stories.filter(isOnPages),
    'stories of the desk': stories.filter((file) => !isOnPages(file) && isOfDesk(file)),
    'stories of client, emulator and command': stories.filter((file) => !isOnPages(file) && !isOfDesk(file)),
  }).map(([name, files]): Step => ({ name, command: inOneProcess(files), slow: true, tests: true })),
  {
    name: 'emulator tests',
    command: inOneProcess(tests('packages/zoom-emulator/{src,test}/**/*.test.ts')),
    tests: true,
    after: { name: 'refusals', command: ['node', 'scripts/check-refusals.ts'] },
  },
  {
    name: 'client, desk, page, command and script tests',
    command: inOneProcess(
      tests(
        'packages/{zoom,booking,cli}/{src,test}/**/*.test.ts',
        'apps/*/{src,test}/**/*.test.ts',
        'scripts/**/*.test.ts',
        'bench/*.test.ts',
      ),
    ),
    tests: true,
  },
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'layers', command: ['node', 'scripts/check-layers.ts'] },
  { name: 'sizes', command: ['node', 'scripts/check-file-sizes.ts'] },
  { name: 'links', command: ['node', 'scripts/check-links.ts'] },
  { name: 'words of the page', command: ['node', 'scripts/check-words.ts'] },
  { name: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the page', command: ['tsc', '-p', 'apps/web'] },
]

interface Outcome {
  readonly step: Step
  readonly passed: boolean
  readonly output: string
}

/** A whole path, since tests start processes in folders of their own. */
const cache = join(process.cwd(), 'node_modules/.cache/convene')
/** The refusals that the emulator's tests saw, for the step after them. */
const refusals = `${cache}/refusals.txt`
rmSync(refusals, { force: true })
mkdirSync(cache, { recursive: true })

function run(step: Step): Promise<Outcome> {
  const startedAt = performance.now()
  const [program = '', ...args] = step.command
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // Processes that tests start share what Node makes of the sources.
    env: {
      NODE_COMPILE_CACHE: `${cache}/compiled`,
      CONVENE_REFUSALS: refusals,
      ...process.env,
      NO_COLOR: '1',
    },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ step, passed: false, output: error.message }))
    child.on('close', (status) => {
      const passed = status === 0
      console.log(`${passed ? '✓' : '✗'} ${step.name} (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`)
      if (!passed) console.log(step.tests ? failuresIn(output) : output)
      resolve({ step, passed, output })
    })
  })
}

const startedAt = performance.now()
const waiting = steps.filter((step) => !(step.slow && process.argv.includes('--fast')))
const outcomes: Outcome[] = []
async function work(): Promise<void> {
  for (let step = waiting.shift(); step; step = waiting.shift()) {
    const outcome = await run(step)
    outcomes.push(outcome)
    if (outcome.passed && step.after) waiting.unshift(step.after)
  }
}
// Stories wait for databases and browsers: with one more than a small machine has cores, none of them is idle meanwhile.
await Promise.all([work(), work(), work()])

const failed = outcomes.filter((outcome) => !outcome.passed).map((outcome) => outcome.step.name)
const report = outcomes
  .filter((outcome) => outcome.step.tests)
  .map((outcome): TestReport => testReportFrom(outcome.output))
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
console.log(failed.length > 0 ? `Failed: ${failed.join(', ')} (${seconds} s).` : `All checks passed in ${seconds} s.`)
console.log(lastLine(report))
if (failed.length > 0) process.exitCode = 1
