/**
 * Every fixed word of a text that people read, in every language, in this one place. A term that a language lacks does not
 * compile. `{name}` is a place to fill; what is filled in is never inflected, split or reordered, so the sentences are
 * worded to need no suffix and no case on it.
 */
import type { WeekOfMonth } from '../recurrence/rule.ts'
import type { Language } from './language.ts'
import type { Plural } from './wording.ts'

/** One language's terms. */
export interface Glossary {
  /** How a label and its value stand on a line. */
  readonly labelled: string
  /** First line of an invitation, with and without the host's name. */
  readonly invitedBy: string
  readonly invited: string
  /** The topic of a meeting that has none. */
  readonly zoomMeeting: string
  readonly topic: string
  readonly time: string
  readonly yourTime: string
  /** A date and a time of day. */
  readonly dateTime: string
  /** A date and time with the name of its zone and its distance from UTC. */
  readonly inZone: string
  readonly offset: string
  /** The same instant on another zone's clock, after a date of a series. */
  readonly elsewhere: string
  /** In place of a time: a series without fixed times. */
  readonly anytime: string
  /** Above the link to an iCalendar file. */
  readonly addToCalendar: string
  /** Above the join link. */
  readonly join: string
  readonly meetingId: string
  readonly passcode: string
  /** Above the telephone numbers, and the passcode as a telephone can enter it. */
  readonly dialIn: string
  readonly dialInPasscode: string
  /** A recurrence; `n` is the interval, `days` are the weekdays as `onWeekdays` writes them. */
  readonly everyDays: Plural
  readonly everyWeeks: Plural
  readonly everyMonthsOnDay: Plural
  readonly everyMonthsOnWeekday: Plural
  /** A list of weekdays (`list`) inside the sentence, by how many they are. */
  readonly onWeekdays: Plural
  /** True where weekdays without a date are written small inside a sentence. */
  readonly smallWeekdays: boolean
  /** A day of the month, by the language's ordinal rules. */
  readonly dayOfMonth: Plural
  /** The first, second, third, fourth and last weekday of a month. */
  readonly weeks: Readonly<Record<WeekOfMonth, string>>
  /** A recurrence and how it ends, the two halves of the sentence; `comma` joins the parts of the second. */
  readonly series: string
  readonly comma: string
  /** How a series ends. */
  readonly until: string
  readonly meetings: Plural
  readonly noEnd: string
}

/** The words of each language. Braces hold what is put in. */
export const glossaries: Readonly<Record<Language, Glossary>> = {
  en: {
    labelled: '{label}: {value}',
    invitedBy: '{host} invites you to a scheduled Zoom meeting.',
    invited: 'You are invited to a scheduled Zoom meeting.',
    zoomMeeting: 'Zoom meeting',
    topic: 'Topic',
    time: 'Time',
    yourTime: 'Your time',
    dateTime: '{date}, {time}',
    inZone: '{dateTime} {zone}',
    offset: ' ({offset})',
    elsewhere: ' ({zone}: {dateTime})',
    anytime: 'Recurring meeting, join at any time',
    addToCalendar: 'Add it to your calendar with this iCalendar (.ics) file:',
    join: 'Join the Zoom meeting',
    meetingId: 'Meeting ID',
    passcode: 'Passcode',
    dialIn: 'Join by phone',
    dialInPasscode: 'Passcode for the phone',
    everyDays: { '=1': 'Every day', other: 'Every {n} days' },
    everyWeeks: { '=1': 'Every week on {days}', other: 'Every {n} weeks on {days}' },
    everyMonthsOnDay: { '=1': 'Every month on the {day}', other: 'Every {n} months on the {day}' },
    everyMonthsOnWeekday: {
      '=1': 'Every month on the {week} {weekday}',
      other: 'Every {n} months on the {week} {weekday}',
    },
    onWeekdays: { other: '{list}' },
    smallWeekdays: false,
    dayOfMonth: { one: '{day}st', two: '{day}nd', few: '{day}rd', other: '{day}th' },
    weeks: { first: 'first', second: 'second', third: 'third', fourth: 'fourth', last: 'last' },
    series: '{rule}, {end}',
    comma: ', ',
    until: 'until {date}',
    meetings: { one: '{n} meeting', other: '{n} meetings' },
    noEnd: 'without an end date',
  },
  'zh-TW': {
    labelled: '{label}：{value}',
    invitedBy: '{host} 邀請您參加排程的 Zoom 會議。',
    invited: '邀請您參加排程的 Zoom 會議。',
    zoomMeeting: 'Zoom 會議',
    topic: '主題',
    time: '時間',
    yourTime: '您的時間',
    dateTime: '{date} {time}',
    inZone: '{dateTime} {zone}',
    offset: '（{offset}）',
    elsewhere: '（{zone}：{dateTime}）',
    anytime: '週期性會議，隨時可以加入',
    addToCalendar: '請下載這個 iCalendar（.ics）檔案，匯入您的行事曆：',
    join: '加入 Zoom 會議',
    meetingId: '會議 ID',
    passcode: '密碼',
    dialIn: '以電話加入',
    dialInPasscode: '電話密碼',
    everyDays: { '=1': '每天', other: '每 {n} 天' },
    everyWeeks: { '=1': '每星期的{days}', other: '每 {n} 星期的{days}' },
    everyMonthsOnDay: { '=1': '每個月的 {day} 日', other: '每 {n} 個月的 {day} 日' },
    everyMonthsOnWeekday: { '=1': '每個月的{week}{weekday}', other: '每 {n} 個月的{week}{weekday}' },
    onWeekdays: { other: '{list}' },
    smallWeekdays: false,
    dayOfMonth: { other: '{day}' },
    weeks: { first: '第一個', second: '第二個', third: '第三個', fourth: '第四個', last: '最後一個' },
    series: '{rule}，{end}',
    comma: '，',
    until: '到 {date}結束',
    meetings: { other: '共 {n} 次會議' },
    noEnd: '沒有結束日期',
  },
  'zh-CN': {
    labelled: '{label}：{value}',
    invitedBy: '{host} 邀请您参加预定的 Zoom 会议。',
    invited: '邀请您参加预定的 Zoom 会议。',
    zoomMeeting: 'Zoom 会议',
    topic: '主题',
    time: '时间',
    yourTime: '您的时间',
    dateTime: '{date} {time}',
    inZone: '{dateTime} {zone}',
    offset: '（{offset}）',
    elsewhere: '（{zone}：{dateTime}）',
    anytime: '周期性会议，可随时加入',
    addToCalendar: '请下载此 iCalendar（.ics）文件，并导入您的日历：',
    join: '加入 Zoom 会议',
    meetingId: '会议号',
    passcode: '密码',
    dialIn: '通过电话加入',
    dialInPasscode: '电话密码',
    everyDays: { '=1': '每天', other: '每 {n} 天' },
    everyWeeks: { '=1': '每周的{days}', other: '每 {n} 周的{days}' },
    everyMonthsOnDay: { '=1': '每月 {day} 日', other: '每 {n} 个月的 {day} 日' },
    everyMonthsOnWeekday: { '=1': '每月的{week}{weekday}', other: '每 {n} 个月的{week}{weekday}' },
    onWeekdays: { other: '{list}' },
    smallWeekdays: false,
    dayOfMonth: { other: '{day}' },
    weeks: { first: '第一个', second: '第二个', third: '第三个', fourth: '第四个', last: '最后一个' },
    series: '{rule}，{end}',
    comma: '，',
    until: '到 {date}结束',
    meetings: { other: '共 {n} 次会议' },
    noEnd: '无结束日期',
  },
  ja: {
    labelled: '{label}：{value}',
    invitedBy: '{host} さんから、Zoom ミーティングへの招待です。',
    invited: 'Zoom ミーティングへの招待です。',
    zoomMeeting: 'Zoom ミーティング',
    topic: 'トピック',
    time: '日時',
    yourTime: 'お使いのタイムゾーンの日時',
    dateTime: '{date} {time}',
    inZone: '{dateTime} {zone}',
    offset: '（{offset}）',
    elsewhere: '（{zone}：{dateTime}）',
    anytime: '定期ミーティング（いつでも参加できます）',
    addToCalendar: 'カレンダーに追加するには、次の iCalendar（.ics）ファイルをご利用ください：',
    join: 'Zoom ミーティングに参加する',
    meetingId: 'ミーティング ID',
    passcode: 'パスコード',
    dialIn: '電話で参加する',
    dialInPasscode: '電話用パスコード',
    everyDays: { '=1': '毎日', other: '{n} 日ごと' },
    everyWeeks: { '=1': '毎週{days}', other: '{n} 週間ごとの{days}' },
    everyMonthsOnDay: { '=1': '毎月 {day} 日', other: '{n} か月ごとの {day} 日' },
    everyMonthsOnWeekday: { '=1': '毎月{week}{weekday}', other: '{n} か月ごとの{week}{weekday}' },
    onWeekdays: { other: '{list}' },
    smallWeekdays: false,
    dayOfMonth: { other: '{day}' },
    weeks: { first: '第 1 ', second: '第 2 ', third: '第 3 ', fourth: '第 4 ', last: '最終' },
    series: '{rule}（{end}）',
    comma: '、',
    until: '{date}まで',
    meetings: { other: '全 {n} 回' },
    noEnd: '終了日なし',
  },
  tr: {
    labelled: '{label}: {value}',
    invitedBy: '{host} sizi planlanmış bir Zoom toplantısına davet ediyor.',
    invited: 'Planlanmış bir Zoom toplantısına davetlisiniz.',
    zoomMeeting: 'Zoom toplantısı',
    topic: 'Konu',
    time: 'Zaman',
    yourTime: 'Sizin saat diliminizde',
    dateTime: '{date} {time}',
    inZone: '{dateTime} {zone}',
    offset: ' ({offset})',
    elsewhere: ' ({zone}: {dateTime})',
    anytime: 'Yinelenen toplantı, dilediğiniz zaman katılabilirsiniz',
    addToCalendar: 'Takviminize eklemek için şu iCalendar (.ics) dosyasını indirin:',
    join: 'Zoom toplantısına katılın',
    meetingId: 'Toplantı kimliği',
    passcode: 'Parola',
    dialIn: 'Telefonla katılın',
    dialInPasscode: 'Telefon parolası',
    everyDays: { '=1': 'Her gün', other: '{n} günde bir' },
    everyWeeks: { '=1': 'Her hafta {days}', other: '{n} haftada bir {days}' },
    everyMonthsOnDay: { '=1': 'Her ayın {day} günü', other: '{n} ayda bir, ayın {day} günü' },
    everyMonthsOnWeekday: {
      '=1': 'Her ayın {week} {weekday} günü',
      other: '{n} ayda bir, ayın {week} {weekday} günü',
    },
    onWeekdays: { one: '{list} günü', other: '{list} günleri' },
    smallWeekdays: true,
    dayOfMonth: { other: '{day}.' },
    weeks: { first: 'ilk', second: 'ikinci', third: 'üçüncü', fourth: 'dördüncü', last: 'son' },
    series: '{rule}, {end}',
    comma: ', ',
    until: '{date} tarihine kadar',
    meetings: { other: 'toplam {n} toplantı' },
    noEnd: 'bitiş tarihi yok',
  },
}
