/** One name that Zoom knows, and the names inside it. */
export interface FieldName {
  readonly required: boolean
  /** Does it hold a list of objects with these names? */
  readonly isList: boolean
  readonly inside: FieldNames
}

export type FieldNames = ReadonlyMap<string, FieldName>

const parsed = new Map<string, FieldNames>()

/** Reads the names of a `ResourceOperation`: `email! custom_questions[title value]`. Read once a text. */
export function parseFieldNames(text = ''): FieldNames {
  const known = parsed.get(text)
  if (known) return known
  const names = new Map<string, FieldName>()
  parsed.set(text, names)
  const open = [names]
  for (const [, name = '', required, brace] of text.matchAll(/(?:([\w-]+)(!?))?([{}[\]]?)/g)) {
    const inside = new Map<string, FieldName>()
    if (name !== '') open.at(-1)?.set(name, { required: required === '!', isList: brace === '[', inside })
    if (brace === '{' || brace === '[') open.push(inside)
    if (brace === '}' || brace === ']') open.pop()
  }
  return names
}
