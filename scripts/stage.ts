/**
 * Turns a workspace into what npm users get: JavaScript and declarations in place of TypeScript (a package whose `exports`
 * point to `.ts` cannot be installed), rewritten `exports`, the licence, the README. The JavaScript of an entry is
 * one file, of small ones with what they share beside it, since a hundred small files take Node five times as long to import
 * (docs/decisions/0008).
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, resolve } from 'node:path'
import { buildSync } from 'esbuild'

/** The workspaces that are published. */
export const published: readonly string[] = ['zoom', 'zoom-emulator']

interface Manifest {
  readonly name: string
  readonly version: string
  readonly exports: Readonly<Record<string, string>>
  /** Installed beside the package. */
  readonly dependencies?: Readonly<Record<string, string>>
  /** Become part of the bundle, since a package that is found and read for itself costs every start. */
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly [field: string]: unknown
}

/** The manifest that goes into the package: `exports` by condition, and nothing that concerns only the workspace. */
function publishedManifest(source: Manifest): Record<string, unknown> {
  const { private: _private, scripts: _scripts, devDependencies: _dev, exports, ...kept } = source
  const built = Object.entries(exports).map(([entry, path]) => {
    const stem = path.replace(/^\.\/src\//, './dist/').replace(/\.ts$/, '')
    return [entry, { types: `${stem}.d.ts`, default: `${stem}.js` }]
  })
  return { ...kept, exports: Object.fromEntries(built), files: ['dist'] }
}

/**
 * Entries that share code in files beside them. The main entry, the core and each part of the API have all in one file of their own:
 * every file more costs a program more than to read some code twice.
 */
function entryGroups(entries: readonly string[]): readonly (readonly string[])[] {
  const isAlone = (path: string): boolean => /^\.\/src\/(index|core|areas\/.*)\.ts$/.test(path)
  return [...entries.filter(isAlone).map((path) => [path]), entries.filter((path) => !isAlone(path))]
}

/**
 * Builds one workspace of `packages/` into `into/<name>` and returns that folder.
 * @throws Error with the compiler's own words when it does not compile
 */
export function stagePackage(name: string, into: string): string {
  const source = resolve('packages', name)
  const target = resolve(into, name)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })

  const config = join(target, 'tsconfig.json')
  writeFileSync(
    config,
    JSON.stringify({
      extends: resolve('tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        emitDeclarationOnly: true,
        rewriteRelativeImportExtensions: true,
        rootDir: join(source, 'src'),
        outDir: join(target, 'dist'),
      },
      include: [join(source, 'src')],
      exclude: [join(source, 'src/**/*.test.ts'), join(source, 'src/**/testing/**')],
    }),
  )
  const { status, stdout, stderr } = spawnSync('tsc', ['-p', config], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error(`packages/${name} does not compile for packing:\n${stdout}${stderr}`)
  rmSync(config)

  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Manifest
  for (const entries of entryGroups(Object.values(manifest.exports)))
    buildSync({
      entryPoints: entries.map((path) => join(source, path)),
      outbase: join(source, 'src'),
      outdir: join(target, 'dist'),
      bundle: true,
      splitting: true,
      external: [...Object.keys(manifest.dependencies ?? {}), 'node:*', ...builtinModules],
      format: 'esm',
      platform: 'neutral',
      target: 'node22',
      logLevel: 'error',
    })
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(publishedManifest(manifest), null, 2)}\n`)
  writeFileSync(join(target, 'LICENSE'), licences(Object.keys(manifest.devDependencies ?? {})))
  cpSync(join(source, 'README.md'), join(target, 'README.md'))
  return target
}

/** Our licence, and those of what became part of the bundle, as they ask. */
function licences(bundled: readonly string[]): string {
  const theirs = bundled.map((name) => {
    const text = readFileSync(join('node_modules', name, 'LICENSE'), 'utf8')
    return `\n---\n\nThis package contains ${name}:\n\n${text}`
  })
  return [readFileSync('LICENSE', 'utf8'), ...theirs].join('')
}
