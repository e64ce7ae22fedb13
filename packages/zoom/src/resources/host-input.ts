/** An input whose `userId` may be left out: the user who signed in. */
export interface HostInput {
  /** User id, e-mail address or `me`, the default. */
  readonly userId?: string | undefined
}

/** The input with the user who signed in, where it names none. */
export function ofMe<Input extends HostInput>(input?: Input): Input & { readonly userId: string } {
  return { ...(input as Input), userId: input?.userId ?? 'me' }
}

/** The input of a call whose user is `me` when left out. */
export type OfHost<Input extends { readonly userId: string }> = Input extends unknown
  ? Omit<Input, 'userId'> & HostInput
  : never
