import type { CallOptions, Requester } from '../http/operation.ts'
import { checkOneOf, checkSome } from './check.ts'
import { callOperation } from './create-resource.ts'
import type { ResourceOperation } from './resource-operation.ts'

/** What the status of registrations is set by, for meetings and for webinars. */
interface StatusInput {
  readonly action: 'approve' | 'deny' | 'cancel'
  readonly registrants: readonly object[]
}

/** The calls that set the status of registrations. */
export interface RegistrationStatusCalls<Input extends StatusInput> {
  /** Approves, denies or cancels 1 to 30 registrations; `approve`, `deny` and `cancel` say it in one word. */
  updateStatus(input: Input, options?: CallOptions): Promise<void>
  /** Lets 1 to 30 people in who wait for approval. One call. */
  approve(input: Omit<Input, 'action'>, options?: CallOptions): Promise<void>
  /** Turns away 1 to 30 people who wait for approval. One call. */
  deny(input: Omit<Input, 'action'>, options?: CallOptions): Promise<void>
  /** Takes the approval of 1 to 30 people back. One call. */
  cancel(input: Omit<Input, 'action'>, options?: CallOptions): Promise<void>
}

export function registrationStatusCalls<Input extends StatusInput>(
  requester: Requester,
  operation: ResourceOperation,
): RegistrationStatusCalls<Input> {
  const updateStatus = (input: StatusInput, options?: CallOptions): Promise<void> =>
    callOperation(requester, operation, input, options, () => {
      checkOneOf('action', input.action, ['approve', 'deny', 'cancel'])
      checkSome('registrants', input.registrants, 30)
    })
  const inOneWord =
    (action: StatusInput['action']) =>
    (input: Omit<StatusInput, 'action'>, options?: CallOptions): Promise<void> =>
      updateStatus({ ...input, action }, options)
  return { updateStatus, approve: inOneWord('approve'), deny: inOneWord('deny'), cancel: inOneWord('cancel') }
}
