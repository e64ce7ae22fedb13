/**
 * A text that a person typed, made fit to stand on one line of a text of ours: line breaks and tabs become one blank;
 * control characters and the marks that turn the writing direction of what follows (Unicode UAX #9, explicit formatting)
 * go; half a surrogate pair becomes U+FFFD. Joiners stay: emoji and Persian need them.
 */
export function singleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/gu, ' ')
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim()
}
