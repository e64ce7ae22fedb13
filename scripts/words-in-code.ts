/** A piece of text that a reader of the page would see. */
export interface FoundWords {
  readonly line: number
  readonly text: string
}

/** Attributes whose value is read by people. */
const readable =
  /\s(?:aria-label|aria-description|alt|label|legend|title|placeholder|hint|caption|lead)=(?:"([^"]*)"|\{'([^']*)'\})/g
/**
 * What stands between two tags, or between a tag and an expression. A type's `>` is followed by no text up to the next `<` or `{` that
 * would have letters and no sign of code.
 */
const between = /(?<!=)>([^<>{}]*)(?=[<{])|\}([^<>{}]*)(?=<\/?[A-Za-z])/g
const code =
  /[=;()[\]|&]|^[:?]|^,.*:$|\s\?$|\b(?:const|return|import|export|readonly|satisfies|extends|function|interface|type)\b/

/** The literal texts of a component: none should be there. */
export function wordsIn(source: string): FoundWords[] {
  const plain = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, (comment) =>
    comment.replaceAll(/[^\n]/g, ' '),
  )
  const found = (matches: Iterable<RegExpMatchArray>): FoundWords[] =>
    [...matches].flatMap((match) => {
      const text = (match[1] ?? match[2] ?? '').trim()
      const at = match.index ?? 0
      return /\p{L}/u.test(text)
        ? [{ line: plain.slice(0, at).split('\n').length, text: text.replaceAll(/\s+/g, ' ') }]
        : []
    })
  return [...found(plain.matchAll(readable)), ...found(plain.matchAll(between)).filter(({ text }) => !code.test(text))]
}
