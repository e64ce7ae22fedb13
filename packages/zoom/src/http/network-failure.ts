import type { Failure } from './failure.ts'
import { remedyOfUnknown } from './failure.ts'
import type { Operation } from './operation.ts'

/** System codes of failures before the first byte of a request could leave (Node, undici, Bun). */
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
  'FailedToOpenSocket',
])
const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|ERR_TLS/

/** A transport that knows that nothing left puts this on its error. */
export interface NotSentError extends Error {
  readonly notSent: true
}

/** Classifies what a transport threw. */
export function failureFromTransport(cause: unknown, operation: Pick<Operation, 'id' | 'repeat'>): Failure {
  const causes = chainOf(cause)
  const codes = causes.map((error) => String((error as { code?: unknown }).code ?? ''))
  const certificate = codes.some((code) => badCertificate.test(code))
  const wasNotSent =
    certificate ||
    causes.some((error) => (error as Partial<NotSentError>).notSent === true) ||
    causes.some((error) => /^(?:connect|getaddrinfo)$/.test(String((error as { syscall?: unknown }).syscall))) ||
    codes.some((code) => notSent.has(code))
  const reason = causes.at(-1)?.message || codes.at(-1) || 'no reason given'
  const remedy = certificate
    ? 'The certificate of the server is not trusted here: check the address, and the certificates of a proxy in between.'
    : wasNotSent
      ? 'Check the address and that it can be reached from here.'
      : remedyOfUnknown(operation)
  return {
    code: 'network',
    message: `${operation.id} failed on its way: ${reason}.`,
    outcome: wasNotSent ? 'not_done' : 'unknown',
    details: { cause, remedy },
    ...(certificate ? { final: true } : {}),
  }
}

/** The error, what caused it, and what caused that: the system code is often two levels down. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let next = error; next instanceof Error && chain.length < 8; next = next.cause) {
    chain.push(next)
    if (next instanceof AggregateError && next.cause === undefined) {
      chain.push(...next.errors.filter((inner) => inner instanceof Error).slice(0, 4))
      break
    }
  }
  return chain
}
