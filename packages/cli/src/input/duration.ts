import { wrongValue } from '../errors.ts'

/** Reads a length of time: `60`, `90m`, `1h30m`, `1.5h`, `1:30`, `2 hours`. Gives whole minutes. */
export function parseDuration(option: string, text: string): number {
  const minutes = readMinutes(text.trim().toLowerCase())
  if (minutes === undefined)
    throw wrongValue(option, text, 'no length of time that this command can read', `${option} 60 or ${option} 1h30m`)
  if (minutes < 1 || minutes > 1440)
    throw wrongValue(
      option,
      text,
      'a Zoom meeting lasts 1 to 1440 minutes (24 hours)',
      `${option} 60 or ${option} 1h30m`,
    )
  return minutes
}

function readMinutes(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text)
  const clock = /^(\d+):([0-5]\d)$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2])
  const words = /^(?:(\d+(?:\.\d+)?)\s*h(?:ours?|rs?)?)?\s*(?:(?:and\s+)?(\d+)\s*m(?:in(?:ute)?s?)?)?$/.exec(text)
  if (!words || (words[1] === undefined && words[2] === undefined)) return undefined
  const minutes = Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0)
  return Number.isInteger(minutes) ? minutes : undefined
}
