/** How text stands on a terminal: its width in columns, and text from outside made harmless. */

let segmenter: Intl.Segmenter | undefined

/** What a reader sees as characters. Making the segmenter takes 30 ms, which text in plain ASCII never needs. */
function graphemesOf(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Blocks whose characters take two columns (Unicode East Asian Width W and F, the ones that terminals agree on). */
const wideBlocks: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function graphemeWidth(grapheme: string): number {
  const point = grapheme.codePointAt(0) ?? 0
  if (point < 0x300) return 1
  if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(grapheme)) return 2
  return wideBlocks.some(([first, last]) => point >= first && point <= last) ? 2 : 1
}

/** Columns that `text` takes on a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const grapheme of graphemesOf(text)) width += graphemeWidth(grapheme)
  return width
}

/** Cuts `text` to at most `columns`, the last of them an ellipsis where something was cut. */
export function cutToWidth(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let cut = ''
  let width = 0
  for (const grapheme of graphemesOf(text)) {
    width += graphemeWidth(grapheme)
    if (width > columns - 1) break
    cut += grapheme
  }
  return `${cut}…`
}

/** `text` filled up with spaces to `columns`. */
export function padToWidth(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - textWidth(text)))
}

/** One line without control characters: a topic is somebody else's text and must not steer the terminal. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}
