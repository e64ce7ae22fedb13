import { CommandError } from './errors.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { TextStream } from './output/output.ts'

/** Exit codes of the client's and the emulator's failures, by their `code`. */
const exitCodeOf: Readonly<Record<string, ExitCode>> = {
  invalid_input: exitCodes.usage,
  sign_in_refused: exitCodes.signIn,
  scope_missing: exitCodes.signIn,
  not_found: exitCodes.notFound,
  rate_limited: exitCodes.rateLimited,
  start_shifted: exitCodes.startShifted,
  key_reused: exitCodes.usage,
  key_unknown: exitCodes.notFound,
  aborted: exitCodes.interrupted,
  seed_invalid: exitCodes.usage,
  settings_invalid: exitCodes.usage,
  file_exists: exitCodes.usage,
  not_ours: exitCodes.usage,
}

/** Failures of what a command starts, which say what happened and what to do in their message: by their names, since nothing of it is loaded for a mistake. */
const toldByMessage: ReadonlySet<string> = new Set(['EmulatorError', 'ListenError', 'SettingsError', 'StoreError'])

/** The options that fill the client's fields: people are told the name they typed. */
const options: readonly (readonly [field: RegExp, option: string])[] = [
  [/^start_time$/, '--start'],
  [/^time_?zone$/i, '--time-zone'],
  [/^duration$/, '--for'],
  [/^(topic|agenda)$/, '--$1'],
  [/^password$/, '--passcode-stdin'],
  [/^schedule_for$/, '--schedule-for'],
  [/^occurrence_id$/, '--occurrence'],
  [/^recurrence\.(until|end_date_time)$/, '--until'],
  [/^recurrence\.(count|end_times)$/, '--times'],
  [/^recurrence\b.*/, '--every'],
  [/^attendees\b.*/, '--name'],
  [/^ttl$/, '--valid-for'],
]

/** Names of fields that are no ordinary words, so that a sentence can be told with the options instead. */
const fieldsInSentences = /\b(start_time|timezone|recurrence|schedule_for|occurrence_id)\b(?!\.)/g

const inOptions = (sentence: string) => sentence.replaceAll(fieldsInSentences, (field) => optionOf(field) ?? field)

function optionOf(field: string): string | undefined {
  const known = options.find(([pattern]) => pattern.test(field))
  return known && field.replace(...known)
}

/** A failure as it is told: the same facts for people and for programs. */
interface ToldError {
  readonly exitCode: ExitCode
  readonly message: string
  readonly remedy: string
  /** Further lines for people. */
  readonly evidence: readonly string[]
  readonly json: Readonly<Record<string, unknown>>
}

/** Says what went wrong, on standard error or (with `--json`) as the one JSON value, and gives the exit code. */
export function reportError(
  error: unknown,
  streams: { readonly stdout: TextStream; readonly stderr: TextStream; readonly json: boolean },
): ExitCode {
  if (error instanceof Error && error.name === 'Interrupted') return exitCodes.interrupted
  const told = tell(error)
  if (streams.json) {
    streams.stdout.write(`${JSON.stringify({ error: { ...told.json, exit_code: told.exitCode } }, null, 2)}\n`)
  } else if (told.message !== '') {
    const lines = [`Error: ${told.message}`, ...told.remedy.split('\n'), ...told.evidence].filter((line) => line !== '')
    streams.stderr.write(`${lines.join('\n  ')}\n`)
  }
  return told.exitCode
}

function tell(error: unknown): ToldError {
  if (error instanceof CommandError) {
    const { code, message, remedy = '', exitCode, facts } = error
    return {
      exitCode,
      message: message,
      remedy,
      evidence: [],
      json: { code, message: message || 'The command is not complete.', remedy, ...facts },
    }
  }
  if (isZoomError(error)) return tellZoomError(error)
  if (error instanceof Error && toldByMessage.has(error.name) && 'code' in error) {
    const code = String(error.code)
    const { message } = error
    return {
      exitCode: exitCodeOf[code] ?? exitCodes.refused,
      message,
      remedy: '',
      evidence: [],
      json: { code, message },
    }
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const message = error instanceof Error ? error.message : String(error)
  return {
    exitCode: exitCodes.refused,
    message: `Unexpected: ${stack}`,
    remedy: 'This is a defect of convene: please report it with the lines above.',
    evidence: [],
    json: { code: 'unexpected', message },
  }
}

/** The client's error by its form: importing the client for a mistake on the command line would cost its start. */
interface ZoomErrorForm extends Error {
  readonly code: string
  readonly remedy: string
  readonly details: {
    readonly fieldErrors?: readonly { readonly field: string; readonly message: string }[]
    readonly scopes?: readonly string[]
    readonly retryAt?: Date
    readonly field?: string
    readonly trackingId?: string
    readonly outcome?: string
  }
  toJSON(): Record<string, unknown>
}

function isZoomError(error: unknown): error is ZoomErrorForm {
  return error instanceof Error && error.name === 'ZoomError' && 'details' in error && 'remedy' in error
}

function tellZoomError(error: ZoomErrorForm): ToldError {
  const { field = '', fieldErrors, trackingId, outcome } = error.details
  const said =
    error.remedy && error.message.endsWith(error.remedy)
      ? error.message.slice(0, -error.remedy.length).trim()
      : error.message
  const option = optionOf(field)
  const message = option !== undefined && said.startsWith(`${field} `) ? option + said.slice(field.length) : said
  const remedy = error.code === 'invalid_input' ? inOptions(error.remedy) : error.remedy
  const evidence = [
    ...(fieldErrors ?? [])
      .map(({ field, message }) => `${field}: ${message}`)
      .filter((line) => !message.includes(line)),
    ...(outcome === 'unknown' && !remedy.includes('may have been done')
      ? ['Nobody can know whether Zoom did it: look before you repeat it.']
      : []),
    ...(trackingId ? [`Zoom's tracking id: ${trackingId}`] : []),
  ]
  const { name: _, ...facts } = error.toJSON()
  const json = { ...facts, message, ...(remedy !== '' && { remedy }) }
  return { exitCode: exitCodeOf[error.code] ?? exitCodes.refused, message, remedy, evidence, json }
}
