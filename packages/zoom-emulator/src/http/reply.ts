/** What an operation answers when it does not refuse; the router writes it. */
export type Reply = { readonly status: 204 } | { readonly status: 200 | 201 | 202; readonly body: object }

/** What an operation answered, for those who look on. */
export type OperationReply = Reply & {
  /** `POST /users/{userId}/meetings` */
  readonly operation: string
}

export function reply(status: 204): Reply
export function reply(status: 200 | 201 | 202, body: object): Reply
export function reply(status: 200 | 201 | 202 | 204, body: object = {}): Reply {
  return status === 204 ? { status } : { status, body }
}
