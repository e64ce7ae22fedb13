import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkOrigin } from './check-origin.ts'
import { HttpProblem } from './http-problem.ts'

const desk = 'https://desk.example.org'

const cases: readonly [headers: Record<string, string>, byCookie: boolean, open: boolean][] = [
  [{ origin: desk }, true, true],
  [{ 'sec-fetch-site': 'same-origin', origin: 'null' }, true, true],
  [{}, false, true],
  [{}, true, false],
  [{ origin: 'null' }, true, false],
  [{ origin: 'https://evil.example' }, true, false],
  [{ origin: 'https://evil.example' }, false, false],
  [{ origin: 'https://desk.example.org.evil.example' }, true, false],
  [{ origin: 'http://desk.example.org' }, true, false],
  [{ 'sec-fetch-site': 'same-site', origin: desk }, true, false],
  [{ 'sec-fetch-site': 'cross-site', origin: desk }, true, false],
  [{ 'sec-fetch-site': 'none' }, true, false],
]
for (const [headers, isCookieUsed, passes] of cases)
  test(`a write with ${JSON.stringify(headers)} ${isCookieUsed ? 'and a cookie ' : ''}${passes ? 'passes' : 'is refused'}`, () => {
    const check = () => checkOrigin(new Request(desk, { headers }), desk, { isCookieUsed })
    if (passes) check()
    else assert.throws(check, (error) => error instanceof HttpProblem && error.code === 'foreign_origin')
  })
