import { loadOperations } from '../../../scripts/zoom-data/operations.ts'
import type { OperationReply } from '../src/index.ts'
import { findMistakes, type Schema } from './strict-schema.ts'

const responses = new Map(loadOperations().map(({ name, responses }) => [name, responses]))

/** docs/zoom-facts.md §11 */
const refusal: Schema = {
  type: 'object',
  required: ['code', 'message'],
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** What is wrong with an operation's answer by data/zoom and its overlay, in sentences; nothing when all is right. */
export function findAnswerMistakes({ operation, status, body }: OperationReply): string[] {
  const documented = responses.get(operation)
  const complain = (mistake: string) => `${operation} answers ${status}: ${mistake}`
  if (status >= 400) return findMistakes(body, refusal).map(complain)
  if (!documented?.has(status)) return [complain('a status that no source names')]
  const schema = documented.get(status)
  if (!body) return schema ? [complain('no body, where one is documented')] : []
  if (!schema) return [complain('a body, where none is documented')]
  return findMistakes(body, schema).map(complain)
}
