import { invalidInput } from '../errors.ts'

/** A credential as it is pasted from Zoom's page: printable ASCII without spaces. Anything else is a slip of the paste. */
export function checkCredential(field: string, value: string): string {
  if (typeof value === 'string' && /^[\x21-\x7e]+$/.test(value)) return value
  const shown = typeof value === 'string' && value !== '' ? '(text with a space or a special character)' : value
  throw invalidInput(field, shown, "Copy it from the app's page on marketplace.zoom.us, without spaces or quotes.")
}

/** A client id stands before a colon in the Basic header (RFC 7617 §2), so it cannot contain one. */
export function checkClientId(field: string, value: string): string {
  if (checkCredential(field, value).includes(':'))
    throw invalidInput(field, value, 'A client id contains no colon: copy it anew.')
  return value
}
