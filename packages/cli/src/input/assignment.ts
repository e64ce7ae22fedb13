import { CommandError, wrongValue } from '../errors.ts'

const example = '--set settings.mute_upon_entry=true'
const secretFields = new Set(['password', 'passcode'])

/** Lays `a.b.c=value` assignments over `target`. A value is JSON where it can be read as JSON, else text. */
export function assign(target: Record<string, unknown>, assignments: readonly string[]): void {
  for (const text of assignments) {
    const [, path = '', value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
    const keys = path.trim().split('.')
    if (!text.includes('=') || keys.some((key) => !/^[A-Za-z_]\w*$/.test(key) || key === '__proto__'))
      throw wrongValue(
        '--set',
        text,
        "no assignment of the form field=value, with Zoom's names for the fields",
        example,
      )
    const last = keys.pop() ?? ''
    if (keys.length === 0 && secretFields.has(last))
      throw new CommandError(
        'wrong_value',
        `--set ${path}: a passcode is not taken from the command line, where others can read it.`,
        {
          remedy: 'Let Zoom choose one, or use --passcode-stdin.',
        },
      )
    let holder = target
    for (const key of keys) {
      const next = holder[key] ?? {}
      if (typeof next !== 'object' || next === null)
        throw wrongValue('--set', text, `"${key}" already has a plain value`, example)
      holder[key] = next
      holder = next as Record<string, unknown>
    }
    holder[last] = readValue(value)
  }
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
