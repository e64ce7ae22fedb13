/** Clock, timers, chance, network, environment and console are handed in (ARCHITECTURE.md); this finds who names them all the same. */
import type { Sources } from './layers.ts'

const ambient: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Date.now', pattern: /\bDate\.now\b/ },
  { name: 'new Date()', pattern: /\bnew Date\(\s*\)/ },
  { name: 'Temporal.Now', pattern: /\bTemporal\.Now\b/ },
  { name: 'performance.now', pattern: /\bperformance\.now\b/ },
  {
    name: 'timers',
    pattern: /(?:(?<![.\w])|\bglobalThis\.)set(?:Timeout|Interval|Immediate)\b|\bAbortSignal\.timeout\b/,
  },
  {
    name: 'chance',
    pattern:
      /\bMath\.random\b|\bcrypto\.(?:random\w+|getRandomValues)\b|\bimport\s*\{[^}]*\b(?:randomUUID|randomBytes|randomInt|getRandomValues)\b/,
  },
  // A method that is declared or defined under this name has typed parameters or an opening brace after it.
  { name: 'fetch', pattern: /(?:(?<![.\w#])|\bglobalThis\.)fetch\((?!\w+\??:)(?![^()]*\)[^()]*\{\s*$)/m },
  { name: 'process.env', pattern: /\bprocess\.env\b/ },
  { name: 'console', pattern: /(?<![.\w])console\./ },
]

/** Files that may name ambient things: entry files, composition roots, and the files that define a default. */
export type AmbientAllowance = Readonly<Record<string, { readonly names: readonly string[]; readonly why: string }>>

/** The text without comments and quoted strings, in which names mean nothing. Template literals stay: they hold code. */
function codeOf(source: string): string {
  return source.replaceAll(/'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, "''")
}

/** The ambient things a file names. */
export function ambientIn(source: string): string[] {
  const code = codeOf(source)
  return ambient.filter(({ pattern }) => pattern.test(code)).map(({ name }) => name)
}

/** One sentence for each ambient thing outside the list, and for each line of the list that nothing needs any more. */
export function ambientComplaints(sources: Sources, allowance: AmbientAllowance): string[] {
  const complaints: string[] = []
  for (const [file, source] of sources) {
    if (!/^(packages|apps)\//.test(file) || /\.test\.tsx?$/.test(file)) continue
    const allowed = allowance[file]?.names ?? []
    const found = ambientIn(source)
    for (const name of found)
      if (!allowed.includes(name))
        complaints.push(
          `${file}: names ${name}; take it as a parameter, or add the file with a reason to scripts/check-layers.ts`,
        )
    for (const name of allowed)
      if (!found.includes(name))
        complaints.push(`${file}: scripts/check-layers.ts allows ${name} here, and nothing uses it`)
  }
  for (const file of Object.keys(allowance))
    if (!sources.has(file))
      complaints.push(`${file}: scripts/check-layers.ts allows ambient things here, and there is no such file`)
  return complaints
}
