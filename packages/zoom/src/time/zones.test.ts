import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { ZoomError } from '../errors.ts'
import { offsetAt } from './zone-offset.ts'
import { resolveTimeZone } from './zones.ts'

const listed = readFileSync(new URL('../../../../data/zoom/timezone-ids.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)

describe('time zones', () => {
  it('go out as they are when Zoom lists them', () => {
    for (const id of listed) assert.equal(resolveTimeZone(id).wire, id)
  })

  it('are reckoned with under a name that Temporal knows', () => {
    for (const id of listed) {
      const { iana } = resolveTimeZone(id)
      Temporal.Now.zonedDateTimeISO(iana)
    }
    assert.equal(resolveTimeZone('SST').iana, 'Pacific/Guadalcanal')
  })

  const sent: [string, string, string][] = [
    ['asia/taipei', 'Asia/Taipei', 'Asia/Taipei'],
    ['ASIA/KOLKATA', 'Asia/Kolkata', 'Asia/Kolkata'],
    ['Europe/Kyiv', 'Europe/Kiev', 'Europe/Kyiv'],
    ['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'Asia/Ho_Chi_Minh'],
    ['Asia/Katmandu', 'Asia/Kathmandu', 'Asia/Katmandu'],
    ['America/Nuuk', 'America/Godthab', 'America/Nuuk'],
    ['America/Indiana/Indianapolis', 'America/Indianapolis', 'America/Indiana/Indianapolis'],
    ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires', 'America/Buenos_Aires'],
    ['US/Eastern', 'America/New_York', 'US/Eastern'],
    ['Turkey', 'Europe/Istanbul', 'Turkey'],
    ['PRC', 'Asia/Shanghai', 'PRC'],
    ['Etc/UTC', 'UTC', 'Etc/UTC'],
    ['GMT', 'UTC', 'GMT'],
  ]
  for (const [given, wire, iana] of sent)
    it(`send the alias ${given} as ${wire}`, () =>
      assert.deepEqual(resolveTimeZone(given), { wire, iana, isListed: true }))

  const twins: [string, string][] = [
    ['Australia/Melbourne', 'Australia/Sydney'],
    ['America/Toronto', 'America/Montreal'],
    ['America/Detroit', 'America/New_York'],
    ['Asia/Karachi', 'Asia/Tashkent'],
    ['Africa/Lagos', 'Africa/Algiers'],
    ['Europe/Minsk', 'Europe/Moscow'],
    ['Etc/GMT-8', 'Asia/Taipei'],
  ]
  for (const [given, wire] of twins)
    it(`send ${given}, which Zoom does not list, as ${wire}, which has the same clock`, () => {
      assert.deepEqual(resolveTimeZone(given), { wire, iana: given, isListed: true })
      for (let at = Date.UTC(2024); at < Date.UTC(2040); at += 6 * 86_400_000)
        assert.equal(offsetAt(wire, at), offsetAt(given, at))
    })

  it('are compared over the span of the meeting only', () => {
    // Chihuahua left the clock of Mazatlán in October 2022.
    const before = { from: Date.UTC(2021, 0, 1), to: Date.UTC(2022, 0, 1) }
    assert.equal(resolveTimeZone('America/Chihuahua', before).wire, 'America/Mazatlan')
    assert.notEqual(resolveTimeZone('America/Chihuahua').wire, 'America/Mazatlan')
  })

  for (const id of ['Pacific/Chatham', 'Australia/Lord_Howe', 'Antarctica/Troll'])
    it(`go out as they are when nothing on the list has the clock of ${id}`, () =>
      assert.deepEqual(resolveTimeZone(id), { wire: id, iana: id, isListed: false }))

  const refused: [string, ...string[]][] = [
    ['Asial/Taipei', 'Did you mean Asia/Taipei?'],
    ['Asia/Taipie', 'Did you mean Asia/Taipei?'],
    ['Asia\\Taipei', 'Did you mean Asia/Taipei?'],
    ['America/NewYork', 'America/New_York'],
    ['Taipei', 'Did you mean Asia/Taipei?'],
    ['new york', 'Did you mean America/New_York?'],
    ['Taipei Standard Time', 'Did you mean Asia/Taipei?'],
    ['Tokyo Standard Time', 'Did you mean Asia/Tokyo?'],
    ['台北', 'Did you mean Asia/Taipei?'],
    ['東京', 'Did you mean Asia/Tokyo?'],
    ['İstanbul', 'Did you mean Europe/Istanbul?'],
    ['Asia/Beijing', 'Did you mean Asia/Shanghai?'],
    ['San Francisco', 'Did you mean America/Los_Angeles?'],
    ['GMT+8', '"GMT+8" is an offset and not a zone', 'Etc/GMT-8', 'Asia/Taipei, Asia/Shanghai'],
    ['UTC-5', 'Etc/GMT+5', 'America/New_York'],
    ['UTC+05:30', 'Asia/Kolkata'],
    ['+08:00', 'Asia/Taipei'],
    ['UTC+0', 'UTC'],
    ['IST', 'Asia/Kolkata, Europe/Dublin or Asia/Jerusalem'],
    ['CST', 'America/Chicago, Asia/Shanghai or Asia/Taipei'],
    ['PST', 'America/Los_Angeles'],
    ['Atlantis/Nowhere', 'continent and city'],
    ['constructor', 'continent and city'],
    ['', 'Give the name of a zone'],
  ]
  for (const [given, ...remedies] of refused)
    it(`are refused with the likely ids: ${JSON.stringify(given)}`, () =>
      assert.throws(
        () => resolveTimeZone(given),
        (error) => {
          assert.ok(error instanceof ZoomError)
          assert.equal(error.code, 'invalid_input')
          assert.match(error.message, /^timezone is /)
          for (const remedy of remedies) assert.ok(error.message.includes(remedy), error.message)
          return true
        },
      ))

  it('are refused at once however long they are', { timeout: 5000 }, () => {
    for (const input of ['x'.repeat(1_000_000), `a${' '.repeat(1_000_000)}b`])
      assert.throws(() => resolveTimeZone(input), { code: 'invalid_input', message: /Give an IANA id/ })
  })

  it('are refused when they are no text', () => {
    for (const input of [undefined, null, 8, {}, ['Asia/Taipei']] as unknown as string[])
      assert.throws(() => resolveTimeZone(input), { code: 'invalid_input' })
  })
})
