import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { startZoom, testNow } from '../../../test/start-zoom.ts'

const joinTokens = ['live_streaming', 'local_archiving', 'local_recording']

for (const kind of joinTokens)
  test(`a token to join for ${kind} lives two minutes and is another each time`, async () => {
    await using zoom = await startZoom()
    await zoom.call('PATCH', '/users/me/settings', { in_meeting: { allow_live_streaming: true } })
    const { id } = await zoom.create({})
    const first = await zoom.call('GET', `/meetings/${id}/jointoken/${kind}`)
    const second = await zoom.call('GET', `/meetings/${id}/jointoken/${kind}`)
    assert.deepEqual([first.status, first.body.expire_in], [200, 120])
    assert.notEqual(first.body.token, second.body.token)
    const { id: basic } = await zoom.create({}, 'nora@example.com')
    const refused = await zoom.call('GET', `/meetings/${basic}/jointoken/${kind}`)
    assert.deepEqual([refused.status, refused.body.code], [400, 3000])
    assert.match(refused.body.message, new RegExp(`^Not allowed to start ${kind.replace('_', ' ')}\\.`))
  })

test('a legacy JWT app gets no token to join', async () => {
  const apps = [{ type: 'server_to_server' as const }, { type: 'jwt' as const, api_key: 'k', api_secret: 's' }]
  await using zoom = await startZoom({ seed: { apps } })
  const { id } = await zoom.create({})
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const said = `${encode({ alg: 'HS256' })}.${encode({ iss: 'k', exp: Date.parse(testNow) / 1000 + 60 })}`
  const jwt = `${said}.${createHmac('sha256', 's').update(said).digest('base64url')}`
  for (const kind of joinTokens) {
    const answer = await fetch(`${zoom.emulator.url}/v2/meetings/${id}/jointoken/${kind}`, {
      headers: { authorization: `Bearer ${jwt}` },
    })
    const message = 'This API only supports OAuth2 authorization.'
    assert.deepEqual([answer.status, await answer.json()], [400, { code: 124, message }])
  }
})

test('the caption token is an address for this meeting', async () => {
  await using zoom = await startZoom()
  const { id } = await zoom.create({})
  const { body } = await zoom.call('GET', `/meetings/${id}/token?type=closed_caption_token`)
  assert.ok(body.token.startsWith(`${zoom.emulator.url}/closedcaption?id=${id}&`))
  const wrong = await zoom.call('GET', `/meetings/${id}/token?type=other`)
  assert.deepEqual([wrong.status, wrong.body.errors[0].field], [400, 'type'])
})

test('a SIP address needs the numeric passcode, where one is sent, and a licensed host', async () => {
  await using zoom = await startZoom()
  const { id, pstn_password } = await zoom.create({})
  const { status, body } = await zoom.call('POST', `/meetings/${id}/sip_dialing`, { passcode: pstn_password })
  assert.deepEqual([status, body.expire_in, body.paid_crc_plan_participant], [200, 7200, true])
  assert.match(body.sip_dialing, /^[\w-]{43}@zoomcrc\.com$/)
  const wrong = await zoom.call('POST', `/meetings/${id}/sip_dialing`, { passcode: `${pstn_password}1` })
  assert.deepEqual([wrong.status, wrong.body.errors[0].field], [400, 'passcode'])
  const { id: basic } = await zoom.create({}, 'nora@example.com')
  const refused = await zoom.call('POST', `/meetings/${basic}/sip_dialing`)
  assert.deepEqual([refused.status, refused.body.code], [400, 3000])
  assert.equal(refused.body.message, `The meeting's SIP URI does not exist: ${basic}.`)
})

test('an unknown meeting has no tokens', async () => {
  await using zoom = await startZoom()
  for (const path of [...joinTokens.map((kind) => `jointoken/${kind}`), 'token']) {
    const unknown = await zoom.call('GET', `/meetings/91234567890/${path}`)
    assert.deepEqual([unknown.status, unknown.body.code], [404, 3001])
    assert.equal((await zoom.call('GET', `/meetings/abc/${path}`)).body.code, 300)
  }
})
