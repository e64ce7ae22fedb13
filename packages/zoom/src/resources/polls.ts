import { pollsOperations } from '../generated/polls.ts'
import type { PollsApi, PollsCreateBatchInput, PollsCreateInput, PollsUpdateInput } from '../generated/types/polls.ts'
import type { Poll } from '../generated/types/schemas.ts'
import type { CallOptions } from '../http/operation.ts'
import { checkSome } from './check.ts'
import { checkPoll } from './check-poll.ts'
import { callOperation, createResource } from './create-resource.ts'
import type { ResourceFactory } from './resource-operation.ts'

type WrittenHere = 'create' | 'update' | 'createBatch'

/** The polls that a host prepares for a meeting, at most 50; the host needs a licence. */
export interface PollsResource extends Omit<PollsApi, WrittenHere> {
  /**
   * Prepares a poll. One call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ topic: 'Reading group', start_time: '2030-12-20T10:00:00Z' })
   * const poll = await zoom.polls.create({
   *   meetingId: id,
   *   title: 'Next time',
   *   poll_type: 1,
   *   questions: [{ name: 'Which book?', type: 'single', answers: ['Middlemarch', 'Emma'] }],
   * })
   * assert.equal(poll.questions?.[0]?.answers?.length, 2)
   * ```
   */
  create(input: PollsCreateInput, options?: CallOptions): Promise<Poll>
  /**
   * Prepares 1 to 25 polls in one call.
   *
   * @example
   * ```ts
   * import assert from 'node:assert/strict'
   * import { createZoomClient, optionsFromEnvironment } from '@convene/zoom'
   * import { startEmulator } from '@convene/zoom-emulator'
   *
   * await using emulator = await startEmulator()
   * const zoom = createZoomClient(optionsFromEnvironment(emulator.env))
   *
   * const { id } = await zoom.meetings.create({ topic: 'Reading group', start_time: '2030-12-20T10:00:00Z' })
   * const { polls } = await zoom.polls.createBatch({
   *   meetingId: id,
   *   polls: [
   *     { title: 'Pace', questions: [{ name: 'Too fast?', type: 'single', answers: ['Yes', 'No'] }] },
   *     { title: 'Wishes', poll_type: 2, questions: [{ name: 'What was missing?', type: 'long_answer' }] },
   *   ],
   * })
   * assert.deepEqual(polls.map(({ title }) => title), ['Pace', 'Wishes'])
   * ```
   */
  createBatch(input: PollsCreateBatchInput, options?: CallOptions): ReturnType<PollsApi['createBatch']>
  /** Replaces a poll. One call. */
  update(input: PollsUpdateInput, options?: CallOptions): Promise<void>
}

const { create, createBatch, update } = pollsOperations

/** Makes `zoom.polls`. */
export const polls: ResourceFactory<PollsResource> = ({ requester }) => ({
  ...createResource<PollsApi>(requester, pollsOperations),
  create: (input, options) => callOperation(requester, create, input, options, () => checkPoll(input)),
  createBatch: (input, options) =>
    callOperation(requester, createBatch, input, options, () => {
      checkSome('polls', input.polls, 25)
      for (const [index, poll] of input.polls.entries()) checkPoll(poll, `polls[${index}].`)
    }),
  update: (input, options) => callOperation(requester, update, input, options, () => checkPoll(input)),
})
