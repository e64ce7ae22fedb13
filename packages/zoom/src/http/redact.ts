/** What stands in the place of a secret. */
export const hidden = '[hidden]'

/** Field names whose values are secrets: passcodes, tokens, client secrets, and the start link, which signs the host in. */
const secretName =
  /pass(?:word|code)|secret|token|^(?:pwd|zak|tk|assertion|code_verifier|host_key|start_url|authorization|cookie)$/i

/** True when a field of this name (the last part of a path such as `settings.password`) holds a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name.split('.').at(-1) ?? name)
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/(:\/\/)[^\s/@"'<>]+@/g, `$1${hidden}@`],
  // A start link signs its bearer in as the host (docs/zoom-facts.md §10, 17): no part of its query may survive.
  [/(https?:\/\/[^\s"'<>]*?\/s\/\d+)[^\s"'<>]*/gi, `$1?${hidden}`],
  [/\b(bearer|basic)(\s+)[\w.~+/=-]{6,}/gi, `$1$2${hidden}`],
  [/\beyJ[\w-]*\.[\w.-]+/g, hidden],
  [
    /\b(\w*pass(?:word|code)|\w*secret|\w*token|pwd|zak|tk|assertion|code_verifier|host_key)=[^\s&"'<>#]+/gi,
    `$1=${hidden}`,
  ],
  [/([?&]code=)[^\s&"'<>#]+/gi, `$1${hidden}`],
  [
    /("(?:\w*pass(?:word|code)|\w*secret|\w*token|pwd|zak|tk|assertion|code_verifier|host_key|start_url)"\s*:\s*)(?:"(?:[^"\\]|\\.)*"?|\d+)/gi,
    `$1"${hidden}"`,
  ],
  [/\b(passcode|password)(\s*[:：]\s*)[^\s"',;<>]+/gi, `$1$2${hidden}`],
]

/** Replaces what looks like a secret in a text; `known` are secrets by value, for those that look like nothing. */
export function redactText(text: string, known: readonly string[] = []): string {
  let clean = text
  for (const secret of known) if (secret.length > 3) clean = clean.replaceAll(secret, hidden)
  for (const [pattern, replacement] of rules) clean = clean.replace(pattern, replacement)
  return clean
}

/** A copy of plain data for printing: secrets by name and by look are replaced; what is deeper than `depth` is left out. */
export function redactValue(value: unknown, depth = 6): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth - 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const isSecret = isSecretName(name) && (typeof item === 'string' || typeof item === 'number')
      return [name, isSecret ? hidden : redactValue(item, depth - 1)]
    }),
  )
}

/**
 * The cause of an error, fit for printing: the same object when nothing in it looks like a secret, else a copy of its name,
 * message, stack and system code. A transport puts whole addresses and sometimes its request into its errors.
 */
export function redactCause(cause: unknown, depth = 6): unknown {
  if (!(cause instanceof Error)) return redactValue(cause)
  if (depth === 0) return new Error('…')
  const own: Record<string, unknown> = { ...cause, message: cause.message, stack: cause.stack }
  const inner = redactCause(cause.cause, depth - 1)
  const several = cause instanceof AggregateError ? cause.errors : []
  const cleanSeveral = several.map((error) => redactCause(error, depth - 1))
  const isClean =
    sameText(own, redactValue(own)) &&
    inner === cause.cause &&
    cleanSeveral.every((error, index) => error === several[index])
  if (isClean) return cause
  const copy = new Error(redactText(cause.message), inner === undefined ? undefined : { cause: inner })
  copy.name = cause.name
  copy.stack = redactText(cause.stack ?? '')
  return typeof own.code === 'string' ? Object.assign(copy, { code: own.code }) : copy
}

function sameText(before: unknown, after: unknown): boolean {
  try {
    return JSON.stringify(before) === JSON.stringify(after)
  } catch {
    return false // It cannot be looked through, so it counts as unclean.
  }
}
