import type { User } from '../../domain/entities.ts'
import { invalidParameter } from '../../domain/field-problem.ts'
import type { MeetingInput } from '../../domain/meeting-fields.ts'
import { isUsable } from '../../domain/meeting-lifecycle.ts'
import {
  applyTemplate,
  type MeetingTemplate,
  mostTemplates,
  parseTemplate,
  templateContent,
} from '../../domain/meeting-template.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import { resolveUser } from '../../http/resolve-user.ts'
import type { Router } from '../../http/router.ts'
import { meetingNotFound, validationFailed, ZoomApiError } from '../../http/zoom-error.ts'
import { presentTemplate, presentTemplateRow } from '../../present/meeting-template.ts'
import { requireHosting } from '../meetings/choose-host.ts'
import { orRefuse } from '../meetings/context.ts'
import { knownMeeting } from '../meetings/find-meeting.ts'
import { remap } from '../sessions/remap.ts'

const adminRoles: readonly string[] = ['0', '1']

/** `/users/{userId}/meeting_templates` (docs/zoom-facts.md §5.10). */
export function templateRoutes(router: Router, emulator: Emulator): void {
  const { store, ids, switches } = emulator
  const findUser = (context: Ctx): User => {
    const user = resolveUser(emulator, context.env.caller, context.req.param('userId') ?? '')
    requireHosting(user)
    return user
  }
  const findMeeting = (context: Ctx, id: string) =>
    remap(
      3001,
      (message) => new ZoomApiError(400, 3001, message),
      () => {
        const meeting = knownMeeting(emulator, context.env.caller, id, 'You are not the meeting host.')
        if (!isUsable(meeting, emulator.clock.now())) throw meetingNotFound(meeting.id)
        return meeting
      },
    )

  router.on('GET /users/{userId}/meeting_templates', (context) => {
    const templates = visibleTemplates(emulator, findUser(context))
    return reply(200, { total_records: templates.length, templates: templates.map(presentTemplateRow) })
  })
  router.on('POST /users/{userId}/meeting_templates', async (context) => {
    const body = await readJson(context)
    const user = findUser(context)
    const { meeting_id, name, save_recurrence, overwrite } = orRefuse(parseTemplate(body, switches.coerceText))
    const meeting = findMeeting(context, meeting_id)
    const own = [...store.templatesOf(user.id)]
    const same = own.find((template) => template.name === name)
    if (same && !overwrite) throw new ZoomApiError(400, 3000, `Meeting template name already exists: ${name}.`)
    if (!same && own.length >= mostTemplates)
      throw new ZoomApiError(400, 300, `You can only create up to ${mostTemplates} meeting templates.`)
    const template: MeetingTemplate = {
      id: same?.id ?? ids.urlSafeId(),
      accountId: user.accountId,
      userId: user.id,
      name,
      type: adminRoles.includes(user.roleId) ? 2 : 1,
      content: templateContent(meeting, save_recurrence),
    }
    store.meetingTemplates.put(template)
    return reply(201, { id: template.id, name })
  })
  router.on('GET /users/{userId}/meeting_templates/{meetingTemplateId}', (context) => {
    const id = context.req.param('meetingTemplateId')
    const template = visibleTemplates(emulator, findUser(context)).find((one) => one.id === id)
    if (!template) throw new ZoomApiError(404, 404, `Meeting template does not exist: ${id}.`)
    return reply(200, presentTemplate(template))
  })
}

/** A user's own templates, and those of the account's administrators. */
function visibleTemplates({ store }: Emulator, { id, accountId }: User): MeetingTemplate[] {
  return [...store.meetingTemplates.values()].filter(
    (template) => template.userId === id || (template.accountId === accountId && template.type === 2),
  )
}

/** A body with what its `template_id` says; only an administrator's template will do (docs/zoom-facts.md §5.3). */
export function withTemplate({ store }: Emulator, accountId: string, input: MeetingInput): MeetingInput {
  if (!input.template_id) return input
  const template = store.meetingTemplates.get(input.template_id)
  if (template?.accountId !== accountId || template.type !== 2)
    throw validationFailed([invalidParameter('template_id')])
  return applyTemplate(template, input)
}
