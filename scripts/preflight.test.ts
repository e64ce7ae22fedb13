import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestOptions, test } from 'node:test'

/** What the preflight says on a machine whose `node` is this shell script; `undefined`: there is no `node` at all. */
function preflightWith(node: string | undefined): { status: number | null; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'convene-preflight-'))
  if (node !== undefined) writeFileSync(join(folder, 'node'), `#!/bin/sh\n${node}\n`, { mode: 0o755 })
  const { status, stderr } = spawnSync(process.execPath, ['scripts/preflight.cjs'], {
    encoding: 'utf8',
    env: { PATH: folder },
  })
  rmSync(folder, { recursive: true })
  return { status, stderr }
}

const shell: TestOptions = process.platform === 'win32' ? { skip: 'the planted programs are shell scripts' } : {}

test('a Node that is new enough passes without a word', shell, () => {
  assert.deepEqual(preflightWith('echo v26.10.0'), { status: 0, stderr: '' })
})

const sentences: readonly [title: string, node: string | undefined, sentence: RegExp][] = [
  [
    'an old Node is named, with the command that brings the right one',
    'echo v20.11.1',
    /found v20\.11\.1: run `npm ci`/,
  ],
  ['a machine without Node is told the same', undefined, /found none: run `npm ci`/],
  [
    'a Linux without libatomic is told the package to install',
    'echo "node: error while loading shared libraries: libatomic.so.1: cannot open" >&2; exit 127',
    /apt-get install libatomic1/,
  ],
  [
    'a Node that does not start for another reason is quoted',
    'echo "GLIBC_2.28 not found" >&2; exit 1',
    /does not start here \(GLIBC_2\.28 not found\)/,
  ],
]
for (const [title, node, sentence] of sentences)
  test(title, shell, () => {
    const { status, stderr } = preflightWith(node)
    assert.equal(status, 1)
    assert.match(stderr, sentence)
    assert.equal(stderr.trim().split('\n').length, 1, 'one sentence, no stack')
  })
