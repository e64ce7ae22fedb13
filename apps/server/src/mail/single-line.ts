/**
 * What a person typed, made fit for one line of a mail and of its head: a line break would begin another header, a control character or a
 * mark that turns the writing direction could hide what follows.
 */
export function singleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
}
