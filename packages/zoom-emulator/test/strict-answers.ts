import { loadOperations } from '../../../scripts/zoom-data/operations.ts'
import type { OperationReply } from '../src/index.ts'
import { findMistakes } from './strict-schema.ts'

const responses = new Map(loadOperations().map(({ name, responses }) => [name, responses]))

/** What is wrong with an operation's answer by data/zoom and its overlay, in sentences; nothing when all is right. */
export function findAnswerMistakes(reply: OperationReply): string[] {
  const documented = responses.get(reply.operation)
  const complain = (mistake: string) => `${reply.operation} answers ${reply.status}: ${mistake}`
  if (!documented?.has(reply.status)) return [complain('a status that no source names')]
  const schema = documented.get(reply.status)
  if (reply.status === 204) return schema ? [complain('no body, where one is documented')] : []
  if (!schema) return [complain('a body, where none is documented')]
  return findMistakes(reply.body, schema).map(complain)
}
