/** Finds the examples of the documentation, so that `e2e/doc-examples.test.ts` can run every one of them. */

export interface DocExample {
  /** `README.md:12`, where its first line of code stands. */
  readonly where: string
  readonly language: string
  readonly code: string
}

/**
 * The fenced blocks of a Markdown text. A block right after `<!-- not run: reason -->` is left out;
 * so is TypeScript without an import, since it is a fragment of something shown before.
 */
export function examplesInMarkdown(file: string, markdown: string): DocExample[] {
  const lines = markdown.split('\n')
  const examples: DocExample[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const fence = /^( *)(```+)(\w+)\s*$/.exec(lines[at] ?? '')
    if (!fence) continue
    const [, indent = '', ticks = '', language = ''] = fence
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks)
    if (end < 0) break
    const code = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
    const before = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? ''
    if (!/<!-- not run: .+ -->/.test(before))
      examples.push({ where: `${file}:${at + 2}`, language, code: code.join('\n') })
    at = end
  }
  return examples.filter(({ language, code }) => language !== 'ts' || /^import /m.test(code))
}

/** The fenced blocks below `@example` in the JSDoc comments of a source file. */
export function examplesInSource(file: string, source: string): DocExample[] {
  const examples: DocExample[] = []
  for (const comment of source.matchAll(/^[^\S\n]*\/\*\*[\s\S]*?\*\//gm)) {
    const text = comment[0]
    if (!text.includes('@example')) continue
    const firstLine = source.slice(0, comment.index).split('\n').length
    const plain = text
      .split('\n')
      .map((line) => line.replace(/^\s*\/?\*+\/? ?/, ''))
      .join('\n')
    // A comment cannot hold the two characters that end it; `*\/` stands for them.
    for (const example of examplesInMarkdown(file, plain.replaceAll('*\\/', '*/'))) {
      const line = firstLine - 1 + Number(example.where.split(':').at(-1))
      examples.push({ ...example, where: `${file}:${line}` })
    }
  }
  return examples
}
