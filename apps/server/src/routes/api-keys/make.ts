import { addApiKey } from '@convene/booking'
import type { ApiScope } from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { jsonBody } from '../../http/body.ts'
import { HttpProblem } from '../../http/http-problem.ts'
import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { presentApiKey } from '../../present/api-key.ts'
import { apiScope, newApiKeyView } from '../../schemas/administration.ts'
import { queryInstant } from '../../schemas/common.ts'
import { createApiKey } from '../../sign-in/api-key.ts'
import { hashOf } from '../../sign-in/tokens.ts'

interface Input {
  readonly name: string
  readonly scopes: readonly ApiScope[]
  readonly expiresAt?: number | undefined
}

const input: z.ZodType<Input> = z
  .object({
    name: z.string().trim().min(1).max(100),
    scopes: z.array(apiScope).min(1).max(10),
    expiresAt: queryInstant.optional(),
  })
  .strict()
  .openapi('ApiKeyInput')

export const makeApiKey: DeskRoute = memberRoute(
  {
    method: 'post',
    path: '/api/v1/api-keys',
    tag: 'Administration',
    summary: 'Make an API key, which is shown this once',
    description:
      'It may do what its scopes and the role of its member allow. A repetition of the request gives another key in its place.',
    scope: 'session',
    body: jsonBody(input),
    answers: { 201: { description: 'The key', schema: newApiKeyView } },
    problems: ['key_reused'],
  },
  async ({ context, key: request, body }) => {
    const { name, scopes, expiresAt } = body
    if (expiresAt !== undefined && expiresAt <= context.clock.now())
      throw new HttpProblem('invalid_input', 'expiresAt: give an instant that is to come.', {
        field: 'expiresAt',
        value: new Date(expiresAt).toISOString(),
      })
    const key = createApiKey(context.randomBytes)
    const made = await addApiKey(context.desk, request, {
      name,
      scopes: [...new Set(scopes)],
      expiresAt,
      tokenHash: hashOf(key),
    })
    return json({ ...presentApiKey(made), key }, 201)
  },
)
