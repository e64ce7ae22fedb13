import { type DeskOptions, withSettings } from '../desk/desk-options.ts'
import { examineServer, examineSignIn, examineUser } from '../doctor/examine.ts'
import { examineDesk } from '../doctor/examine-desk.ts'
import { exitCodeOfFindings, type Finding, ok, problemFromError } from '../doctor/finding.ts'
import { CommandError } from '../errors.ts'
import type { ZoomAccess } from '../zoom/zoom-access.ts'
import { accessZoom } from '../zoom/zoom-access.ts'
import type { CommandContext, DefineCommand } from './command.ts'

const marks: Readonly<Record<Finding['state'], string>> = { ok: 'ok', note: 'note', problem: 'PROBLEM' }

interface DoctorOptions extends DeskOptions {
  readonly desk?: boolean
}

export const define: DefineCommand = (command, context) => {
  withSettings(command.option('--desk', 'look at the whole booking desk with its settings')).action(
    async (options: DoctorOptions) => {
      const { surroundings } = context()
      const findings: Finding[] = [ok('node', `Node ${surroundings.nodeVersion}.`)]
      if (options.desk) findings.push(...(await examineDesk(context(), options.envFile)))
      else await examineZoom(context(), findings)
      show(context(), findings)
    },
  )
}

async function examineZoom(context: CommandContext, findings: Finding[]): Promise<void> {
  const access = await openAccess(context, findings)
  if (access === undefined) return
  await using open = access
  context.output.which(open.title)
  findings.push(...(await examine(open, context)))
}

function show({ output, exitWith }: CommandContext, findings: readonly Finding[]): void {
  output.answer({ ok: findings.every(({ state }) => state !== 'problem'), findings }, () => {
    for (const { state, check, says, remedy } of findings) {
      output.line(
        `${output.bold(marks[state].padEnd(7))}  ${check.padEnd(11)}  ${says.replaceAll('\n', `\n${' '.repeat(22)}`)}`,
      )
      for (const line of remedy?.split('\n') ?? []) output.line(`${' '.repeat(22)}→ ${line}`)
    }
    const problems = findings.filter(({ state }) => state === 'problem').length
    output.line(problems === 0 ? 'No problem found.' : `${problems} ${problems === 1 ? 'problem' : 'problems'} found.`)
  })
  exitWith(exitCodeOfFindings(findings))
}

/** The way to the chosen Zoom; where there is none, a finding says why. */
async function openAccess(context: CommandContext, findings: Finding[]): Promise<ZoomAccess | undefined> {
  try {
    const access = await accessZoom(context)
    findings.push(
      ok('credentials', context.options.local ? 'Those of the emulated account.' : 'A whole set was found.'),
    )
    return access
  } catch (error) {
    const isMistake = error instanceof CommandError || (error instanceof Error && error.name === 'ZoomError')
    if (!isMistake) throw error
    findings.push(problemFromError('credentials', error))
    return undefined
  }
}

async function examine(
  { auth, apiUrl, oauthUrl, tokenStore }: ZoomAccess,
  { surroundings }: CommandContext,
): Promise<Finding[]> {
  const server = await examineServer(apiUrl ?? 'https://api.zoom.us/v2', surroundings)
  if (server.some(({ check, state }) => check === 'reach' && state === 'problem')) return server
  const { createZoomClient } = await import('@convene/zoom')
  // A kept token would hide a secret that was changed since, and scopes that were added; a person's consent needs its store.
  const store = auth.kind === 'authorization_code' ? tokenStore : undefined
  const client = createZoomClient({ auth, apiUrl, oauthUrl, tokenStore: store })
  const { findings, signIn } = await examineSignIn(client)
  return [...server, ...findings, ...(signIn ? await examineUser(client, surroundings.timeZone) : [])]
}
