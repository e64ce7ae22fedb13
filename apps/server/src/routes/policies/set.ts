import { confirmPool, type Policies, parsePolicies, setPolicies, withdrawPool } from '@convene/booking'
import { z } from '@hono/zod-openapi'
import type { DeskContext } from '../../context.ts'
import { jsonBody, parsedBody } from '../../http/body.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadPolicies } from '../../present/policies.ts'
import { policiesInput, policiesView } from '../../schemas/administration.ts'

const answers = { 200: { description: 'Every rule as it is now', schema: policiesView } }

/** What the rules are now, which pages show at once. */
async function told({ news, store }: DeskContext, set: Promise<Policies>): Promise<Response> {
  const policies = await set
  news.wake()
  return json(await loadPolicies(store, policies))
}

export const replacePolicies: DeskRoute = memberRoute(
  {
    method: 'put',
    path: '/api/v1/policies',
    tag: 'Administration',
    summary: 'Set the rules of the desk, all of them; what is booked stays booked',
    scope: 'admin:write',
    role: 'admin',
    body: parsedBody(policiesInput, parsePolicies),
    answers,
    problems: ['key_reused'],
  },
  ({ context, key, body }) => told(context, setPolicies(context.desk, key, body)),
)

export const allowPool: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/policies/pool',
    tag: 'Administration',
    summary: 'Confirm that the organisation may share its hosts among members',
    description: 'Who has confirmed it, and when, is kept.',
    scope: 'session',
    role: 'admin',
    body: jsonBody(z.object({ confirmed: z.literal(true) }).strict()),
    answers,
    problems: ['key_reused'],
  },
  ({ context, key }) => told(context, confirmPool(context.desk, key)),
)

export const endPool: DeskRoute = memberRoute(
  {
    method: 'delete',
    path: '/api/v1/policies/pool',
    tag: 'Administration',
    summary: "Book members' own hosts alone from now on",
    scope: 'session',
    role: 'admin',
    answers,
    problems: ['key_reused'],
  },
  ({ context, key }) => told(context, withdrawPool(context.desk, key)),
)
