import { invalidInput } from '../errors.ts'

/** The web link itself. Throws `invalid_input` for any other text. */
export function requireWebLink(field: string, text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol) || /\s/.test(text))
    throw invalidInput(field, text, 'Give a link that begins with https://.')
  return text
}

/** The join link for readers, with or without what lets them in. */
export function joinLink(joinUrl: string, withPasscode: boolean): string {
  const url = new URL(requireWebLink('join_url', joinUrl))
  if (withPasscode || !url.searchParams.has('pwd')) return joinUrl
  // `pwd` is the passcode, encrypted, and opens the meeting without it (docs/zoom-facts.md §8).
  url.searchParams.delete('pwd')
  return url.href
}
