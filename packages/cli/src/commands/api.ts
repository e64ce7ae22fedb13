import { readFile } from 'node:fs/promises'
import type { Operation, RequestParts } from '@convene/zoom'
import { CommandError, wrongValue } from '../errors.ts'
import { collect } from '../input/collect.ts'
import { nearest } from '../nearest.ts'
import { readAll } from '../prompt.ts'
import type { Surroundings } from '../surroundings.ts'
import { showDryRun } from '../zoom/dry-run.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

interface ApiOptions {
  readonly query?: readonly string[]
  readonly body?: string
  readonly dryRun?: boolean
  readonly showSecrets?: boolean
}

const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'] as const

/** Fields of answers that sign somebody in or let them take over as host. */
const secretFields = new Set([
  'start_url',
  'token',
  'access_token',
  'refresh_token',
  'zak',
  'host_key',
  'dynamic_host_key',
])

export const define: DefineCommand = (command, context) => {
  command
    .argument('<method>', methods.join(', '))
    .argument('<path>', 'below /v2: /users/me/meetings')
    .option('--query <name=value>', 'a query parameter (repeatable)', collect)
    .option('--body <source>', 'JSON from standard input (-) or from a file (@file.json)')
    .option('--dry-run', 'show what would be sent, and send nothing')
    .option('--show-secrets', 'also show start links and tokens; give them to nobody else')
    .action(async (methodText: string, pathText: string, options: ApiOptions) => {
      const { surroundings, output } = context()
      const method = readMethod(methodText)
      const { path, query } = readTarget(pathText, options.query ?? [])
      const scopes = { granular: [], classic: [] }
      const operation: Operation = { id: 'api', method, path, repeat: method === 'GET' ? 'safe' : 'never', scopes }
      const parts: RequestParts = { query, body: await readBody(options.body, surroundings) }
      if (options.dryRun) return showDryRun(context(), (client) => client.request(operation, parts))
      await using zoom = await openZoom(context(), true)
      const answer = await zoom.client.request<unknown>(operation, parts)
      // JSON with and without --json, so that it can be piped on.
      output.raw(JSON.stringify((options.showSecrets ? answer : hideSecrets(answer)) ?? null, null, 2))
    })
}

function readMethod(text: string): Operation['method'] {
  const method = methods.find((known) => known === text.toUpperCase())
  if (method) return method
  const meant = nearest(text, methods)
  throw new CommandError('wrong_value', `"${text}" is no method${meant ? `; did you mean ${meant}` : ''}.`, {
    remedy: 'Write, for example: convene api GET /users/me',
  })
}

function readTarget(text: string, pairs: readonly string[]): { path: string; query: Record<string, string> } {
  const [path = '', ...rest] = text.replace(/^\/?v2(?=\/)/, '').split('?')
  const segments = path.split('/')
  if (!path.startsWith('/') || /[{}#\s\\]/.test(path) || segments.includes('..') || segments.includes('.'))
    throw new CommandError('wrong_value', `"${text}" is no path below /v2.`, {
      remedy:
        'Write, for example: convene api GET /users/me/meetings. Ids with / or blanks have to be encoded (%2F, %20).',
    })
  const query: Record<string, string> = Object.fromEntries(new URLSearchParams(rest.join('?')))
  for (const pair of pairs) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? []
    if (name === '') throw wrongValue('--query', pair, 'not of the form name=value', '--query page_size=300')
    query[name] = value
  }
  return { path, query }
}

async function readBody(source: string | undefined, { stdin }: Pick<Surroundings, 'stdin'>): Promise<unknown> {
  if (source === undefined) return undefined
  if (source !== '-' && !source.startsWith('@'))
    throw new CommandError(
      'wrong_value',
      '--body takes no JSON from the command line, where other people can read what it holds.',
      {
        remedy:
          'Give a file, --body @meeting.json, or standard input: echo \'{"topic": "Weekly"}\' | convene api POST … --body -',
      },
    )
  const text = source === '-' ? await readAll(stdin) : await readBodyFile(source.slice(1))
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError(
      'wrong_value',
      `--body ${source} is not JSON (${reason.replace(/"[^"]*" is not valid JSON/, 'not valid')}).`,
      {
        remedy: 'For example: {"topic": "Weekly", "type": 2}',
      },
    )
  }
}

async function readBodyFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CommandError('unreadable_file', `--body @${path}: the file cannot be read (${reason}).`, { cause: error })
  }
}

function hideSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      secretFields.has(name) ? '(hidden; --show-secrets shows it)' : hideSecrets(inner),
    ]),
  )
}
