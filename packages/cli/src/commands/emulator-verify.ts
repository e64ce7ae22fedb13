import { wrongValue } from '../errors.ts'
import { exitCodes } from '../exit-codes.ts'
import { collect } from '../input/collect.ts'
import { parseJsonObject, readJsonFile } from '../input/json-file.ts'
import { findEmulatorControl, withAccount } from '../local/emulator-control.ts'
import type { DefineCommand } from './command.ts'

interface VerifyOptions {
  readonly account?: string
  readonly times?: string
  readonly body?: string
  readonly query?: readonly string[]
  readonly status?: string
}

export const define: DefineCommand = (command, context) => {
  withAccount(command)
    .argument('<operation>', '"POST /users/{userId}/meetings", "GET /meetings/*"')
    .option('--times <n>', 'exactly so often (default: at least once)')
    .option('--body <json>', 'fields that the body must have, among others: \'{"topic": "Weekly"}\' or @file.json')
    .option('--query <name=value>', 'a parameter that the query must have (repeatable)', collect)
    .option('--status <n>', 'the status that it was answered with')
    .action(async (operation: string, options: VerifyOptions) => {
      const { output, exitWith } = context()
      const { body, query, times, status } = options
      const { call } = await findEmulatorControl(context(), options.account)
      const verdict = await call<{ ok: boolean; times: number; message?: string }>('POST', '/journal/verify', {
        operation,
        ...(times !== undefined && { times: count('--times', times) }),
        ...(status !== undefined && { status: count('--status', status) }),
        ...(body !== undefined && {
          body: body.startsWith('@') ? await readJsonFile(body.slice(1)) : parseJsonObject('--body', body),
        }),
        ...(query && { query: Object.fromEntries(query.map(pair)) }),
      })
      output.answer(verdict, () =>
        output.line(
          verdict.message ?? `${operation} was called ${verdict.times === 1 ? 'once' : `${verdict.times} times`}.`,
        ),
      )
      exitWith(verdict.ok ? exitCodes.ok : exitCodes.refused)
    })
}

function count(option: string, text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  throw wrongValue(option, text, 'no number', `${option} 1`)
}

function pair(text: string): [string, string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? []
  if (name === undefined || value === undefined)
    throw wrongValue('--query', text, 'not of the form name=value', '--query page_size=30')
  return [name, value]
}
