import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { failuresIn, lastLine, testReportFrom } from './test-report.ts'

/** What the real runner prints for these tests. */
function outputOf(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'convene-report-'))
  const file = join(folder, 'planted.test.mjs')
  writeFileSync(file, `import { test } from 'node:test'\n${source}`)
  // The runner refuses to run inside a test unless it does not know that it does.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=spec', file], {
    encoding: 'utf8',
    env: { ...env, NO_COLOR: '1' },
  })
  rmSync(folder, { recursive: true })
  return stdout
}

test('the last line counts what ran and names what did not, with its reason, once a reason', () => {
  const output = outputOf(`
    test('one', () => {})
    test('pages', { skip: 'no browser found: install Chromium' }, () => {})
    test('consent', { skip: 'no browser found: install Chromium' }, () => {})`)
  assert.equal(
    lastLine([testReportFrom(output)]),
    '1 passed, 0 failed, 2 skipped; not run: pages, consent (no browser found: install Chromium)',
  )
})

test('a failing test is counted, and only the failures are shown', () => {
  const output = outputOf(`
    test('good', () => {})
    test('bad', () => { throw new Error('planted') })`)
  assert.equal(lastLine([testReportFrom(output)]), '1 passed, 1 failed, 0 skipped')
  assert.match(failuresIn(output), /planted/)
  assert.doesNotMatch(failuresIn(output), /good/)
})
