import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClientAddressOf, networkOf } from './client-address.ts'

for (const [address, network] of [
  ['192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['unknown', 'unknown'],
] as const)
  test(`tries from ${address} count for ${network}`, () => {
    assert.equal(networkOf(address), network)
  })

const trusted = ['10.0.0.0/8', '::1']
for (const [title, proxies, remote, forwarded, client] of [
  ['without proxies nobody else is believed', [], '203.0.113.9', '192.0.2.1', '203.0.113.9'],
  ['a proxy is believed', trusted, '10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['so is one that speaks IPv6, or IPv4 in its clothes', trusted, '::ffff:10.0.0.1', '2001:db8::1', '2001:db8::1'],
  ['what the client has written itself is not', trusted, '10.0.0.1', '127.0.0.1, 192.0.2.1', '192.0.2.1'],
  ['nor behind two proxies', trusted, '10.0.0.1', '127.0.0.1, 192.0.2.1, 10.0.0.2', '192.0.2.1'],
  ['nor of somebody who is no proxy', trusted, '192.0.2.7', '10.0.0.3', '192.0.2.7'],
  ['what is no address is passed over', trusted, '10.0.0.1', '<script>', '10.0.0.1'],
  ['a proxy that says nothing counts itself', trusted, '10.0.0.1', undefined, '10.0.0.1'],
  ['a connection that is gone has none', trusted, undefined, '192.0.2.1', 'unknown'],
] as const)
  test(`the address of a client: ${title}`, () => {
    assert.equal(createClientAddressOf(proxies)(remote, forwarded), client)
  })
