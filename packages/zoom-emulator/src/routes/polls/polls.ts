import { mostPolls, type Poll, type PollContent, parsePoll, parsePollBatch } from '../../domain/poll.ts'
import type { Ctx } from '../../http/context.ts'
import type { Emulator } from '../../http/env.ts'
import { readJson } from '../../http/read-json.ts'
import { reply } from '../../http/reply.ts'
import type { Handler, Router } from '../../http/router.ts'
import { ZoomApiError } from '../../http/zoom-error.ts'
import { presentPoll } from '../../present/poll.ts'
import { orRefuse } from '../meetings/context.ts'
import { remap } from '../sessions/remap.ts'
import { requireFeature } from '../sessions/require-feature.ts'
import { findHosted, type HostedSession, meetingKind, type SessionKind, titleOf } from '../sessions/session-kind.ts'

/** The calls about the polls of meetings or webinars, each the same for both (docs/zoom-facts.md §5.10). */
export interface PollHandlers {
  readonly list: Handler
  readonly create: Handler
  readonly get: Handler
  readonly update: Handler
  readonly remove: Handler
  readonly createBatch: Handler
}

/** The polls of meetings. */
export function pollRoutes(router: Router, emulator: Emulator): void {
  const polls = pollHandlers(emulator, meetingKind(emulator))
  router.on('GET /meetings/{meetingId}/polls', polls.list)
  router.on('POST /meetings/{meetingId}/polls', polls.create)
  router.on('GET /meetings/{meetingId}/polls/{pollId}', polls.get)
  router.on('PUT /meetings/{meetingId}/polls/{pollId}', polls.update)
  router.on('DELETE /meetings/{meetingId}/polls/{pollId}', polls.remove)
  router.on('POST /meetings/{meetingId}/batch_polls', polls.createBatch)
}

/** The calls about the polls of one kind of sessions, for the route files of that kind to register. */
export function pollHandlers(emulator: Emulator, kind: SessionKind): PollHandlers {
  const { store, ids, switches } = emulator
  /** Of an unknown meeting these calls say otherwise than others: 404 with code 404; a batch 400 with code 3001. Not so of webinars. */
  const find = (context: Ctx, unknown: 400 | 404 = 404): HostedSession => {
    const refusal = (message: string) =>
      unknown === 400 ? new ZoomApiError(400, 3001, message) : new ZoomApiError(404, 404, `${titleOf(kind)} not found.`)
    const hosted = () => findHosted(emulator, kind, context)
    const found = kind.name === 'webinar' ? hosted() : remap(3001, refusal, hosted)
    requireFeature(emulator, kind, found, 'polls', 4400, `${titleOf(kind)} polls disabled.`)
    return found
  }
  const findPoll = (context: Ctx, { session }: HostedSession): Poll => {
    const poll = store.polls.get(context.req.param('pollId') ?? '')
    if (poll?.ownerId !== session.id) throw new ZoomApiError(404, 404, `${titleOf(kind)} Poll not found.`)
    return poll
  }
  const requireTypes = (found: HostedSession, contents: readonly PollContent[]): void => {
    if (contents.some(({ pollType }) => pollType !== 1))
      requireFeature(emulator, kind, found, 'advanced_polls', 4400, `Advanced ${kind.name} polls disabled.`)
  }
  const add = (found: HostedSession, contents: readonly PollContent[]): Poll[] => {
    const { session } = found
    requireTypes(found, contents)
    if ([...store.pollsOf(session.id)].length + contents.length > mostPolls)
      throw new ZoomApiError(400, 4400, `You can only add a maximum of ${mostPolls} polls.`)
    return store.transaction(() =>
      contents.map((content) => {
        const poll: Poll = { id: ids.urlSafeId(), ownerId: session.id, status: 'notstart', ...content }
        store.polls.put(poll)
        return poll
      }),
    )
  }
  return {
    list(context) {
      const { session } = find(context)
      const anonymous = context.req.query('anonymous')?.toLowerCase()
      const polls = [...store.pollsOf(session.id)].filter((poll) => !anonymous || String(poll.anonymous) === anonymous)
      return reply(200, { total_records: polls.length, polls: polls.map(presentPoll) })
    },
    async create(context) {
      const body = await readJson(context)
      const found = find(context)
      const [poll] = add(found, [orRefuse(parsePoll(body, switches.coerceText))])
      return reply(201, poll ? presentPoll(poll) : {})
    },
    get: (context) => reply(200, presentPoll(findPoll(context, find(context)))),
    async update(context) {
      const body = await readJson(context)
      const found = find(context)
      const poll = findPoll(context, found)
      const content = orRefuse(parsePoll(body, switches.coerceText))
      requireTypes(found, [content])
      store.polls.put({ ...poll, ...content })
      return reply(204)
    },
    remove(context) {
      store.polls.delete(findPoll(context, find(context)).id)
      return reply(204)
    },
    async createBatch(context) {
      const body = await readJson(context)
      const found = find(context, 400)
      const polls = add(found, orRefuse(parsePollBatch(body, switches.coerceText)))
      return reply(201, { polls: polls.map(presentPoll) })
    },
  }
}
