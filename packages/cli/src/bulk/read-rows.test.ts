import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkRows } from './check-rows.ts'
import { formatMistake } from './mistake.ts'
import { readRows } from './read-rows.ts'

const now = Date.parse('2026-12-01T00:00:00Z')
const rowsOf = (text: string, file = 'meetings.csv', defaults = {}) => readRows(file, Buffer.from(text), defaults)
const mistakesIn = (text: string, file?: string): string[] => {
  const { rows, mistakes, separator } = rowsOf(text, file)
  return [...mistakes, ...checkRows(rows, now, separator !== undefined)].map(formatMistake)
}

test('a row of CSV becomes what Zoom is asked for', () => {
  const text =
    'Key,Host E-Mail,Topic,START TIME,Time Zone,Duration,Agenda,password,Every,Until,Waiting_Room,settings.mute_upon_entry\n'.replace(
      'Host E-Mail',
      'user',
    ) +
    'lead-1,mei@example.com,=SUM(A1),2026-12-18 18:00,Asia/Taipei,1h30m,"One\nTwo",s3cret,2 weeks on fri,2027-01-31,no,TRUE\n'
  const { rows, mistakes } = rowsOf(text)
  assert.deepEqual(mistakes, [])
  assert.deepEqual(rows, [
    {
      line: 2,
      key: 'lead-1',
      host: 'mei@example.com',
      meeting: {
        topic: '=SUM(A1)',
        start_time: '2026-12-18T18:00:00',
        timezone: 'Asia/Taipei',
        duration: 90,
        agenda: 'One\nTwo',
        password: 's3cret',
        recurrence: { every: 'week', interval: 2, days: ['friday'], end: { until: '2027-01-31' } },
        settings: { waiting_room: false, mute_upon_entry: true },
      },
    },
  ])
})

test('a row says only what it says: columns may be missing, and rows may end early', () => {
  const { rows, mistakes } = rowsOf('topic;start;time_zone;agenda;host\nWeekly;2026-12-18 9:00;Europe/Berlin\n;;;;\n')
  assert.deepEqual(mistakes, [])
  const meeting = { topic: 'Weekly', start_time: '2026-12-18T09:00:00', timezone: 'Europe/Berlin' }
  assert.deepEqual(rows, [{ line: 2, key: undefined, host: 'me', meeting }])
})

test('host and zone of the command line stand in for empty cells', () => {
  const text = 'topic,start,host\nA,2026-12-18 09:00,\nB,2026-12-18 09:00,mei@example.com\n'
  const { rows } = rowsOf(text, 'meetings.csv', { host: 'kenji@example.com', timeZone: 'Asia/Tokyo' })
  assert.deepEqual(
    rows.map(({ host, meeting }) => [host, meeting.timezone]),
    [
      ['kenji@example.com', 'Asia/Tokyo'],
      ['mei@example.com', 'Asia/Tokyo'],
    ],
  )
})

test('a line of JSON is what zoom.meetings.create takes, with host and key', () => {
  const json =
    '{"host":"mei@example.com","key":"a","topic":"T","start_time":"2026-12-18T10:00:00Z","settings":{"waiting_room":true}}'
  const { rows, mistakes } = rowsOf(`\n${json}\n`, 'meetings.jsonl')
  assert.deepEqual(mistakes, [])
  const meeting = { topic: 'T', start_time: '2026-12-18T10:00:00Z', settings: { waiting_room: true } }
  assert.deepEqual(rows, [{ line: 2, key: 'a', host: 'mei@example.com', meeting }])
  assert.deepEqual(rowsOf(`${json}\n`, '-').rows[0]?.meeting, meeting)
})

const header = 'topic,start,time_zone'
const wrong: readonly (readonly [what: string, text: string, mistakes: readonly RegExp[], file?: string])[] = [
  [
    'every mistake of every row',
    `${header},duration,waiting_room\n,17.12.2026 18:00,UTC,soon,perhaps\nB,2026-12-18 25:00,Asia/Taipei\n`,
    [
      /^line 2, topic: It is empty/,
      /^line 2, start "17\.12\.2026 18:00": The date must be year-month-day.* start "2026-12-17 18:00"$/,
      /^line 2, waiting_room "perhaps": It is neither yes nor no/,
      /^line 2, duration "soon": No length of time.*duration 60/,
      /^line 3, start "2026-12-18 25:00": 25:00 is no time of day/,
    ],
  ],
  [
    'a wall time without a zone',
    'topic,start\nA,2026-12-18 18:00\n',
    [/^line 2, time_zone: .*Asia\/Taipei.*--time-zone/],
  ],
  [
    'a day that moves',
    `${header}\nA,tomorrow 18:00,Asia/Taipei\n`,
    [/^line 2, start "tomorrow 18:00": A file is read again/],
  ],
  [
    'an unknown zone',
    `${header}\nA,2026-12-18 18:00,Asia/Taipeh\n`,
    [/^line 2, time_zone "Asia\/Taipeh": .*Asia\/Taipei/],
  ],
  [
    'a start that has passed',
    `${header}\nA,2026-11-18 18:00,Asia/Taipei\n`,
    [/^line 2, start "2026-11-18T18:00:00": .*a time to come/],
  ],
  [
    'an unknown column',
    'topic,strat,time_zone,zebra\nA,x,y,z\n',
    [
      /^line 1, column "strat": There is no such column\. Did you mean start\?/,
      /^line 1, column "zebra": There is no such column\. There are: key, host,/,
    ],
  ],
  ['a column twice', 'topic,start,Start time\nA\n', [/^line 1, column "Start time": This column is there twice/]],
  [
    'a cell too many',
    `${header}\nA, B,2026-12-18 18:00,Asia/Taipei\n`,
    [/^line 2: It has more cells than the header: text with ","/],
  ],
  [
    'a cell below no name',
    `${header},,agenda\nA,2026-12-18 18:00,Asia/Taipei,x\n`,
    [/^line 2: Cell 4 stands under no name/],
  ],
  [
    'an unknown setting',
    `${header},settings.mute_on_entry\nA,2026-12-18 18:00,Asia/Taipei,true\n`,
    [/^line 2, settings\.mute_on_entry "true": .*mute_upon_entry/],
  ],
  [
    'an end without a series',
    `${header},until\nA,2026-12-18 18:00,Asia/Taipei,2027-01-01\n`,
    [/^line 2, until "2027-01-01": It ends a series/],
  ],
  [
    'a series without an end',
    `${header},repeat\nA,2026-12-18 18:00,Asia/Taipei,week on fri\n`,
    [/^line 2, repeat "week on fri": The series has no end/],
  ],
  [
    'a series with two ends',
    `${header},repeat,until,times\nA,2026-12-18 18:00,Asia/Taipei,day,2027-01-01,3\n`,
    [/^line 2, times "3": .*keep one/],
  ],
  [
    'a rule that is none',
    `${header},repeat,times\nA,2026-12-18 18:00,Asia/Taipei,weekly,3\n`,
    [/^line 2, repeat "weekly": Write "week on fri"/],
  ],
  [
    'an end that is no date',
    `${header},repeat,until\nA,2026-12-18 18:00,Asia/Taipei,day,31.1.2027\n`,
    [/^line 2, until "31\.1\.2027": .*YYYY-MM-DD/],
  ],
  [
    'a key twice',
    `key,${header}\na,A,2026-12-18 18:00,Asia/Taipei\na,B,2026-12-18 18:00,Asia/Taipei\n`,
    [/^line 3, key "a": Line 2 has the same key/],
  ],
  [
    'the right line after a line break in quotes',
    `${header},agenda\nA,2026-12-18 18:00,Asia/Taipei,"x\n\ny"\nB,,Asia/Taipei\n`,
    [/^line 5, start: It is empty/],
  ],
  [
    'what is no JSON',
    '{"topic": "A"\n[1]\n',
    [/^line 1: It is no JSON object/, /^line 2: It is no JSON object/],
    'm.jsonl',
  ],
  [
    'fields of JSON',
    '{"host":7,"key":"","topic":"A","strat_time":"x"}\n{"topic":"B","start_time":"2026-12-18T18:00:00"}\n',
    [
      /^line 1, host "7": Give an e-mail address/,
      /^line 1, key "": Give a text/,
      /^line 1, start_time: It is missing/,
      /^line 2, timezone/,
    ],
    'm.ndjson',
  ],
]

for (const [what, text, expected, file] of wrong)
  test(`the check tells ${what}, with line, field, value and remedy`, () => {
    const told = mistakesIn(text, file)
    assert.equal(told.length, expected.length, told.join('\n'))
    for (const [index, pattern] of expected.entries()) assert.match(told[index] ?? '', pattern)
  })

test('a passcode that cannot be used is not repeated', () => {
  const [told = ''] = mistakesIn(`${header},passcode\nA,2026-12-18 18:00,Asia/Taipei,far too long for Zoom\n`)
  assert.match(told, /^line 2, passcode: /)
  assert.doesNotMatch(told, /far too long/)
})

test('a file without a meeting is told with the way to one', () => {
  for (const text of ['', '\n\n', `${header}\n`, '\ufeff'])
    assert.throws(() => rowsOf(text), /meetings\.csv holds no meeting/)
})
