import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { descriptionRoutes } from '../routes/desk/description.ts'
import { routes } from '../routes.ts'
import { docsStyle, formatDocsPage } from './docs-page.ts'
import { describeApi, needsKey } from './openapi.ts'
import type { DeskRoute } from './route.ts'

const all: readonly DeskRoute[] = [...routes, ...descriptionRoutes(() => all)]
const document = describeApi(all, { name: 'Desk <of> tests', publicUrl: 'https://desk.example.org' }, '0.1.0')
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, path, operation })),
)
const plain = (name: string): string => name.replaceAll(/\{\w+\}/g, '{}')

/** What the comments of the contract promise: `POST /api/v1/bookings/{id}/approve, …/decline`. */
function promised(): string[] {
  const folder = new URL('../../../../packages/booking/src/contract/', import.meta.url)
  const text = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n')
  const methods = 'GET|POST|PUT|PATCH|DELETE'
  const found = text.matchAll(new RegExp(`((?:${methods})(?:, (?:${methods}))*) +(/[\\w./{}-]*[\\w}])`, 'g'))
  return [...found].flatMap(([, verbs = '', path = '']) => verbs.split(', ').map((verb) => plain(`${verb} ${path}`)))
}

test('each operation that the contract promises is there, and described', () => {
  const described = new Set(operations.map(({ name }) => plain(name)))
  const names = promised()
  assert.ok(names.length > 40, `${names.length} found`)
  assert.deepEqual(
    names.filter((name) => !described.has(name)),
    [],
  )
})

test('each route stands in the description once, with a name of its own', () => {
  const names = all.map(({ options }) => `${options.method.toUpperCase()} ${options.path}`)
  assert.deepEqual(operations.map(({ name }) => name).toSorted(), names.toSorted())
  const ids = operations.map(({ operation }) => operation.operationId)
  assert.equal(new Set(ids).size, ids.length)
})

test('each write of a member needs an Idempotency-Key, but for what writes nothing, a form, and the end of a session', () => {
  const without = all
    .filter((route) => route.options.method !== 'get' && !needsKey(route))
    .map(({ options }) => options.path)
  assert.deepEqual(
    without.filter(
      (path) => !/^\/api\/v1\/sign-|\/preview$|\/start$|^\/zoom\/webhooks$|\/connection\/test$|\/check$/.test(path),
    ),
    [],
  )
})

test('every reference of the description leads somewhere', () => {
  const names = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name = '']) => name)
  for (const name of names) assert.ok(document.components?.schemas?.[name], name)
})

test('its page names every operation and problem, and loads nothing from elsewhere', () => {
  const page = formatDocsPage(document)
  for (const { path } of operations) assert.ok(page.includes(`<code>${path}</code>`), path)
  assert.ok(page.includes('id="problem-no_free_host"'))
  assert.ok(page.includes('Desk &lt;of&gt; tests'))
  assert.deepEqual(page.match(/<script|<style|style=|https?:\/\//g), null)
  assert.deepEqual(docsStyle.match(/url\(|@import/g), null)
})
