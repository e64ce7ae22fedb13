import type { Message, MessageCode } from '../domain/message.ts'
import type { Messages } from '../domain/messages.ts'

/** What each message of the desk says in one language. A message without a sentence does not compile. */
export type Sentences = { readonly [Code in MessageCode]: (values: Messages[Code]) => string }

/** A message in words. */
export function formatMessage(message: Message, sentences: Sentences): string {
  const sentence = sentences[message.code] as (values: Message['values']) => string
  return sentence(message.values)
}
