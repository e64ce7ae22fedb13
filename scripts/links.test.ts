import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchorsOf, linkComplaints, linksOf } from './links.ts'

test('headings become the anchors that GitHub gives them', () => {
  const markdown = '# One two\n## 3.4 Rate `limits`, again\n## One two\n```sh\n# no heading\n```\n### `zoom_refused`\n'
  assert.deepEqual([...anchorsOf(markdown)], ['one-two', '34-rate-limits-again', 'one-two-1', 'zoom_refused'])
})

test('links to the web and links inside code are left alone', () => {
  const markdown = '[a](x.md) [b](https://zoom.us) `[c](y.md)`\n\n```md\n[d](z.md)\n```\n\n[e]: ../f.md\n'
  assert.deepEqual(linksOf(markdown), ['x.md', '../f.md'])
})

test('a link to a missing file and a link to a missing heading are refused', () => {
  const texts = new Map([
    ['docs/a.md', '# Here\n[b](b.md#there) [self](#here) [code](../scripts/check.ts) [folder](../e2e)'],
    ['docs/b.md', '# There'],
  ])
  const exists = (path: string) => ['scripts/check.ts', 'e2e'].includes(path)
  assert.deepEqual(linkComplaints(texts, exists), [])
  texts.set('docs/b.md', '# Elsewhere\n[gone](gone.md)')
  assert.deepEqual(linkComplaints(texts, exists), [
    'docs/a.md: links to b.md#there, and docs/b.md has no heading for #there',
    'docs/b.md: links to gone.md, and docs/gone.md is not there',
  ])
})
