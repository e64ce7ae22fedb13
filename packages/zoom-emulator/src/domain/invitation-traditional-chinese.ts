import type { Temporal } from 'temporal-polyfill'
import type { Recurrence } from './entities.ts'
import { cityOf, type InvitationLanguage } from './invitation-language.ts'

const days = ['日', '一', '二', '三', '四', '五', '六']
const weeks: Readonly<Record<number, string>> = { 1: '第一個', 2: '第二個', 3: '第三個', 4: '第四個', [-1]: '最後一個' }
const calendars = { 1: '按日', 2: '按週', 3: '按月' } as const

const zoneNames: Readonly<Record<string, string>> = {
  'Asia/Taipei': '台北',
  'Asia/Hong_Kong': '香港特別行政區',
  'Asia/Shanghai': '北京、上海',
  'Asia/Tokyo': '大阪、札幌、東京',
  'Asia/Seoul': '首爾',
  'Asia/Singapore': '新加坡',
  'America/New_York': '東部時間 (美國和加拿大)',
  'America/Chicago': '中部時間 (美國和加拿大)',
  'America/Denver': '山區時間 (美國和加拿大)',
  'America/Los_Angeles': '太平洋時間 (美國和加拿大)',
  'Europe/London': '倫敦',
  UTC: '世界時間 UTC',
}

const day = (at: Temporal.PlainDateTime) => `${at.year}年${at.month}月${at.day}日`
const weekdays = (list: string) =>
  list
    .split(',')
    .map((number) => `星期${days[Number(number) - 1]}`)
    .join('、')

function repeats(rule: Recurrence): string {
  const { type, repeat_interval: interval } = rule
  if (type === 1) return interval === 1 ? '每天' : `每 ${interval} 天`
  if (type === 2) return `${interval === 1 ? '每星期' : `每 ${interval} 個星期`}的${weekdays(rule.weekly_days ?? '1')}`
  const month = interval === 1 ? '每個月' : `每 ${interval} 個月`
  if (rule.monthly_week === undefined) return `${month}的 ${rule.monthly_day ?? 1} 日`
  return `${month}的${weeks[rule.monthly_week]}${weekdays(String(rule.monthly_week_day))}`
}

/** 繁體中文. */
export const traditionalChinese: InvitationLanguage = {
  inviting: (name) => `${name} 邀請您參加排程的 Zoom 會議。`,
  topic: (topic) => `主題：${topic}`,
  time: (start, zoneName) => `時間：${traditionalChinese.date(start)} ${zoneName}`,
  anytime: '時間：這是週期性會議 隨時開會',
  zoneName: (timeZone) => zoneNames[timeZone] ?? cityOf(timeZone),
  date: (at) => `${day(at)} ${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}`,
  summary: (rule, until, count) => `${repeats(rule)}，到 ${day(until)}結束，共 ${count} 次會議`,
  download: '請下載下列 iCalendar (.ics) 檔案並匯入到您的日曆系統。',
  calendar: (rule, url) => `${calendars[rule.type]}：${url}`,
  join: '加入 Zoom 會議',
  meetingId: (grouped) => `會議 ID：${grouped}`,
  passcode: (passcode) => `密碼：${passcode}`,
  oneTap: '單鍵撥號',
  dialIn: '依您的位置撥號',
  localNumbers: (url) => `尋找您當地的號碼：${url}`,
}
