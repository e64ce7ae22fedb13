/**
 * Runs every check of the repository, two at a time; `--fast` leaves out the stories.
 * Only what failed is printed in full. The last line counts the tests and names what could not run here, and why.
 */
import { spawn } from 'node:child_process'
import { globSync, mkdirSync, rmSync } from 'node:fs'
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
const nodeTest = (files: string[]): string[] => ['node', '--test', '--test-reporter=spec', ...files]
/** All in one process, which loads the sources once: a fifth of the time. Such tests leave nothing behind that another could trip over. */
const unitTest = (files: string[]): string[] => [...nodeTest(['--test-isolation=none']), ...files]

const stories = tests('e2e/**/*.test.ts')
/** Stories that start neither a browser nor a database: in most of them loading the sources would be most of the work. */
const storiesOfOneProcess = tests(
  'e2e/{bulk,command,ensure,every,first,guide,hidden,killed-emulator,lists,meetings,notes,occurrences,other,scheduled}*.test.ts',
  'e2e/{client-in-worker,examples,secrets,series,sign-in,simulation*,verify,webhooks}*.test.ts',
).filter((file) => !file.includes('postgres'))

const steps: readonly Step[] = [
  { name: 'lint and format', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'layers', command: ['node', 'scripts/check-layers.ts'] },
  { name: 'sizes', command: ['node', 'scripts/check-file-sizes.ts'] },
  { name: 'links', command: ['node', 'scripts/check-links.ts'] },
  { name: 'words of the page', command: ['node', 'scripts/check-words.ts'] },
  { name: 'generated files', command: ['node', 'scripts/generate.ts', '--check'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the page', command: ['tsc', '-p', 'apps/web'] },
  {
    name: 'emulator tests',
    command: unitTest(tests('packages/zoom-emulator/{src,test}/**/*.test.ts')),
    tests: true,
    after: { name: 'refusals', command: ['node', 'scripts/check-refusals.ts'] },
  },
  {
    name: 'client, desk, page, command and script tests',
    command: unitTest(
      tests(
        'packages/{zoom,booking,cli}/{src,test}/**/*.test.ts',
        'apps/*/{src,test}/**/*.test.ts',
        'scripts/**/*.test.ts',
        'bench/*.test.ts',
      ),
    ),
    tests: true,
  },
  {
    name: 'story tests in one process',
    command: unitTest(storiesOfOneProcess),
    slow: true,
    tests: true,
  },
  {
    name: 'story tests',
    // Node would leave one core free, which is one of two on a small machine.
    command: nodeTest(['--test-concurrency=2', ...stories.filter((file) => !storiesOfOneProcess.includes(file))]),
    slow: true,
    tests: true,
  },
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
    // Every test file is a process of its own; they share what Node makes of the sources.
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
await Promise.all([work(), work()])

const failed = outcomes.filter((outcome) => !outcome.passed).map((outcome) => outcome.step.name)
const report = outcomes
  .filter((outcome) => outcome.step.tests)
  .map((outcome): TestReport => testReportFrom(outcome.output))
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
console.log(failed.length > 0 ? `Failed: ${failed.join(', ')} (${seconds} s).` : `All checks passed in ${seconds} s.`)
console.log(lastLine(report))
if (failed.length > 0) process.exitCode = 1
