import type { Problem, ProblemCode } from '@convene/booking/contract'

/** What a problem says beside its code and its words. */
export type ProblemDetails = Partial<Omit<Problem, 'type' | 'code' | 'title' | 'detail' | 'requestId'>> & {
  readonly headers?: Readonly<Record<string, string>>
  readonly cause?: unknown
}

/** A refusal that the domain knows nothing of: thrown by a route, answered as problem+json. */
export class HttpProblem extends Error {
  readonly code: ProblemCode
  readonly details: Omit<ProblemDetails, 'cause'>

  /** @param detail in English, with the remedy; no secret */
  constructor(code: ProblemCode, detail: string, { cause, ...details }: ProblemDetails = {}) {
    super(detail, cause === undefined ? undefined : { cause })
    this.code = code
    this.details = details
  }

  override get name(): string {
    return 'HttpProblem'
  }
}
