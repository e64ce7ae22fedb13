import type { IncomingHeaders } from '../http/incoming-request.ts'
/** What stands in the place of a secret. */
export const masked = '***'

/** Names of fields and parameters whose values open something. */
const secretName =
  /^(?:authorization|cookie|set-cookie|pwd|tk|zak|who|code|user_code|pin|icstoken|device_code|code_verifier|stream_?key)$|passw|passcode|secret|token$|host_?key|pin_code/i
const notSecret = new Set(['next_page_token', 'token_type'])

function isSecretName(name: string): boolean {
  return secretName.test(name) && !notSecret.has(name)
}

/** Parameters of links, wherever a link stands in a text. */
const secretParameter = /([?&](?:pwd|tk|zak|who|code|user_code|token|icsToken|access_token)=)[^&\s"'<>\\]+/gi

/** In the text of an invitation: the line of the passcode, in the languages that the emulator writes, and the number to dial it. */
const spokenSecret = /((?:passcode|密碼)\s*[:：]\s*|,\*)[^\s#]+/gi

export function maskText(text: string): string {
  return text.replaceAll(secretParameter, `$1${masked}`).replaceAll(spokenSecret, `$1${masked}`)
}

/** A copy of a JSON value without its secrets. Numbers under a secret's name are codes of errors, except for passcodes and PINs. */
export function maskValue(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => maskValue(one, name))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskValue(one, key)]))
  const isShort = typeof value === 'number' && !/pass|pin|key/i.test(name)
  if (isSecretName(name) && !isShort && value !== '' && typeof value !== 'boolean' && value !== null) return masked
  return typeof value === 'string' ? maskText(value) : value
}

/** Headers without their secrets; of `authorization` the scheme stays. */
export function maskHeaders(headers: IncomingHeaders): Record<string, string> {
  return Object.fromEntries(
    Array.from(headers, ([name, value]) => {
      if (name === 'authorization') return [name, `${value.split(' ')[0]} ${masked}`]
      return [name, isSecretName(name) ? masked : maskText(value)]
    }),
  )
}

export function maskParameters(parameters: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    Array.from(parameters, ([name, value]) => [name, isSecretName(name) && value !== '' ? masked : maskText(value)]),
  )
}
