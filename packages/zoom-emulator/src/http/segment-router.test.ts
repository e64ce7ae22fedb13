import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { operations } from '../generated/operations.ts'
import { createRoutePaths, createSegmentRouter } from './segment-router.ts'

/** Every operation's route, each with its name as handler. */
const routes = operations.map(({ name }) => {
  const [method = '', path = ''] = name.split(' ')
  return { name, method, path: path.replaceAll(/\{(\w+)\}/g, ':$1') }
})
const router = createSegmentRouter<string>()
for (const { name, method, path } of routes) router.add(method, path, name)

test('of all the routes that a plain reading of the paths finds, the first one answers', () => {
  const words = [...new Set(routes.flatMap(({ path }) => path.split('/').filter((part) => !part.startsWith(':'))))]
  const segment = fc.oneof(fc.constantFrom(...words), fc.constantFrom('me', '123', '', 'a%2Fb', ':userId'))
  const known = fc.constantFrom(...routes).chain(({ path }) => {
    const parts = path.split('/').map((part) => (part.startsWith(':') ? segment : fc.constant(part)))
    return fc.tuple(...parts)
  })
  const path = fc.oneof(
    known,
    fc.array(segment, { maxLength: 6 }).map((parts) => ['', ...parts]),
  )
  fc.assert(
    fc.property(fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'), path, (method, segments) => {
      const asked = segments.join('/')
      const plain = routes.find((route) => {
        const pattern = new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`)
        return route.method === method && pattern.test(asked)
      })
      const [handlers] = router.match(method, asked)
      assert.deepEqual(
        handlers.map(([name]) => name),
        plain ? [plain.name] : [],
      )
    }),
    { numRuns: 3000 },
  )
})

test('a route gets its parameters by name, as they stand in the path', () => {
  const [[found]] = router.match('GET', '/meetings/123/registrants/a%2Fb')
  assert.deepEqual(found, [
    'GET /meetings/{meetingId}/registrants/{registrantId}',
    { meetingId: '123', registrantId: 'a%2Fb' },
  ])
})

test('a path that it would read wrongly is refused when it is registered', () => {
  for (const path of ['/a/:id{x|y}', '/a/:id?', '/a/*/b'])
    assert.throws(() => createSegmentRouter<string>().add('GET', path, 'x'), /whole segments/)
})

test('a route for all that is below a path comes before and after others as it was registered', () => {
  const mixed = createSegmentRouter<string>()
  mixed.add('GET', '/control/early', 'early')
  mixed.add('ALL', '/control/*', 'guard')
  mixed.add('POST', '/control/:what', 'late')
  const handlersOf = (method: string, path: string) => mixed.match(method, path)[0].map(([handler]) => handler)
  assert.deepEqual(handlersOf('GET', '/control/early'), ['early', 'guard'])
  assert.deepEqual(handlersOf('POST', '/control/x'), ['guard', 'late'])
  assert.deepEqual(handlersOf('GET', '/control'), ['guard'])
  assert.deepEqual(handlersOf('GET', '/controls'), [])
})

test('routers with the same routes share their paths, and each answers with its own handlers', () => {
  const paths = createRoutePaths()
  const [first, second] = [createSegmentRouter<string>(paths), createSegmentRouter<string>(paths)]
  first.add('GET', '/a/:id', 'first')
  first.add('ALL', '/a/*', 'guard')
  second.add('GET', '/a/:id', 'second')
  assert.deepEqual(first.match('GET', '/a/1')[0], [
    ['first', { id: '1' }],
    ['guard', {}],
  ])
  assert.deepEqual(second.match('GET', '/a/1')[0], [['second', { id: '1' }]])
  assert.throws(() => second.add('GET', '/b', 'other'), /has ALL \/a\/\* here/)
})
