/** Runs shell examples in which `npx convene` is the command in the process of the test: twenty times as fast as one of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { conveneHere } from './convene-here.ts'

export interface ConveneForShells extends AsyncDisposable {
  /** To stand before a script: what `npx` means there. */
  readonly prelude: string
}

/** Serves the command to scripts, which leave arguments, environment and standard input of a call in a folder, and find the answer there. */
export async function serveConvene(): Promise<ConveneForShells> {
  const folder = mkdtempSync(join(tmpdir(), 'convene-shell-'))
  const clone = process.cwd()
  const server = createServer(async (request, response) => {
    const call = await text(request)
    const read = (name: string) => readFileSync(join(call, name), 'utf8')
    const list = (name: string) => read(name).split('\0').slice(0, -1)
    const env = Object.fromEntries(
      list('env').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    )
    const argv = list('argv').slice(1)
    const ran = await conveneHere({ argv, env, folder: env.PWD ?? folder, input: read('stdin') }).finally(() =>
      process.chdir(clone),
    )
    for (const [name, said] of Object.entries(ran)) writeFileSync(join(call, name), String(said))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    prelude: `npx() {
  call=$(mktemp -d "${folder}/XXXXXX")
  printf '%s\\0' "$@" > "$call/argv"
  env -0 > "$call/env"
  cat > "$call/stdin"
  curl --silent --fail --noproxy '*' --data "$call" http://127.0.0.1:${port}
  cat "$call/stderr" >&2
  cat "$call/stdout"
  return "$(cat "$call/code")"
}
`,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
