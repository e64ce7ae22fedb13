import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { WebhookError, webhookErrorCodes } from './errors.ts'

test('an error of another copy of the class is recognised, and none of another class', async () => {
  const copy: typeof import('./errors.ts') = await import(`./errors.ts?${'copy'}`)
  assert.notEqual(copy.WebhookError, WebhookError)
  assert.ok(new copy.WebhookError('body_malformed', 'x', 'y') instanceof WebhookError)
  for (const other of [new Error('x'), null, 'WebhookError']) assert.ok(!((other as unknown) instanceof WebhookError))
})

test('docs/errors.md explains every refusal, under the anchor it points to, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8')
  const anchors = [...page.matchAll(/^### (\w+)$/gm)].map(([, anchor]) => anchor)
  assert.deepEqual(anchors, [...webhookErrorCodes])
  for (const code of webhookErrorCodes) {
    const error = new WebhookError(code, 'What happened.', 'What to do.')
    assert.deepEqual([error.docsAnchor, error.message], [`docs/errors.md#${code}`, 'What happened. What to do.'])
    const section = page.split(`\n### ${code}\n`)[1]?.split('\n### ')[0] ?? ''
    assert.match(section, new RegExp(`\\b${error.status}\\b`), 'the page says what is answered')
  }
})
