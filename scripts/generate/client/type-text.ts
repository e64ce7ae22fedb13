import type { Schema } from '../../zoom-data/operation.ts'
import { mergeAlternatives } from './merge-alternatives.ts'

export interface TypeTextOptions {
  /** May what is optional be `undefined`? A caller may write it; Zoom leaves the field out. */
  readonly isInput: boolean
  readonly indent: string
}

/** The TypeScript of a schema; one with a title is named, all others are written out. */
export function typeText(schema: Schema, options: TypeTextOptions): string {
  return schema.title ?? bodyText(schema, options)
}

/** The TypeScript of a schema, written out. */
export function bodyText(schema: Schema, options: TypeTextOptions): string {
  const { type, items, properties } = schema
  const members = schema.oneOf ?? schema.anyOf
  const merged = members && !options.isInput ? mergeAlternatives(schema) : undefined
  if (merged) return objectText(merged, options)
  if (members) return unique(members.map((member) => typeText(member, options))).join(' | ')
  if (schema.enum) return unique(schema.enum.map(literal)).join(' | ')
  if (type === 'array') return listText(items ?? {}, options)
  if (properties) return objectText(schema, options)
  if (type === 'object') return 'Readonly<Record<string, unknown>>'
  if (type === 'integer' || type === 'number') return 'number'
  if (type === 'boolean') return 'boolean'
  if (type === 'string') return schema.format === 'binary' ? 'Blob' : 'string'
  return 'unknown'
}

function listText(items: Schema, options: TypeTextOptions): string {
  const item = typeText(items, options)
  return item.includes(' | ') && !item.startsWith('{') ? `readonly (${item})[]` : `readonly ${item}[]`
}

function objectText(schema: Schema, options: TypeTextOptions): string {
  const { indent } = options
  const lines = memberLines(schema, { ...options, indent: `${indent}  ` })
  return lines.length === 0 ? 'Readonly<Record<string, unknown>>' : ['{', ...lines, `${indent}}`].join('\n')
}

/** One line a member, with its comment above. */
export function memberLines(schema: Schema, options: TypeTextOptions): string[] {
  const { indent, isInput } = options
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const optional = !schema.required?.includes(name)
    const text = typeText(member, options)
    const orNothing = optional && isInput ? ' | undefined' : ''
    const key = /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
    return [...commentLines(member, indent), `${indent}readonly ${key}${optional ? '?' : ''}: ${text}${orNothing}`]
  })
}

/** The JSDoc of a schema: what the overlay says of it, and whether it is deprecated. */
export function commentLines({ description = '', deprecated }: Schema, indent: string): string[] {
  const text = `${deprecated ? '@deprecated ' : ''}${description}`.trim().replaceAll('(§', '(docs/zoom-facts.md §')
  if (text === '') return []
  const lines = text.replaceAll('*/', '*\\/').split('\n')
  if (lines.length === 1) return [`${indent}/** ${text} */`]
  return [`${indent}/**`, ...lines.map((line) => `${indent} * ${line}`), `${indent} */`]
}

const literal = (value: string | number | boolean): string =>
  typeof value === 'string' ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'` : String(value)

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
