import { isUtf8 } from 'node:buffer'
import { CommandError } from '../errors.ts'

const remedy =
  'In the spreadsheet choose "Save as" (or "Download") and the type "CSV UTF-8", then run the command with that file.'

/**
 * The text of a file of meetings: UTF-8, with or without a byte order mark, its line breaks as `\n`. Another encoding is refused
 * and never guessed, since a wrong guess makes meetings with broken names.
 */
export function decodeText(file: string, bytes: Uint8Array): string {
  const refuse = (problem: string) => new CommandError('unreadable_file', `${file} ${problem}.`, { remedy })
  const [first, second, third, fourth] = bytes
  if (first === 0x50 && second === 0x4b && third === 3 && fourth === 4)
    throw refuse('is a spreadsheet (such as .xlsx or .ods) and no CSV file')
  if (first === 0xd0 && second === 0xcf) throw refuse('is a spreadsheet (.xls) and no CSV file')
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0))
    throw refuse('is written in UTF-16 or is no text at all; this command reads UTF-8')
  if (!isUtf8(bytes)) throw refuse(`is not written in UTF-8: look at line ${lineOutsideUtf8(bytes)}`)
  // The decoder takes the byte order mark away.
  return new TextDecoder().decode(bytes).replaceAll(/\r\n?/g, '\n')
}

/** The first line with a byte that UTF-8 does not have there. */
function lineOutsideUtf8(bytes: Uint8Array): number {
  let line = 1
  for (let from = 0; from < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, from)
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) break
    from = end + 1
  }
  return line
}
