import assert from 'node:assert/strict'
import { test } from 'node:test'
import { examplesInMarkdown, examplesInSource } from './doc-examples.ts'

test('blocks are found with the line they stand on', () => {
  const markdown = ['# A', '', '```ts', "import 'x'", 'a()', '```', '', '  ```sh', '  npx convene', '  ```'].join('\n')
  assert.deepEqual(examplesInMarkdown('A.md', markdown), [
    { where: 'A.md:4', language: 'ts', code: "import 'x'\na()" },
    { where: 'A.md:9', language: 'sh', code: 'npx convene' },
  ])
})

test('fragments and blocks that say why they are not run are left out', () => {
  const markdown = '```ts\nfragment()\n```\n\n<!-- not run: asks a person -->\n\n```sh\nnpx convene auth login\n```\n'
  assert.deepEqual(examplesInMarkdown('A.md', markdown), [])
})

test('an @example of a comment is found, and other comments are not', () => {
  const source = [
    'const x = 1',
    '/**',
    ' * Does it.',
    ' * @example',
    ' * ```ts',
    " * import { x } from '@convene/zoom'",
    ' *',
    ' * x()',
    ' * ```',
    ' */',
    '/** ```ts no``` */',
  ].join('\n')
  assert.deepEqual(examplesInSource('a.ts', source), [
    { where: 'a.ts:6', language: 'ts', code: "import { x } from '@convene/zoom'\n\nx()" },
  ])
})
