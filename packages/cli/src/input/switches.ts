import type { Switches } from '@convene/zoom-emulator'
import { CommandError, wrongValue } from '../errors.ts'
import { nearest } from '../nearest.ts'

/** Reads `--switch name=value` against the emulator's own switches; their values are checked by the kind of the default. */
export function parseSwitches(texts: readonly string[], defaults: Switches): Partial<Switches> {
  const names = Object.keys(defaults)
  const switches: Record<string, unknown> = {}
  for (const text of texts) {
    const [, name = '', value = ''] = /^([^=]*)=(.*)$/.exec(text) ?? []
    const standard = Object.entries(defaults).find(([known]) => known === name)?.[1]
    if (standard === undefined) {
      const meant = nearest(name, names)
      throw new CommandError(
        'wrong_value',
        `--switch "${text}": no switch of this name${meant ? `; did you mean ${meant}` : ''}.`,
        {
          remedy: `Switches: ${names.join(', ')} (docs/deviations.md). For example: --switch coerceText=false`,
        },
      )
    }
    if (typeof standard === 'boolean' && !/^(true|false)$/.test(value))
      throw wrongValue('--switch', text, 'is true or false', `--switch ${name}=${!standard}`)
    if (typeof standard === 'number' && !/^\d+$/.test(value))
      throw wrongValue('--switch', text, 'is a number', `--switch ${name}=${standard}`)
    switches[name] =
      typeof standard === 'boolean' ? value === 'true' : typeof standard === 'number' ? Number(value) : value
  }
  return switches
}
