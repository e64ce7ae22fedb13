import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startZoom } from '../../../test/start-zoom.ts'

const series = {
  topic: '資訊週會',
  type: 8,
  start_time: '2026-12-28T15:30:00',
  timezone: 'Asia/Taipei',
  password: 'demo-7',
  recurrence: { type: 2, weekly_days: '2', end_times: 3 },
}
const grouped = (id: number) => String(id).replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')

async function invitationOf(body: object, language = 'en-US') {
  await using zoom = await startZoom({ seed: { account: { language } } })
  const meeting = await zoom.create(body)
  const { body: answer } = await zoom.call('GET', `/meetings/${meeting.id}/invitation`)
  assert.deepEqual(answer.sip_links, [`${meeting.id}@zoomcrc.com`])
  return { text: answer.invitation as string, meeting, url: zoom.emulator.url }
}

test('the invitation of a single meeting', async () => {
  const { text, meeting } = await invitationOf({
    topic: 'Planning',
    start_time: '2027-03-25T15:32:00',
    timezone: 'America/Los_Angeles',
    password: '123456',
  })
  assert.equal(
    text,
    [
      'Olive Owner is inviting you to a scheduled Zoom meeting.',
      '',
      'Topic: Planning',
      'Time: Mar 25, 2027 03:32 PM Pacific Time (US and Canada)',
      '',
      'Join Zoom Meeting',
      meeting.join_url,
      '',
      `Meeting ID: ${grouped(meeting.id)}`,
      'Passcode: 123456',
      '',
      '',
    ].join('\r\n'),
  )
})

test('the invitation of a series lists every date and a calendar file', async () => {
  const { text, meeting, url } = await invitationOf(series)
  const ics = text.match(/^Weekly: (.*)$/m)?.[1]?.trim() ?? ''
  assert.ok(ics.startsWith(`${url}/meeting/`))
  assert.deepEqual(text.split('\r\n').slice(2, 10), [
    'Topic: 資訊週會',
    'Time: Dec 28, 2026 03:30 PM Taipei',
    '        Every week on Mon, until Jan 11, 2027, 3 occurrence(s)',
    '        Dec 28, 2026 03:30 PM',
    '        Jan 04, 2027 03:30 PM',
    '        Jan 11, 2027 03:30 PM',
    'Please download and import the following iCalendar (.ics) files to your calendar system.',
    `Weekly: ${ics}`,
  ])
  assert.ok(text.endsWith(`Meeting ID: ${grouped(meeting.id)}\r\nPasscode: demo-7\r\n\r\n`))
})

test('the invitation in 繁體中文', async () => {
  const { text, meeting } = await invitationOf(series, 'zh-TW')
  const lines = text.split('\r\n')
  assert.deepEqual(lines.slice(0, 9), [
    'Olive Owner 邀請您參加排程的 Zoom 會議。',
    '',
    '主題：資訊週會',
    '時間：2026年12月28日 15:30 台北',
    '        每星期的星期一，到 2027年1月11日結束，共 3 次會議',
    '        2026年12月28日 15:30',
    '        2027年1月4日 15:30',
    '        2027年1月11日 15:30',
    '請下載下列 iCalendar (.ics) 檔案並匯入到您的日曆系統。',
  ])
  assert.deepEqual(lines.slice(10), [
    '',
    '加入 Zoom 會議',
    meeting.join_url,
    '',
    `會議 ID：${grouped(meeting.id)}`,
    '密碼：demo-7',
    '',
    '',
  ])
})

const sentences: [object, string, string][] = [
  [
    { type: 1, end_times: 2 },
    'Every day, until Dec 29, 2026, 2 occurrence(s)',
    '每天，到 2026年12月29日結束，共 2 次會議',
  ],
  [
    { type: 1, repeat_interval: 3 },
    'Every 3 days, until Dec 28, 2026, 1 occurrence(s)',
    '每 3 天，到 2026年12月28日結束，共 1 次會議',
  ],
  [
    { type: 2, repeat_interval: 5, weekly_days: '1,3' },
    'Every 5 weeks on Sun, Tue, until Dec 29, 2026, 1 occurrence(s)',
    '每 5 個星期的星期日、星期二，到 2026年12月29日結束，共 1 次會議',
  ],
  [
    { type: 3, monthly_day: 15 },
    'Every month on the 15 of the month, until Jan 15, 2027, 1 occurrence(s)',
    '每個月的 15 日，到 2027年1月15日結束，共 1 次會議',
  ],
  [
    { type: 3, repeat_interval: 2, monthly_week: -1, monthly_week_day: 2 },
    'Every 2 months on the Last Mon, until Dec 28, 2026, 1 occurrence(s)',
    '每 2 個月的最後一個星期一，到 2026年12月28日結束，共 1 次會議',
  ],
]
for (const [recurrence, english, chinese] of sentences)
  test(`a rule in words: ${english}`, async () => {
    const body = { ...series, recurrence }
    assert.equal((await invitationOf(body)).text.split('\r\n')[4]?.trim(), english)
    assert.equal((await invitationOf(body, 'zh-TW')).text.split('\r\n')[4]?.trim(), chinese)
  })

test('a meeting without fixed time can be met anytime, and has no passcode line without a passcode', async () => {
  const { text, meeting } = await invitationOf({ topic: 'Room', type: 3, default_password: false }, 'de-DE')
  assert.equal(text.split('\r\n')[3], 'Time: This is a recurring meeting Meet anytime')
  assert.ok(text.endsWith(`Meeting ID: ${grouped(meeting.id)}\r\n\r\n`))
})

test('telephones are named only where the meeting has numbers', async () => {
  const { text, meeting } = await invitationOf({
    start_time: '2027-03-25T15:32:00',
    password: '123456',
    settings: { global_dial_in_countries: ['US'] },
  })
  const lines = text.split('\r\n')
  const from = lines.indexOf('One tap mobile')
  assert.deepEqual(lines.slice(from, from + 8), [
    'One tap mobile',
    `+12125550100,,${meeting.id}#,,,,*123456# US (New York)`,
    `+14085550100,,${meeting.id}#,,,,*123456# US (San Jose)`,
    '',
    'Dial by your location',
    '        +1 2125550100 US (New York)',
    '        +1 4085550100 US (San Jose)',
    `Meeting ID: ${grouped(meeting.id)}`,
  ])
})

test('a date that was moved stands where its new time belongs', async () => {
  await using zoom = await startZoom()
  const { id, occurrences } = await zoom.create(series)
  const first = `/meetings/${id}?occurrence_id=${occurrences[0].occurrence_id}`
  await zoom.call('PATCH', first, { start_time: '2027-02-01T09:00:00' })
  const { body } = await zoom.call('GET', `/meetings/${id}/invitation`)
  const lines: string[] = body.invitation.split('\r\n').slice(3, 8)
  assert.deepEqual(
    lines.map((line) => line.trim()),
    [
      'Time: Jan 04, 2027 03:30 PM Taipei',
      'Every week on Mon, until Feb 01, 2027, 3 occurrence(s)',
      'Jan 04, 2027 03:30 PM',
      'Jan 11, 2027 03:30 PM',
      'Feb 01, 2027 09:00 AM',
    ],
  )
})
