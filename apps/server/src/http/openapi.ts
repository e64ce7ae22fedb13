import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi'
import type { DeskConfig } from '../config.ts'
import { problem } from '../schemas/common.ts'
import { problemCodes } from './problem-codes.ts'
import type { DeskRoute, RouteTag } from './route.ts'

/** What of an OpenAPI document the page `/docs` reads. */
export interface ApiDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly tags?: readonly { readonly name: string; readonly description?: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, ApiSchema>> }
}

export interface ApiOperation {
  readonly operationId?: string
  readonly summary?: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly security?: readonly unknown[]
  readonly parameters?: readonly ApiParameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: ApiSchema }>> }
  readonly responses: Readonly<
    Record<
      string,
      { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema?: ApiSchema }>> }
    >
  >
}

export interface ApiParameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly description?: string
  readonly schema?: ApiSchema
}

/** A JSON Schema. */
export type ApiSchema = Readonly<Record<string, unknown>>

const tags: Readonly<Record<RouteTag, string>> = {
  Bookings: 'Book a meeting, look at it, change it, hand on its link.',
  Calendar: 'When which host is taken.',
  'Sign-in': 'Who one is, and how one comes in.',
  Administration: 'Hosts, members, rules, and what became of it all.',
  Events: 'What is other now.',
  Desk: 'For whoever runs the desk.',
}

const about = `Times: instants are RFC 3339 in UTC, wall times and days are in the zone named beside them. What does not apply is null.

Signing in: programs send \`Authorization: Bearer cvn_…\` with an API key that a member has made on the page; pages have a session.

Writing: each write takes the header \`Idempotency-Key\`, a text of your own for each thing to be done. The same key with the same request gives the same thing again and does nothing twice, for 24 hours; with another request it is refused (\`key_reused\`).

Lists come in pages: give \`next\` of one page as \`after\` for the next.

Refusals are \`application/problem+json\` (RFC 9457): \`code\` says which, \`field\` and \`value\` what, \`detail\` what to do.

Not affiliated with or endorsed by Zoom.`

/** Describes the API in OpenAPI 3.1, from the routes themselves. */
export function describeApi(
  routes: readonly DeskRoute[],
  { name, publicUrl }: Pick<DeskConfig, 'name' | 'publicUrl'>,
  version: string,
): ApiDocument {
  const described = new OpenAPIHono()
  described.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' })
  described.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: publicUrl.startsWith('https:') ? '__Host-convene' : 'convene',
  })
  for (const route of routes) described.openAPIRegistry.registerPath(createRoute(operationOf(route)))
  return described.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: name, version, description: about },
    servers: [{ url: publicUrl }],
    tags: Object.entries(tags).map(([tag, description]) => ({ name: tag, description })),
  }) as unknown as ApiDocument
}

function operationOf(route: DeskRoute): RouteConfig {
  const { method, path, tag, summary, description, params, query, body, answers } = route.options
  // Objects, all of them; the routes have them as schemas of their values, which do not tell so.
  const request = {
    ...(params !== undefined && { params: params as never }),
    ...(query !== undefined && { query: query as never }),
    ...(body !== undefined && {
      body: { required: true, content: { [body.type ?? 'application/json']: { schema: body.schema } } },
    }),
  }
  return {
    method,
    path,
    operationId: `${method}${path.replace(/^\/api\/v1/, '').replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase())}`,
    tags: [tag],
    summary,
    description: [description, accessOf(route)].filter((text) => text !== undefined).join('\n\n'),
    security: securityOf(route),
    request,
    ...(needsKey(route) && { parameters: [keyParameter] }),
    responses: { ...answersOf(answers), ...problemsOf(route) },
  }
}

const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A text of your own for each thing to be done: 1 to 200 printable ASCII characters.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const

/** Whether a route takes an `Idempotency-Key`. */
export function needsKey(route: DeskRoute): boolean {
  return route.for === 'members' && route.options.method !== 'get' && route.options.idempotent !== false
}

function securityOf(route: DeskRoute): Record<string, string[]>[] {
  if (route.for === 'anybody') return []
  return route.options.scope === 'session' ? [{ session: [] }] : [{ session: [] }, { key: [] }]
}

function accessOf(route: DeskRoute): string | undefined {
  if (route.for === 'anybody') return undefined
  const { scope, role = 'member' } = route.options
  const who = role === 'member' ? 'Members' : role === 'manager' ? 'Managers and administrators' : 'Administrators'
  return `${who}; ${scope === 'session' ? 'by a session, never by an API key' : `an API key needs the scope \`${scope}\``}.`
}

function answersOf(answers: DeskRoute['options']['answers']): RouteConfig['responses'] {
  return Object.fromEntries(
    Object.entries(answers).map(([status, { description, schema, type = 'application/json' }]) => [
      status,
      {
        description,
        ...((schema !== undefined || type !== 'application/json') && {
          content: { [type]: { schema: schema ?? ({ type: 'string' } as const) } },
        }),
      },
    ]),
  )
}

/** Problems of one status stand together, each code with its name. */
function problemsOf(route: DeskRoute): RouteConfig['responses'] {
  const { problems = [], body, params, query } = route.options
  const always = [
    ...((body ?? params ?? query) ? (['invalid_input'] as const) : []),
    ...(body === undefined ? [] : (['body_too_large'] as const)),
    ...(needsKey(route) ? (['key_missing', 'key_reused'] as const) : []),
    ...(route.for === 'members' ? (['not_signed_in', 'scope_missing'] as const) : []),
    ...(route.options.method === 'get' ? [] : (['foreign_origin'] as const)),
    'misdirected' as const,
    'too_many_tries' as const,
    'database_away' as const,
    'internal' as const,
  ]
  const codes = [...new Set([...always, ...problems])]
  const byStatus = Map.groupBy(codes, (code) => problemCodes[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, its]) => [
      status,
      {
        description: its.map((code) => `\`${code}\`: ${problemCodes[code].title}.`).join(' '),
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  )
}
