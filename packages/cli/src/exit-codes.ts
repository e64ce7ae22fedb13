/** What the command's exit code says; documented in `convene --help` and docs/guides/command.md. */
export const exitCodes = {
  /** Done. */
  ok: 0,
  /** Zoom or the network refused, or `doctor` found a problem. */
  refused: 1,
  /** The command line or its input is wrong, or a question was not answered yes; nothing was changed. */
  usage: 2,
  /** No such meeting, user or occurrence. */
  notFound: 3,
  /** Zoom did not accept the sign-in, or a scope is missing. */
  signIn: 4,
  /** Too many requests for now. */
  rateLimited: 5,
  /** The meeting exists, but it does not start when it was meant to. */
  startShifted: 6,
  /** Ctrl-C. */
  interrupted: 130,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** One line an exit code, for the help. */
export const exitCodeHelp = `Exit codes:
  0  done
  1  Zoom or the network refused, or doctor found a problem
  2  the command line or its input is wrong, or a question was not answered yes; nothing was changed
  3  no such meeting, user or occurrence
  4  the sign-in was not accepted, or a scope is missing
  5  too many requests for now
  6  the meeting exists but starts at another time than was meant`
