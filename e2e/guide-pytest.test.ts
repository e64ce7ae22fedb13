/** The two files of docs/guides/testing-with-pytest.md, run by pytest as they stand there. */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { startEmulator } from '@convene/zoom-emulator'

const hasPytest = spawnSync('python3', ['-c', 'import pytest']).status === 0
const skip = hasPytest ? false : 'python3 with pytest is not here'

test('the pytest guide works as it is written: accounts of their own, faults, the clock, verify', {
  skip,
}, async () => {
  await using emulator = await startEmulator()
  const folder = mkdtempSync(join(tmpdir(), 'convene-pytest-'))
  try {
    const guide = readFileSync('docs/guides/testing-with-pytest.md', 'utf8')
    for (const [, code = ''] of guide.matchAll(/```python\n(.*?)```/gs))
      writeFileSync(join(folder, /^# (\S+\.py)\n/.exec(code)?.[1] ?? assert.fail('a file has no name')), code)
    const child = spawn('python3', ['-m', 'pytest', '-q', '-p', 'no:cacheprovider'], {
      cwd: folder,
      env: { ...process.env, ZOOM_API_URL: emulator.env.ZOOM_API_URL },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    const status = await new Promise((resolve) => child.once('close', resolve))
    assert.equal(status, 0, output)
    assert.match(output, /2 passed/)
    assert.equal(emulator.control.accounts.list().length, 0)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
