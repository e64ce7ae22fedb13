import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createProgress } from './progress.ts'

function fakeStream(isTTY: boolean) {
  const written: string[] = []
  let at = 0
  const stderr = { isTTY, columns: 60, write: (text: string) => void written.push(text) }
  const progress = createProgress({ stderr, now: () => at, env: {} })
  const pass = (ms: number) => {
    at += ms
  }
  return { progress, read: () => written.join(''), pass }
}

test('a terminal has one line, a bar that moves', () => {
  const { progress, read, pass } = fakeStream(true)
  progress.show({ total: 4, made: 1, failed: 0 })
  progress.show({ total: 4, made: 2, failed: 0 })
  pass(100)
  progress.show({ total: 4, made: 2, failed: 1, waiting: '1 waits' })
  progress.line('above')
  progress.end()
  assert.deepEqual(read().split('\r\u001b[2K'), [
    '',
    `[######${'-'.repeat(18)}] 1 of 4 made`,
    `[${'#'.repeat(18)}------] 2 of 4 made, 1 not, 1 waits`,
    `above\n[${'#'.repeat(18)}------] 2 of 4 made, 1 not, 1 waits`,
    '',
  ])
  assert.doesNotMatch(read().replaceAll('above\n', ''), /\n/)
})

test('a narrow terminal gets a line that fits', () => {
  const { progress, read } = fakeStream(true)
  progress.show({ total: 500, made: 250, failed: 0, waiting: 'the others wait until 00:00 UTC on Tuesday' })
  assert.equal(read().replace('\r\u001b[2K', '').length, 59)
})

test('a file gets a line now and then, and one when it stands', () => {
  const { progress, read, pass } = fakeStream(false)
  for (let made = 1; made <= 4; made++) {
    progress.show({ total: 6, made, failed: 0 })
    if (made === 2) pass(10_000)
  }
  progress.show({ total: 6, made: 4, failed: 1, waiting: '1 waits' })
  progress.show({ total: 6, made: 4, failed: 1, waiting: '1 waits' })
  progress.end()
  assert.equal(read(), '3 of 6 made\n4 of 6 made, 1 not, 1 waits\n')
})
