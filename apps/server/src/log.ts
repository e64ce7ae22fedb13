import { type LogLevel, logLevels } from './config.ts'

/** What a line of the log says beside its event. Never a token, a passcode, a link, an address or a title. */
export type LogFields = Readonly<Record<string, unknown>>

/** One line of JSON for each event. */
export interface Log {
  debug(event: string, fields?: LogFields): void
  info(event: string, fields?: LogFields): void
  warn(event: string, fields?: LogFields): void
  error(event: string, fields?: LogFields): void
  /** A log of which each line has these fields too. */
  with(fields: LogFields): Log
}

export interface LogOptions {
  readonly level: LogLevel
  readonly now: () => number
  /** Takes one line without its end. */
  readonly write: (line: string) => void
}

export function createLog({ level, now, write }: LogOptions, fixed: LogFields = {}): Log {
  const least = logLevels.indexOf(level)
  const at =
    (its: LogLevel) =>
    (event: string, fields: LogFields = {}): void => {
      if (logLevels.indexOf(its) < least) return
      write(JSON.stringify({ at: new Date(now()).toISOString(), level: its, event, ...fixed, ...fields }, plain))
    }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    with: (fields) => createLog({ level, now, write }, { ...fixed, ...fields }),
  }
}

/** Errors by name, message and stack: JSON shows nothing of them. What else they hold may be a secret. */
function plain(_key: string, value: unknown): unknown {
  if (value instanceof Error) {
    const { name, message, stack, cause } = value
    return { name, message, stack, ...('code' in value && { code: value.code }), ...(cause !== undefined && { cause }) }
  }
  return typeof value === 'bigint' ? String(value) : value
}
