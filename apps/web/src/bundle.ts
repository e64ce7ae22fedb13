/** Makes the page: one file for each scene and each language, with hashed names. A fraction of a second, in memory. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile, type OutputFile } from 'esbuild'
import { formatIndexPage } from './index-page.ts'

export interface BundleOptions {
  /** For whoever looks for a mistake in the browser; off by default. */
  readonly sourceMaps?: boolean
}

/** One file of the page, ready to be sent. */
export interface PageFile {
  /** `/assets/main-3F2K.js`; `/index.html` is the answer to each path of the page. */
  readonly path: string
  readonly type: string
  /** Whether its name holds its hash, so that a browser may keep it for ever. */
  readonly isImmutable: boolean
  readonly body: Uint8Array
  /** `first`: loaded before one can sign in and book, in English. */
  readonly load: 'first' | 'later'
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
/** What sign-in and Book need beside the entry itself, in English: the words of the page, and those of the booking rules. */
const isFirstWords = (entry: string): boolean =>
  entry === 'src/languages/en.ts' || /booking\/src\/languages\/en\.ts$/.test(entry)

/** Bundles the page with everything that it loads. */
export async function bundlePage({ sourceMaps = false }: BundleOptions = {}): Promise<PageFile[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: { main: here('main.tsx') },
    outdir: here('../out'),
    absWorkingDir: here('..'),
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    minify: true,
    sourcemap: sourceMaps ? 'linked' : false,
    format: 'esm',
    target: ['chrome140', 'edge140', 'firefox140', 'safari18'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    legalComments: 'none',
    logLevel: 'silent',
  })
  const first = firstLoadOf(metafile)
  const icon = await readFile(here('icon.svg'))
  const iconPath = `/assets/icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8).toUpperCase()}.svg`
  const pathOf = ({ path }: OutputFile): string => `/assets/${basename(path)}`
  const scripts = outputFiles.filter(({ path }) => path.endsWith('.js')).map(pathOf)
  const main = scripts.find((path) => path.startsWith('/assets/main-')) ?? ''
  const index = formatIndexPage({
    script: main,
    style: outputFiles.filter(({ path }) => path.endsWith('.css')).map(pathOf)[0] ?? '',
    icon: iconPath,
    preload: scripts.filter((path) => path !== main && first.entry.has(basename(path))),
  })
  return [
    ...outputFiles.map((file) => pageFile(pathOf(file), file.contents, first.all.has(basename(file.path)))),
    pageFile(iconPath, icon, true),
    pageFile('/index.html', Buffer.from(index), true),
  ]
}

function pageFile(path: string, body: Uint8Array, isFirst: boolean): PageFile {
  return {
    path,
    type: types[extname(path)] ?? 'application/octet-stream',
    isImmutable: path.startsWith('/assets/'),
    body,
    load: isFirst ? 'first' : 'later',
  }
}

/** Names of the files that are loaded with the entry, and of those that sign-in and Book load after it. */
function firstLoadOf({ outputs }: Metafile): {
  readonly entry: ReadonlySet<string>
  readonly all: ReadonlySet<string>
} {
  const withStaticImports = (start: readonly string[]): Set<string> => {
    const found = new Set<string>()
    const waiting = [...start]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (found.has(name)) continue
      found.add(name)
      const { imports = [], cssBundle } = outputs[name] ?? {}
      waiting.push(...imports.flatMap(({ path, kind }) => (kind === 'import-statement' ? [path] : [])))
      if (cssBundle !== undefined) waiting.push(cssBundle)
    }
    return found
  }
  const madeOf = (isMeant: (entry: string) => boolean): string[] =>
    Object.entries(outputs).flatMap(([name, { entryPoint }]) =>
      entryPoint !== undefined && isMeant(entryPoint) ? [name] : [],
    )
  const main = madeOf((entry) => entry === 'src/main.tsx')
  const words = madeOf(isFirstWords)
  const names = (outputNames: ReadonlySet<string>): Set<string> =>
    new Set([...outputNames].map((name) => basename(name)))
  return { entry: names(withStaticImports(main)), all: names(withStaticImports([...main, ...words])) }
}
