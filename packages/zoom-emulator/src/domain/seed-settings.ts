import type { SettingShape } from '../generated/settings.ts'
import type { SettingsGroups } from './entities.ts'
import { nearest } from './nearest.ts'
import type { SeedReader } from './seed-reader.ts'
import { parseSettings } from './setting-fields.ts'

type Shapes = Readonly<Record<string, SettingShape>>

/** Reads settings of a seed; a name that no shape has is a mistake here, though Zoom would ignore it. */
export function readSeedSettings(reader: SeedReader, field: string, shapes: Shapes): SettingsGroups | undefined {
  const value = reader.value(field)
  if (value === undefined) return undefined
  if (!isObject(value)) {
    reader.mistake(field, 'is not an object of groups of settings')
    return undefined
  }
  for (const [path, sentence] of unknownNames(value, shapes, field)) reader.mistake(path, sentence)
  const read = parseSettings(shapes, value, false)
  if (read.ok) return read.value
  for (const { field: path } of read.problems)
    reader.mistake(`${field}.${path}`, 'has a value that this setting cannot have')
  return undefined
}

function* unknownNames(value: Record<string, unknown>, shapes: Shapes, path: string): Generator<[string, string]> {
  for (const [name, inner] of Object.entries(value)) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    if (shape === undefined) {
      const meant = nearest(name, Object.keys(shapes))
      yield [`${path}.${name}`, `is no setting${meant ? `; did you mean ${meant}?` : ''}`]
    } else if (typeof shape === 'object' && 'group' in shape && isObject(inner))
      yield* unknownNames(inner, shape.group, `${path}.${name}`)
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
