import type { Messages } from './messages.ts'

/** What a person is told: a code and its values, which a page, a mail or a calendar file puts in words. */
export type Message = { [Code in MessageCode]: { readonly code: Code; readonly values: Messages[Code] } }[MessageCode]

/** The name of a sentence; {@link Messages} says which values each has. */
export type MessageCode = keyof Messages

/** Makes a message of which the values fit the code. */
export function say<Code extends MessageCode>(code: Code, values: Messages[Code]): Message {
  return { code, values } as Message
}
