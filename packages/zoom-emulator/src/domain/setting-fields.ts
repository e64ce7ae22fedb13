import type { SettingShape } from '../generated/settings.ts'
import type { SettingsGroups } from './entities.ts'
import type { Parsed } from './field-problem.ts'
import { type Field, type Fields, flag, group, int, list, parseFields, text } from './fields.ts'

type Groups = Readonly<Record<string, SettingShape>>

/** No setting is a greater number. */
const greatest = 1_000_000
const longestPasscode = 10

const tables = new WeakMap<Groups, Fields<Record<string, unknown>>>()

/** Reads settings by the generated shapes; what no shape names is left out, a wrong value is named with its path. */
export function parseSettings(shapes: Groups, body: object, coerceText: boolean): Parsed<SettingsGroups> {
  let table = tables.get(shapes)
  if (!table) {
    table = fieldsOf(shapes)
    tables.set(shapes, table)
  }
  const read = parseFields(table, body, coerceText)
  // Each shape at the top is a group.
  return read.ok ? { ok: true, value: read.value as SettingsGroups } : read
}

function fieldsOf(shapes: Groups): Fields<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [name, fieldOf(name, shape)]))
}

function fieldOf(name: string, shape: SettingShape): Field<NonNullable<unknown>> {
  if (shape === 'boolean') return flag
  // A passcode has ten characters at most, so a longer one cannot be asked for (docs/zoom-facts.md §5.3).
  if (shape === 'integer') return int(0, name === 'length' ? longestPasscode : greatest)
  if (shape === 'string') return text()
  if (shape === 'any') return (sent) => sent ?? undefined
  if ('list' in shape) return list(fieldOf(name, shape.list))
  if ('group' in shape) return group(fieldsOf(shape.group))
  return oneOfValues(shape)
}

function oneOfValues(values: readonly (string | number)[]): Field<string | number> {
  return (sent, name, reading) => {
    const asNumber = reading.coerceText && typeof sent === 'string' && sent.trim() !== '' ? Number(sent) : undefined
    const value = values.find((known) => known === sent || known === asNumber)
    if (value === undefined)
      reading.problems.push({ field: name, message: `Invalid parameter: ${name.slice(name.lastIndexOf('.') + 1)}.` })
    return value
  }
}

/** The settings that the shapes name, without the others. */
export function pickSettings(shapes: Groups, settings: SettingsGroups): Record<string, Record<string, unknown>> {
  const picked: Record<string, Record<string, unknown>> = {}
  for (const [name, shape] of Object.entries(shapes)) {
    const values = settings[name]
    if (!values || !isGroup(shape)) continue
    const known = Object.entries(values).filter(([field]) => Object.hasOwn(shape.group, field))
    if (known.length > 0) picked[name] = Object.fromEntries(known)
  }
  return picked
}

/** One set of shapes out of several; where two name the same setting, the first one's form counts. */
export function joinShapes(...sets: readonly Groups[]): Groups {
  const joined: Record<string, SettingShape> = {}
  for (const shapes of sets)
    for (const [name, shape] of Object.entries(shapes)) {
      const before = joined[name]
      joined[name] =
        before && isGroup(before) && isGroup(shape)
          ? { group: joinShapes(before.group, shape.group) }
          : (before ?? shape)
    }
  return joined
}

/** The shapes of locks: a boolean for each setting of a group. */
export function locksOf(shapes: Groups): Groups {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [
      name,
      isGroup(shape)
        ? { group: Object.fromEntries(Object.keys(shape.group).map((setting) => [setting, 'boolean' as const])) }
        : shape,
    ]),
  )
}

function isGroup(shape: SettingShape): shape is { readonly group: Groups } {
  return typeof shape === 'object' && 'group' in shape
}

/** Lays settings over others: groups merge by name, at every depth; lists replace. */
export function mergeSettings(under: SettingsGroups, over: SettingsGroups | undefined): SettingsGroups {
  return over ? (merge(under, over) as SettingsGroups) : under
}

function merge(under: unknown, over: unknown): unknown {
  if (!isPlain(under) || !isPlain(over)) return over
  const merged: Record<string, unknown> = { ...under }
  for (const [name, value] of Object.entries(over)) merged[name] = merge(merged[name], value)
  return merged
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
