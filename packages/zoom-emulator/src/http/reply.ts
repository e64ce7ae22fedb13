/** What an operation answers when it does not refuse; the router writes it. */
export type Reply =
  | { readonly status: 202 | 204; readonly body?: undefined }
  | { readonly status: 200 | 201 | 202; readonly body: object }

/** What an operation answered, refusals included, for those who look on. */
export interface OperationReply {
  /** `POST /users/{userId}/meetings` */
  readonly operation: string
  readonly status: number
  readonly body?: object | undefined
}

export function reply(status: 202 | 204): Reply
export function reply(status: 200 | 201 | 202, body: object): Reply
export function reply(status: 200 | 201 | 202 | 204, body?: object): Reply {
  return status === 204 || (status === 202 && !body) ? { status } : { status, body: body ?? {} }
}
