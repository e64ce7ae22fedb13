import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languageFrom, languages } from './language.ts'
import { createWords, type Words } from './words.ts'

const wall = '2026-12-18T18:05'
const at = Date.parse('2026-12-18T10:05Z')

describe('how each language writes', () => {
  const rows: [string, (words: Words) => string, readonly string[]][] = [
    [
      'a wall time',
      (words) => words.wall(wall),
      [
        'Fri, Dec 18, 2026, 6:05 PM',
        '2026年12月18日（週五） 18:05',
        '2026年12月18日（周五） 18:05',
        '2026年12月18日(金) 18:05',
        '18 Aralık 2026 Cuma 18:05',
      ],
    ],
    [
      'an instant by the clocks of a zone',
      (words) => `${words.dayAt(at, 'Asia/Taipei')} ${words.timeAt(at, 'Asia/Taipei')}`,
      [
        'Fri, Dec 18, 2026 6:05 PM',
        '2026年12月18日（週五） 18:05',
        '2026年12月18日（周五） 18:05',
        '2026年12月18日(金) 18:05',
        '18 Aralık 2026 Cuma 18:05',
      ],
    ],
    [
      'from one instant to another',
      (words) => words.span(at, at + 3_600_000, 'Asia/Taipei'),
      [
        'Fri, Dec 18, 2026, 6:05 PM – 7:05 PM',
        '2026年12月18日（週五） 18:05 – 19:05',
        '2026年12月18日（周五） 18:05 – 19:05',
        '2026年12月18日(金) 18:05 – 19:05',
        '18 Aralık 2026 Cuma 18:05 – 19:05',
      ],
    ],
    [
      'from one instant to another over midnight',
      (words) => words.span(at, at + 6 * 3_600_000, 'Asia/Taipei'),
      [
        'Fri, Dec 18, 2026, 6:05 PM – Sat, Dec 19, 2026, 12:05 AM',
        '2026年12月18日（週五） 18:05 – 2026年12月19日（週六） 00:05',
        '2026年12月18日（周五） 18:05 – 2026年12月19日（周六） 00:05',
        '2026年12月18日(金) 18:05 – 2026年12月19日(土) 00:05',
        '18 Aralık 2026 Cuma 18:05 – 19 Aralık 2026 Cumartesi 00:05',
      ],
    ],
    ['midnight', (words) => words.timeAt(0, 'UTC'), ['12:00 AM', '00:00', '00:00', '00:00', '00:00']],
    [
      'a month',
      (words) => words.month('2027-02'),
      ['February 2027', '2027年2月', '2027年2月', '2027年2月', 'Şubat 2027'],
    ],
    [
      'a weekday inside a sentence',
      (words) => words.weekday('monday'),
      ['Monday', '星期一', '星期一', '月曜日', 'pazartesi'],
    ],
    [
      'several days',
      (words) => words.days(['2026-12-18', '2027-01-01']),
      [
        'Fri, Dec 18, 2026; Fri, Jan 1, 2027',
        '2026年12月18日（週五）和2027年1月1日（週五）',
        '2026年12月18日（周五）和2027年1月1日（周五）',
        '2026年12月18日(金)、2027年1月1日(金)',
        '18 Aralık 2026 Cuma ve 1 Ocak 2027 Cuma',
      ],
    ],
    ['a length', (words) => words.length(90), ['90 minutes', '90 分鐘', '90分钟', '90 分', '90 dakika']],
    ['a length of whole hours', (words) => words.length(1440), ['24 hours', '24 小時', '24小时', '24 時間', '24 saat']],
    ['a length of whole days', (words) => words.length(2880), ['2 days', '2 天', '2天', '2 日', '2 gün']],
    ['one of several', (words) => words.list(['a', 'b'], 'or'), ['a or b', 'a或b', 'a或b', 'aまたはb', 'a veya b']],
    [
      'a zone with its distance from UTC',
      (words) => words.zone('Europe/Berlin', at),
      [
        'Central European Time (GMT+1)',
        '中歐時間（GMT+1）',
        '中欧时间（GMT+1）',
        '中央ヨーロッパ時間（GMT+1）',
        'Orta Avrupa Saati (GMT+1)',
      ],
    ],
    ['UTC', (words) => words.zone('UTC', at), ['UTC', 'UTC', 'UTC', 'UTC', 'UTC']],
    ['a zone without a name', (words) => words.zone('Etc/GMT-5', at), ['GMT+5', 'GMT+5', 'GMT+5', 'GMT+5', 'GMT+5']],
    ['capitals', (words) => words.upper('i'), ['I', 'I', 'I', 'I', 'İ']],
    [
      'a number with a word',
      (words) => words.plural(1, { one: '# date', other: '# dates' }),
      ['1 date', '1 dates', '1 dates', '1 dates', '1 date'],
    ],
    ['a large number', (words) => words.number(12_000), ['12,000', '12,000', '12,000', '12,000', '12.000']],
  ]
  for (const [what, write, expected] of rows)
    it(what, () =>
      assert.deepEqual(
        languages.map((language) => write(createWords(language))),
        expected,
      ),
    )
})

describe('the language of somebody', () => {
  const rows: [string[], string][] = [
    [['tr-TR', 'en'], 'tr'],
    [['de', 'ja'], 'ja'],
    [['zh'], 'zh-CN'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant-HK'], 'zh-TW'],
    [['zh-Hans-TW'], 'zh-CN'],
    [['zh-SG'], 'zh-CN'],
    [['EN-gb'], 'en'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ]
  for (const [wanted, language] of rows)
    it(`${wanted.join(', ') || 'no wish'}: ${language}`, () => assert.equal(languageFrom(wanted), language))
})
