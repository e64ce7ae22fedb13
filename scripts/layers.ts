/** The rules of ARCHITECTURE.md ("Which way imports run") as pure functions over source text; `check-layers.ts` feeds them the repository. */
import { posix } from 'node:path'

/** Source files by their path from the top of the repository, with forward slashes. */
export type Sources = ReadonlyMap<string, string>

/** Which of our parts each part may import; a part is a folder below packages/ or apps/, or a top folder. */
const mayImport: Record<string, readonly string[]> = {
  zoom: [],
  'zoom-emulator': [],
  booking: [],
  cli: ['zoom', 'zoom-emulator', 'server'],
  server: ['booking', 'booking/contract', 'booking/languages', 'zoom', 'web'],
  web: ['booking/contract', 'booking/languages'],
  simulation: ['*'],
  e2e: ['*'],
  bench: ['*'],
  examples: ['zoom', 'zoom-emulator'],
  scripts: ['zoom-emulator'],
}

/** What tests of a part import beside: the desk is tried on a Zoom that runs. */
const testsMayImport: Record<string, readonly string[]> = {
  server: ['zoom-emulator'],
}

/** Inside a part: a folder and the folders of the same part it must not import. */
const insideRules: Record<string, Record<string, readonly string[]>> = {
  'zoom-emulator': {
    domain: ['routes', 'present', 'http', 'control', 'pages', 'webhooks'],
    storage: ['routes', 'present', 'http', 'control', 'pages', 'webhooks'],
    webhooks: ['routes', 'present', 'control', 'pages'],
    present: ['routes', 'control', 'pages'],
  },
  zoom: {
    http: ['resources', 'recurrence', 'invitation', 'calendar', 'webhooks'],
    auth: ['resources', 'recurrence', 'invitation', 'calendar', 'webhooks'],
    time: ['resources', 'auth', 'http'],
    journal: ['resources', 'auth', 'http', 'limits', 'recurrence', 'invitation', 'calendar', 'webhooks'],
  },
  booking: {
    domain: ['use-cases', 'storage', 'ports.ts', 'ports', 'contract'],
    'use-cases': ['storage', 'contract'],
    storage: ['use-cases', 'contract'],
    contract: ['use-cases', 'storage', 'ports.ts', 'ports'],
  },
}

/** An entry that has rules of its own stands before its package. */
const packageNames: Record<string, string> = {
  '@convene/zoom': 'zoom',
  '@convene/zoom-emulator': 'zoom-emulator',
  '@convene/booking/contract': 'booking/contract',
  '@convene/booking/languages': 'booking/languages',
  '@convene/booking': 'booking',
  '@convene/server': 'server',
  '@convene/web': 'web',
  'convene-cli': 'cli',
}

/** The part a file belongs to: `packages/zoom/src/client.ts` is in `zoom`, `e2e/pages.test.ts` in `e2e`. */
function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/')
  return top === 'packages' || top === 'apps' ? second : top
}

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file)
/** Tests hold what a part does against the data of data/zoom, which scripts/zoom-data reads. */
const isForTests = (file: string): boolean => isTest(file) || /^(packages|apps)\/[^/]+\/test\//.test(file)
const folderOf = (file: string): string => file.split('/src/')[1]?.split('/')[0] ?? ''

/** The module names a file imports, types and dynamic imports included; comments do not count. */
function importsOf(source: string): string[] {
  const code = source.replaceAll(/'(?:[^'\\\n]|\\.)*'|\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, (found) =>
    found.startsWith("'") ? found : '',
  )
  return [...code.matchAll(/\b(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map(([, specifier = '']) => specifier)
}

/** Where a relative import leads, as a path from the top. */
function targetOf(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier)
}

/** One sentence for each import that runs the wrong way. */
export function importComplaints(sources: Sources): string[] {
  const complaints: string[] = []
  for (const [file, source] of sources) {
    const part = partOf(file)
    const allowed = [...(mayImport[part] ?? []), ...(isForTests(file) ? (testsMayImport[part] ?? []) : [])]
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('.')) {
        const target = targetOf(file, specifier)
        const targetPart = partOf(target)
        const isDataForTest = targetPart === 'scripts' && isForTests(file)
        if (targetPart !== part && !allowed.includes('*') && !isDataForTest)
          complaints.push(`${file}: imports ${specifier}; ${part} reaches ${targetPart} only by its package name`)
        if (target.endsWith('/src/index.ts') && targetPart === part && !isTest(file))
          complaints.push(`${file}: imports its own package's index; import the file that holds the thing`)
        if (!isTest(file) && (insideRules[part]?.[folderOf(file)] ?? []).includes(folderOf(target)))
          complaints.push(`${file}: ${folderOf(file)}/ must not import ${folderOf(target)}/`)
        continue
      }
      const owner = Object.entries(packageNames).find(
        ([name]) => specifier === name || specifier.startsWith(`${name}/`),
      )
      if (owner && owner[1] !== part && !allowed.includes('*') && !allowed.includes(owner[1]))
        complaints.push(`${file}: ${part} must not import ${specifier} (ARCHITECTURE.md, "Which way imports run")`)
    }
  }
  return complaints
}

/**
 * The client runs wherever web standards do, so `node:` modules stay in files that only its entry `./node` reaches,
 * and it has no dependency at all.
 * @param entries the client's entry files, `./node` among them
 */
export function clientComplaints(sources: Sources, entries: readonly string[]): string[] {
  const complaints: string[] = []
  const portable = reachableFrom(
    sources,
    entries.filter((entry) => !entry.endsWith('/src/node.ts')),
  )
  for (const [file, source] of sources) {
    if (partOf(file) !== 'zoom' || isTest(file) || !file.startsWith('packages/')) continue
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('node:') && (portable.has(file) || !reachableFrom(sources, entries).has(file)))
        complaints.push(`${file}: imports ${specifier}; in the client only files that src/node.ts alone reaches may`)
      if (!/^(\.|node:|@convene\/zoom(\/|$))/.test(specifier))
        complaints.push(`${file}: imports ${specifier}; the client has no dependencies`)
    }
  }
  return complaints
}

function reachableFrom(sources: Sources, entries: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const source = sources.get(file)
    if (source === undefined || seen.has(file)) continue
    seen.add(file)
    const from = file
    waiting.push(...importsOf(source).flatMap((name) => (name.startsWith('.') ? [targetOf(from, name)] : [])))
  }
  return seen
}
