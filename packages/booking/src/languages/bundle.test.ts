import assert from 'node:assert/strict'
import { it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

it('a page loads the words of one language, and next to nothing besides', async () => {
  for (const file of ['en', 'zh-tw', 'zh-cn', 'ja', 'tr']) {
    const { outputFiles, metafile } = await build({
      entryPoints: [fileURLToPath(new URL(`${file}.ts`, import.meta.url))],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
      logLevel: 'silent',
    })
    const inputs = Object.keys(metafile.inputs).map((path) => path.split('/').at(-1))
    assert.deepEqual(inputs.sort(), [`${file}.ts`, 'words.ts'].sort())
    const bytes = gzipSync(outputFiles[0]?.contents ?? '').length
    assert.ok(bytes < 6000, `${file}: ${bytes} bytes of gzip`)
  }
})
