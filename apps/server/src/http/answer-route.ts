import { createHash } from 'node:crypto'
import { BookingError, isAtLeast, type RequestKey, type Role, say } from '@convene/booking'
import type { DeskContext } from '../context.ts'
import { checkOrigin } from './check-origin.ts'
import { HttpProblem } from './http-problem.ts'
import { parseInput } from './parse-input.ts'
import type { RateLimits } from './rate-limits.ts'
import { checkFields, parseJson } from './read-text.ts'
import type { Call, DeskRoute, MemberCall, MemberRouteOptions } from './route.ts'
import type { Signed } from './session.ts'

/** A request as the app has it when a route is found. */
export interface Incoming
  extends Pick<Call<unknown, unknown, unknown>, 'request' | 'requestId' | 'clientAddress' | 'log'> {
  /** As they stand in the path. */
  readonly params: Readonly<Record<string, string>>
}

/** Answers by a route: who sent it and whether that one may, then what was sent, then the handler. */
export async function answerBy(
  route: DeskRoute,
  context: DeskContext,
  limits: RateLimits,
  incoming: Incoming,
): Promise<Response> {
  const { request, requestId, clientAddress, log } = incoming
  const { options } = route
  const isWrite = options.method !== 'get'
  if (route.for === 'anybody') {
    if (isWrite) checkOrigin(request, context.config.publicUrl, { isCookieUsed: false })
    if (options.limited !== false) limits.takeForStranger(clientAddress)
    const { text: _, ...input } = await readInput(route, incoming)
    return route.handle({ context, request, requestId, clientAddress, log, ...input })
  }
  const signed = await context.authenticator.authenticate(request)
  if (signed === undefined) {
    limits.takeForStranger(clientAddress)
    throw notSignedIn(request)
  }
  if (isWrite && signed.by === 'session') checkOrigin(request, context.config.publicUrl, { isCookieUsed: true })
  limits.takeForMember(signed)
  checkAccess(route.options, signed)
  const { text, ...input } = await readInput(route, incoming)
  const call: Omit<MemberCall<unknown, unknown, unknown>, 'params' | 'query' | 'body'> = {
    context,
    request,
    requestId,
    clientAddress,
    log,
    signed,
    member: signed.member,
    key: readKey(route, incoming, signed, text),
  }
  return route.handle({ ...call, ...input })
}

function notSignedIn(request: Request): HttpProblem {
  const detail = request.headers.has('authorization')
    ? 'Authorization: the API key is not known, or has ended. Make another one on the page, under your name.'
    : 'Sign in on the page, or send Authorization: Bearer with an API key.'
  return new HttpProblem('not_signed_in', detail, { headers: { 'www-authenticate': 'Bearer' } })
}

function checkAccess({ scope, role = 'member' }: MemberRouteOptions<unknown, unknown, unknown>, signed: Signed): void {
  if (signed.scopes !== 'all') {
    if (scope === 'session')
      throw new HttpProblem('scope_missing', 'No API key can do this: sign in on the page, and do it there.')
    if (!signed.scopes.has(scope))
      throw new HttpProblem('scope_missing', `The API key lacks the scope ${scope}: make one that has it.`)
  }
  requireRole(signed, role)
}

function requireRole({ member }: Signed, role: Role): void {
  if (!isAtLeast(member, role)) throw new BookingError('not_allowed', say('needs_role', { role }))
}

interface Input {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  /** The body as it came. */
  readonly text: string
}

async function readInput({ options }: DeskRoute, { request, params }: Incoming): Promise<Input> {
  checkFields(params)
  const query = checkFields(Object.fromEntries(new URL(request.url).searchParams))
  const text = options.body === undefined ? '' : await request.text()
  return {
    params: options.params === undefined ? params : parseInput(options.params, params),
    query: options.query === undefined ? {} : parseInput(options.query, query),
    body: options.body?.parse(readBody(request, text, options.body.type)),
    text,
  }
}

function readBody(request: Request, text: string, type = 'application/json'): unknown {
  const given = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') return checkFields(Object.fromEntries(new URLSearchParams(text)))
  if (given !== type)
    throw new HttpProblem('invalid_input', `Content-Type: send the body as ${type}.`, {
      field: 'Content-Type',
      value: given ?? null,
    })
  return parseJson(text)
}

const keyForm = /^[\x21-\x7E]{1,200}$/

/** A key stands for one request of one member: method, path and body. */
function readKey({ options }: DeskRoute, { request }: Incoming, { member }: Signed, text: string): RequestKey {
  const needed = options.method !== 'get' && options.idempotent !== false
  const key = request.headers.get('idempotency-key') ?? ''
  if (needed && key === '')
    throw new HttpProblem(
      'key_missing',
      'Send the header Idempotency-Key with a text of your own for each thing to be done, a UUID say: the same key again is the same thing again.',
      { field: 'Idempotency-Key', value: null },
    )
  if (needed && !keyForm.test(key))
    throw new HttpProblem(
      'invalid_input',
      'Idempotency-Key: give 1 to 200 printable ASCII characters without blanks.',
      {
        field: 'Idempotency-Key',
        value: key.slice(0, 200),
      },
    )
  const { pathname } = new URL(request.url)
  const hash = createHash('sha256').update(`${request.method} ${pathname}\n${text}`).digest('base64url')
  return { memberId: member.id, key, hash }
}
