import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { type RunningEmulator, startEmulator } from '@convene/zoom-emulator'
import { type DocExample, examplesInMarkdown, examplesInSource } from '../scripts/doc-examples.ts'
import { type ConveneForShells, serveConvene } from './parts/shell.ts'

const read = (patterns: string[], find: (file: string, text: string) => DocExample[]): DocExample[] =>
  globSync(patterns, { exclude: ['**/*.test.ts'] })
    .sort()
    .flatMap((file) => find(file.replaceAll('\\', '/'), readFileSync(file, 'utf8')))

const examples = [
  ...read(['*.md', 'docs/guides/*.md', 'packages/*/README.md', 'examples/*.md'], examplesInMarkdown),
  ...read(['packages/*/src/**/*.ts'], examplesInSource),
]
const modules = examples.filter(({ language }) => language === 'ts')
/** Shell examples that use the command or curl; `npm ci` and the like set up this very clone. */
const shells = examples.filter(({ language, code }) => language === 'sh' && /\b(npx convene|curl) /.test(code))
const pythons = examples.filter(({ language }) => language === 'python')

/** Inside the repository, so that `@convene/zoom` is found; ignored by git. */
const folder = resolve('.convene/doc-examples')
const fileOf = (example: DocExample): string => join(folder, `${example.where.replaceAll(/[/:]/g, '-')}.ts`)

/** The Zoom of the examples that take theirs from the environment. */
let zoom: RunningEmulator
let convene: ConveneForShells
before(async () => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const example of modules) writeFileSync(fileOf(example), `${example.code}\nexport {}\n`)
  zoom = await startEmulator()
  convene = await serveConvene()
  Object.assign(process.env, zoom.env)
})
after(async () => {
  await convene[Symbol.asyncDispose]()
  await zoom.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every TypeScript example of the documentation compiles', () => {
  const config = join(folder, 'tsconfig.json')
  const compilerOptions = { noUnusedLocals: false, isolatedDeclarations: false, declaration: false }
  writeFileSync(config, JSON.stringify({ extends: resolve('tsconfig.json'), compilerOptions, include: ['*.ts'] }))
  const { status, stdout } = spawnSync('tsc', ['-p', config], { encoding: 'utf8', shell: process.platform === 'win32' })
  assert.equal(status, 0, stdout)
})

for (const example of modules)
  test(`the example at ${example.where} runs`, { timeout: 20_000 }, async () => {
    await import(pathToFileURL(fileOf(example)).href)
  })

const programs = resolve('node_modules/.bin')
/** Runs a program with the emulator's environment and the text on its standard input. */
async function pipe(program: string, args: readonly string[], text = ''): Promise<void> {
  // A folder of its own, with a `.convene` in it, keeps `--local` away from the data of an `npm start` in this clone.
  const cwd = mkdtempSync(join(tmpdir(), 'convene-example-'))
  mkdirSync(join(cwd, '.convene'))
  const path = `${programs}:${process.env.PATH}`
  const child = spawn(program, args, { cwd, env: { ...process.env, ...zoom.env, PATH: path } })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
    })
  child.stdin.end(text)
  const status = await new Promise((done, failed) => child.once('close', done).once('error', failed))
  rmSync(cwd, { recursive: true })
  assert.equal(status, 0, output)
}

const noShell = process.platform === 'win32' ? 'the examples are for a POSIX shell' : false
for (const example of shells)
  test(`the commands at ${example.where} succeed`, { skip: noShell, timeout: 30_000 }, async () => {
    await pipe('sh', ['-ec', convene.prelude + example.code])
  })

const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'python3 is not on the path: install it'
for (const example of pythons)
  test(`the Python program at ${example.where} runs`, { skip: noPython, timeout: 20_000 }, () =>
    pipe('python3', ['-'], example.code),
  )
