import type { User } from '../../domain/entities.ts'
import { invalidParameter, missingField } from '../../domain/field-problem.ts'
import { group, list, parseFields, text } from '../../domain/fields.ts'
import { formatInstant } from '../../domain/time.ts'
import type { Caller, Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler } from '../../http/router.ts'
import { userNotFound, validationFailed } from '../../http/zoom-error.ts'
import { orRefuse } from '../meetings/context.ts'
import { anyUser, forbidden, type UserRoutes } from './context.ts'
import { isNamed } from './schedulers.ts'

interface Named {
  id?: string
  email?: string
}

const mostAssistants = 30
const fields = { assistants: list(group<Named>({ id: text(64), email: text(128) }), mostAssistants) }

/** `GET /users/{userId}/assistants`: who may schedule for the user (docs/zoom-facts.md §4). */
export function listAssistantsRoute(routes: UserRoutes): Handler {
  const { store } = routes.emulator
  return (context) => {
    const { assistantIds } = anyUser(routes, context)
    const assistants = assistantIds.flatMap((id) => store.users.get(id) ?? [])
    return reply(200, { assistants: assistants.map(({ id, email }) => ({ id, email })) })
  }
}

/** `POST /users/{userId}/assistants` */
export function addAssistantsRoute(routes: UserRoutes): Handler {
  const { emulator } = routes
  return async (context) => {
    const body = await readJson(context)
    const user = anyUser(routes, context)
    const { assistants } = orRefuse(parseFields<{ assistants: Named[] }>(fields, body, emulator.switches.coerceText))
    if (!assistants?.length) throw validationFailed([missingField('assistants')])
    const ids = chooseAssistants(emulator, context.env.caller, user, assistants)
    if (user.assistantIds.length + ids.length > mostAssistants) throw validationFailed([invalidParameter('assistants')])
    emulator.store.users.put({ ...user, assistantIds: [...user.assistantIds, ...ids] })
    return reply(201, { ids: ids.join(','), add_at: formatInstant(emulator.clock.now()) })
  }
}

/** `DELETE /users/{userId}/assistants` */
export function deleteAssistantsRoute(routes: UserRoutes): Handler {
  return (context) => {
    routes.emulator.store.users.put({ ...anyUser(routes, context), assistantIds: [] })
    return reply(204)
  }
}

/** `DELETE /users/{userId}/assistants/{assistantId}`; who is no assistant of the user is 404/1001. */
export function deleteAssistantRoute(routes: UserRoutes): Handler {
  const { store } = routes.emulator
  return (context) => {
    const user = anyUser(routes, context)
    const asked = context.req.param('assistantId') ?? ''
    const gone = user.assistantIds.find((id) => {
      const assistant = store.users.get(id)
      return assistant ? isNamed(assistant, asked) : id === asked
    })
    if (gone === undefined) throw userNotFound(asked)
    store.users.put({ ...user, assistantIds: user.assistantIds.filter((id) => id !== gone) })
    return reply(204)
  }
}

/** The ids to add; a privilege is between Licensed users of a paid account. */
function chooseAssistants({ store }: Emulator, { account }: Caller, user: User, named: readonly Named[]): string[] {
  if (account.plan === 'free') throw forbidden(`Current account must be paid account: ${user.id}`)
  if (user.type !== 2) throw forbidden(`The user must either be a Licensed user or an On-prem user : ${user.id}.`)
  const ids: string[] = []
  for (const { id, email } of named) {
    const name = email ?? id ?? ''
    const byId = id === undefined ? undefined : store.users.get(id)
    const found = byId?.accountId === account.id ? byId : store.userByEmail(account.id, name)
    if (!found) throw forbidden(`Can't find user ${name}.`)
    if (found.id === user.id) throw forbidden("Can't assign scheduling privilege to yourself.")
    if (user.assistantIds.includes(found.id) || ids.includes(found.id))
      throw forbidden(`User ${found.email} has already granted scheduling privilege.`)
    if (found.type !== 2)
      throw forbidden(`The user must either be a Licensed user or an On-prem user : ${found.email}.`)
    ids.push(found.id)
  }
  return ids
}
