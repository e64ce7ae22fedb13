import type { SignIn, User, ZoomClient } from '@convene/zoom'
import { knownZone } from '../present/time.ts'
import { licenceName } from '../present/user.ts'
import type { Surroundings } from '../surroundings.ts'
import { isLoopback } from '../zoom/choose-zoom.ts'
import { type Finding, note, ok, problem, problemFromError } from './finding.ts'
import { missingScopes } from './scope-needs.ts'

/** A clock wrong by more than this spoils the lives of tokens, in ms. */
const tolerableSkewMs = 30_000

/** Whether Zoom answers at all, and what its clock says compared with this machine's. */
export async function examineServer(apiUrl: string, machine: Pick<Surroundings, 'get' | 'now'>): Promise<Finding[]> {
  const { host } = new URL(apiUrl)
  const askedAt = machine.now()
  let date: string | null
  try {
    const { headers } = await machine.get(`${apiUrl}/users/me`)
    date = headers.get('date')
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error)
    const remedy = isLoopback(apiUrl)
      ? 'Start the emulated Zoom that was meant: convene emulator'
      : 'Look at the network, a proxy or a firewall: the machine has to reach this host by https.'
    return [problem('reach', `${host} does not answer (${cause}).`, remedy)]
  }
  const reached = ok('reach', `${host} answers.`)
  const serverAt = Date.parse(date ?? '')
  if (Number.isNaN(serverAt)) return [reached, note('clock', `${host} does not say what time it is.`)]
  // The header counts whole seconds, and the answer took its time.
  const skewMs = (askedAt + machine.now()) / 2 - serverAt
  if (Math.abs(skewMs) <= tolerableSkewMs)
    return [reached, ok('clock', "This machine's clock agrees with the server's.")]
  const seconds = Math.round(Math.abs(skewMs) / 1000)
  const says = `This machine's clock is ${seconds} s ${skewMs > 0 ? 'ahead of' : 'behind'} the server's.`
  return [
    reached,
    problem('clock', says, 'Set the clock, best by network time (NTP): tokens seem to end at the wrong time.'),
  ]
}

/** Whether Zoom accepts the credentials, and which scopes it gives for them. */
export async function examineSignIn(client: ZoomClient): Promise<{ findings: Finding[]; signIn?: SignIn }> {
  let signIn: SignIn
  try {
    signIn = await client.signIn()
  } catch (error) {
    return { findings: [problemFromError('sign-in', error)] }
  }
  return {
    findings: [ok('sign-in', `Zoom accepts the credentials (${signIn.kind}).`), ...examineScopes(signIn)],
    signIn,
  }
}

function examineScopes({ scopes, kind }: SignIn): Finding[] {
  if (scopes.length === 0) return [note('scopes', 'Zoom did not list the scopes of this sign-in.')]
  const missing = missingScopes(scopes, kind !== 'authorization_code')
  if (missing.length === 0) return [ok('scopes', 'Every command has the scope it needs.')]
  return missing.map(({ command, scope, adminOnly }) =>
    adminOnly && kind === 'authorization_code'
      ? note('scopes', `\`convene ${command}\` is for administrators: it needs ${scope}.`)
      : problem(
          'scopes',
          `${scope} is missing: \`convene ${command}\` will be refused.`,
          "Add it on the app's page on marketplace.zoom.us, under Scopes, and activate the app again. It counts for tokens made from then on.",
        ),
  )
}

/** What the signed-in user may do, and on which clock. */
export async function examineUser(client: ZoomClient, ownZone: string): Promise<Finding[]> {
  let user: User
  try {
    user = await client.users.me()
  } catch (error) {
    return [problemFromError('user', error)]
  }
  const name = user.email ?? user.display_name ?? user.id
  return [examineLicence(user, name), examineZone(user, ownZone)]
}

function examineLicence({ type }: User, name: string): Finding {
  if (type === 2) return ok('licence', `${name} is Licensed.`)
  const assign = 'An administrator can assign a licence on zoom.us, under User Management.'
  if (type === 1) return note('licence', `${name} is Basic: Zoom ends its meetings after 40 minutes.`, assign)
  return problem('licence', `${name} has the licence "${licenceName(type)}" and cannot host meetings.`, assign)
}

function examineZone({ timezone }: User, ownZone: string): Finding {
  const remedy = 'Give --time-zone with every --start, so that nothing depends on either.'
  if (!timezone) return note('zone', 'The Zoom profile has no time zone.', remedy)
  if (knownZone(timezone) !== timezone)
    return note('zone', `The Zoom profile has the zone ${timezone}, which this machine does not know.`, remedy)
  if (timezone === ownZone) return ok('zone', `The Zoom profile and this machine are both in ${ownZone}.`)
  return note(
    'zone',
    `The Zoom profile is in ${timezone}, this machine in ${ownZone}; --start is read in ${ownZone}.`,
    remedy,
  )
}
