import { readFileSync } from 'node:fs'
import type { ExitCode } from './exit-codes.ts'
import { runProgram } from './program.ts'
import { reportError } from './report-error.ts'
import { refuseSecretArguments } from './secret-arguments.ts'
import { realSurroundings, type Surroundings } from './surroundings.ts'

/** The entry: runs the command of this process and leaves its exit code. */
export async function main(): Promise<void> {
  // `convene … | head` closes the pipe early: that ends the command, and is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  process.exitCode = await run(realSurroundings())
}

/** Runs one command line to its end and gives the exit code. */
export async function run(surroundings: Surroundings): Promise<ExitCode> {
  const { argv, stdout, stderr } = surroundings
  try {
    refuseSecretArguments(argv)
    return await runProgram(surroundings, version())
  } catch (error) {
    return reportError(error, { stdout, stderr, json: argv.includes('--json') })
  }
}

function version(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
  return manifest.version
}
