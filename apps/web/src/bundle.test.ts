import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { bundlePage, type PageFile } from './bundle.ts'

suite('the bundle of the page', () => {
  let files: readonly PageFile[] = []
  before(async () => {
    files = await bundlePage()
  })
  const find = (pattern: RegExp): PageFile => {
    const file = files.find(({ path }) => pattern.test(path))
    assert.ok(file, `no file is named ${pattern}`)
    return file
  }

  test('holds nothing inline, so that a strict policy for scripts and styles fits', () => {
    const html = Buffer.from(find(/^\/index\.html$/).body).toString()
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/)
    for (const [, address = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g))
      assert.ok(
        files.some(({ path }) => path === address),
        `${address} is in the bundle`,
      )
  })

  test('names each file but the page itself after what is in it, and says so', () => {
    for (const { path, isImmutable } of files)
      if (path === '/index.html') assert.equal(isImmutable, false)
      else assert.match(`${path} ${isImmutable}`, /^\/assets\/[\w.-]+-[A-Z0-9]{8}\.(?:js|css|svg) true$/)
  })

  test('says the type of each file', () => {
    assert.equal(find(/main-.*\.js$/).type, 'text/javascript; charset=utf-8')
    assert.equal(find(/\.css$/).type, 'text/css; charset=utf-8')
    assert.equal(find(/\.svg$/).type, 'image/svg+xml')
  })

  test('loads under 60 kB of JavaScript in under twenty files, compressed, before one can sign in and book', () => {
    const scripts = files.filter(({ path, load }) => load === 'first' && path.endsWith('.js'))
    const sizes = scripts.map(({ path, body }) => [path, gzipSync(body, { level: 9 }).length] as const)
    const bytes = sizes.reduce((sum, [, size]) => sum + size, 0)
    assert.ok(scripts.length > 1 && scripts.length < 20, `${scripts.length} files`)
    assert.ok(bytes < 60_000, `${bytes} bytes: ${sizes.map((size) => size.join(' ')).join(', ')}`)
  })
})
