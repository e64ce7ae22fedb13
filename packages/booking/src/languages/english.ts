import type { Message } from '../domain/message.ts'
import { sentences } from './en.ts'
import { formatMessage } from './sentences.ts'

/** A message in English: for errors, logs, and whoever has no other language. */
export function formatEnglish(message: Message): string {
  return formatMessage(message, sentences)
}
