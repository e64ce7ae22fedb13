import assert from 'node:assert/strict'
import { test } from 'node:test'
import { everyDays, everyMonths, everyWeeks } from '../recurrence/every.ts'
import type { RecurrenceRule } from '../recurrence/rule.ts'
import { type Language, languages } from './language.ts'
import { formatRecurrence } from './recurrence-sentence.ts'

const sentences: [RecurrenceRule, Record<Language, string>][] = [
  [
    everyDays(1, { count: 1 }),
    {
      en: 'Every day, 1 meeting',
      'zh-TW': '每天，共 1 次會議',
      'zh-CN': '每天，共 1 次会议',
      ja: '毎日（全 1 回）',
      tr: 'Her gün, toplam 1 toplantı',
    },
  ],
  [
    everyDays(3, { until: '2026-12-31' }),
    {
      en: 'Every 3 days, until December 31, 2026',
      'zh-TW': '每 3 天，到 2026年12月31日結束',
      'zh-CN': '每 3 天，到 2026年12月31日结束',
      ja: '3 日ごと（2026年12月31日まで）',
      tr: '3 günde bir, 31 Aralık 2026 tarihine kadar',
    },
  ],
  [
    everyWeeks(1, ['monday'], { count: 6 }),
    {
      en: 'Every week on Monday, 6 meetings',
      'zh-TW': '每星期的星期一，共 6 次會議',
      'zh-CN': '每周的星期一，共 6 次会议',
      ja: '毎週月曜日（全 6 回）',
      tr: 'Her hafta pazartesi günü, toplam 6 toplantı',
    },
  ],
  [
    everyWeeks(2, ['sunday', 'tuesday', 'saturday']),
    {
      en: 'Every 2 weeks on Tuesday, Saturday, and Sunday, without an end date',
      'zh-TW': '每 2 星期的星期二、星期六和星期日，沒有結束日期',
      'zh-CN': '每 2 周的星期二、星期六和星期日，无结束日期',
      ja: '2 週間ごとの火曜日、土曜日、日曜日（終了日なし）',
      tr: '2 haftada bir salı, cumartesi ve pazar günleri, bitiş tarihi yok',
    },
  ],
  [
    everyMonths(1, { day: 22 }, { count: 2 }),
    {
      en: 'Every month on the 22nd, 2 meetings',
      'zh-TW': '每個月的 22 日，共 2 次會議',
      'zh-CN': '每月 22 日，共 2 次会议',
      ja: '毎月 22 日（全 2 回）',
      tr: 'Her ayın 22. günü, toplam 2 toplantı',
    },
  ],
  [
    everyMonths(3, { day: 11 }, { count: 2 }),
    {
      en: 'Every 3 months on the 11th, 2 meetings',
      'zh-TW': '每 3 個月的 11 日，共 2 次會議',
      'zh-CN': '每 3 个月的 11 日，共 2 次会议',
      ja: '3 か月ごとの 11 日（全 2 回）',
      tr: '3 ayda bir, ayın 11. günü, toplam 2 toplantı',
    },
  ],
  [
    everyMonths(1, { last: 'friday' }, { count: 2 }),
    {
      en: 'Every month on the last Friday, 2 meetings',
      'zh-TW': '每個月的最後一個星期五，共 2 次會議',
      'zh-CN': '每月的最后一个星期五，共 2 次会议',
      ja: '毎月最終金曜日（全 2 回）',
      tr: 'Her ayın son cuma günü, toplam 2 toplantı',
    },
  ],
  [
    everyMonths(2, { third: 'wednesday' }, { count: 2 }),
    {
      en: 'Every 2 months on the third Wednesday, 2 meetings',
      'zh-TW': '每 2 個月的第三個星期三，共 2 次會議',
      'zh-CN': '每 2 个月的第三个星期三，共 2 次会议',
      ja: '2 か月ごとの第 3 水曜日（全 2 回）',
      tr: '2 ayda bir, ayın üçüncü çarşamba günü, toplam 2 toplantı',
    },
  ],
]

for (const [rule, inWords] of sentences)
  for (const language of languages)
    test(`${language}: ${inWords[language]}`, () => {
      assert.equal(formatRecurrence(rule, { language }), inWords[language])
    })

const ranks: [number, string][] = [
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [13, '13th'],
  [23, '23rd'],
  [31, '31st'],
]
for (const [day, rank] of ranks)
  test(`English says the ${rank}`, () => {
    assert.equal(formatRecurrence(everyMonths(1, { day }, { count: 2 })), `Every month on the ${rank}, 2 meetings`)
  })

test('the dates as they are count more than the end that was asked for', () => {
  assert.equal(
    formatRecurrence(everyWeeks(1, ['monday'], { count: 6 }), {
      language: 'zh-TW',
      actualEnd: { until: '2022-01-31', count: 5 },
    }),
    '每星期的星期一，到 2022年1月31日結束，共 5 次會議',
  )
})

test('an endless series stays endless, however many dates Zoom shows of it', () => {
  const sentence = formatRecurrence(everyDays(1), { actualEnd: { until: '2027-01-01', count: 60 } })
  assert.equal(sentence, 'Every day, without an end date')
})
