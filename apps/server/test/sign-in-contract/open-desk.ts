import { randomBytes, randomUUID } from 'node:crypto'
import type { Member, Store } from '@convene/booking'
import { HttpProblem } from '../../src/http/http-problem.ts'
import type { Signed } from '../../src/http/session.ts'
import { createAuthenticator } from '../../src/sign-in/authenticator.ts'
import { type AskedLink, askForLink, createLink, parseAskedLink } from '../../src/sign-in/links.ts'
import type { SignInParts } from '../../src/sign-in/parts.ts'

export const minute: number = 60_000
export const hour: number = 60 * minute
export const day: number = 24 * hour
/** Of the tests' own: documentation addresses (RFC 5737). */
export const client = '192.0.2.1'
export const browser: { readonly clientAddress: string; readonly before: undefined } = {
  clientAddress: client,
  before: undefined,
}

export function member(id: string, changes: Partial<Member> = {}): Member {
  return {
    id,
    email: `${id}@example.org`,
    name: id,
    role: 'member',
    language: 'en',
    timeZone: 'UTC',
    needsApproval: false,
    isActive: true,
    ...changes,
  }
}

/** Everything that signing in needs, over a real store, with a clock to move. */
export interface TestDesk extends SignInParts {
  readonly clock: { now(): number; setTimer(): () => void; at: number }
  /** What lies in the outbox, and is sent by looking. */
  outbox(): Promise<AskedLink[]>
  /** The token of a link that was asked for and sent. */
  linkFor(email: string): Promise<string>
  requestOf(token: string | undefined, authorization?: string): Request
  who(token: string | undefined, authorization?: string): Promise<Signed | undefined>
}

export function openDesk(store: Store): TestDesk {
  const clock = { at: Date.parse('2026-12-17T08:00Z'), now: () => clock.at, setTimer: () => () => {} }
  const parts: SignInParts = {
    store,
    clock,
    createId: randomUUID,
    randomBytes: (length) => new Uint8Array(randomBytes(length)),
    config: { publicUrl: 'https://desk.example.org', openid: undefined },
  }
  const authenticator = createAuthenticator(parts)
  const desk: TestDesk = {
    ...parts,
    clock,
    async outbox() {
      const messages = await store.leaseMessages(clock.at, clock.at + 1, 100)
      for (const message of messages) await store.endMessage(message, 'sent')
      return messages.map(({ body }) => parseAskedLink(body))
    },
    async linkFor(email) {
      await askForLink(desk, { email, next: undefined }, client)
      const asked = (await desk.outbox()).find((one) => one.email === email)
      const link = asked && (await createLink(desk, asked))
      return new URL(link?.url ?? '').hash.replace('#token=', '')
    },
    requestOf: (token, authorization) =>
      new Request(parts.config.publicUrl, {
        headers: {
          ...(token !== undefined && { cookie: `other=1; __Host-convene=${token}` }),
          ...(authorization !== undefined && { authorization }),
        },
      }),
    who: (token, authorization) => authenticator.authenticate(desk.requestOf(token, authorization)),
  }
  return desk
}

export function isProblem(code: HttpProblem['code']): (error: unknown) => boolean {
  return (error) => error instanceof HttpProblem && error.code === code
}

/** A test of two processes of one desk, whose members are mei, ken, and gone, who was deactivated. */
export type SignInTest = (title: string, run: (desk: TestDesk, other: TestDesk) => Promise<void>) => void
