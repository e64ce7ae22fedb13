import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodeText } from './decode-text.ts'

const refused: Readonly<Record<string, readonly [bytes: Uint8Array, message: RegExp]>> = {
  'UTF-16': [Buffer.from('\ufefftopic,start', 'utf16le'), /UTF-16/],
  'UTF-16 without a mark': [Buffer.from('topic,start', 'utf16le'), /UTF-16/],
  'Windows-1252': [Buffer.from('topic\nWeekly\nCaf\u00e9\n', 'latin1'), /not written in UTF-8: look at line 3/],
  'a spreadsheet': [Buffer.from([0x50, 0x4b, 3, 4, 20]), /is a spreadsheet/],
  'an old spreadsheet': [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), /is a spreadsheet/],
}

for (const [what, [bytes, message]] of Object.entries(refused))
  test(`${what} is refused, with what to choose in the spreadsheet`, () => {
    assert.throws(
      () => decodeText('meetings.csv', bytes),
      (error: Error & { remedy?: string }) => {
        assert.match(error.message, message)
        assert.match(error.message, /^meetings\.csv /)
        assert.match(error.remedy ?? '', /CSV UTF-8/)
        return true
      },
    )
  })

test('UTF-8 is read with and without a byte order mark, and every line break is one', () => {
  assert.equal(decodeText('f', Buffer.from('\ufeff週會\r\nCafé\rx\n')), '週會\nCafé\nx\n')
})
