import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClientAddressOf } from './client-address.ts'

const behind = createClientAddressOf(['10.0.0.0/8', '127.0.0.1', 'fd00::/8'])
const alone = createClientAddressOf([])

const cases: readonly [
  remote: string | undefined,
  forwarded: string | undefined,
  address: string,
  of?: typeof alone,
][] = [
  ['203.0.113.7', undefined, '203.0.113.7'],
  ['10.0.0.5', '198.51.100.2', '198.51.100.2'],
  ['10.0.0.5', '198.51.100.2, 10.1.1.1', '198.51.100.2'],
  ['10.0.0.5', '6.6.6.6, 198.51.100.2', '198.51.100.2'],
  ['::ffff:10.0.0.5', '198.51.100.2', '198.51.100.2'],
  ['fd00::1', '2001:db8::9', '2001:db8::9'],
  ['10.0.0.5', '198.51.100.2:51234', '198.51.100.2'],
  ['10.0.0.5', '6.6.6.6, [2001:db8::9]:51234, 10.1.1.1:443', '2001:db8::9'],
  ['10.0.0.5', '[198.51.100.2', '10.0.0.5'],
  ['10.0.0.5', 'nonsense', '10.0.0.5'],
  ['10.0.0.5', '198.51.100.2, nonsense', '10.0.0.5'],
  ['203.0.113.7', '198.51.100.2', '203.0.113.7'],
  ['127.0.0.1', '198.51.100.2', '127.0.0.1', alone],
  [undefined, undefined, 'unknown'],
]
for (const [remote, forwarded, address, of = behind] of cases)
  test(`${remote} that forwards for ${forwarded} is ${address}${of === alone ? ' where no proxy is trusted' : ''}`, () =>
    assert.equal(of(remote, forwarded), address))
