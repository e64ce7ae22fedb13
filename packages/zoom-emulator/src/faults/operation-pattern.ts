import { nearest } from '../domain/nearest.ts'
import { findOperation, operationNamed, operationNames } from '../http/operations.ts'

/** A request as rules look at it. */
export interface MatchedCall {
  /** `POST /users/{userId}/meetings`; absent where the path is none of Zoom's. */
  readonly operation: string | undefined
  readonly method: string
  /** `/v2/users/me/meetings` */
  readonly path: string
}

const labels = ['light', 'medium', 'heavy', 'resource_intensive', 'resource-intensive']

/** Whether calls fit a pattern: an operation's name, one with ids, one with `*`, a label, or `*` for every one. */
export function parseOperationPattern(pattern: string): ((call: MatchedCall) => boolean) | undefined {
  if (pattern === '*') return () => true
  if (labels.includes(pattern.toLowerCase())) {
    const label = pattern.toLowerCase().replace('-', '_')
    return ({ operation }) => operation !== undefined && operationNamed(operation)?.label === label
  }
  const text = normalise(pattern)
  if (operationNames.includes(text)) return ({ operation }) => operation === text
  if (text.includes('*')) {
    const form = new RegExp(`^${text.split('*').map(literally).join('.*')}$`)
    const names = new Set(operationNames.filter((name) => form.test(name)))
    return names.size === 0 ? undefined : ({ operation }) => operation !== undefined && names.has(operation)
  }
  const [method = '', path = ''] = text.split(' ')
  if (path === '' || path.includes('{') || !findOperation(method, path)) return undefined
  return (call) => call.method === method && call.path.replace(/^\/v2(?=\/)/, '') === path
}

/** What was probably meant by a pattern that fits nothing. */
export function complainAboutPattern(pattern: string): string {
  const meant = nearest(normalise(pattern), operationNames)
  const remedy = meant
    ? `did you mean "${meant}"?`
    : 'write an operation ("POST /users/{userId}/meetings"), a pattern ("GET /meetings/*"), a label ("heavy") or "*"'
  return `${JSON.stringify(pattern)} fits no operation; ${remedy}`
}

/** `post /v2/users/x` is meant as `POST /users/x`. */
function normalise(pattern: string): string {
  const [method = '', ...rest] = pattern.trim().split(/\s+/)
  return [method.toUpperCase(), rest.join(' ').replace(/^\/v2(?=\/)/, '')].filter(Boolean).join(' ')
}

const literally = (text: string) => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&')
