import type { ChangeWords } from '../en/change.ts'

export const change: ChangeWords = {
  looking: '正在查看會有什麼變更……',
  dates: '時間',
  datesStay: '日期維持不變。',
  moreDates: (count) => `另有 ${count} 個日期`,
  host: '主持人',
  link: '連結',
  linkStays: '連結維持不變。',
  linkNew: '會議會有新的連結。所有人都會收到通知；舊的連結會失效。',
  cost: '在 Zoom',
  costOf: (host, calls, spent, most) => `${host}：${calls} 次變更，Zoom 每天接受 ${most} 次。今天已用 ${spent} 次。`,
  costNothing: (host) => `${host}：在 Zoom 不需要變更。`,
  approval: '須由主管核准。在此之前，時段會先保留。',
  rest: (host) => `之後的日期會成為另一個預約，主持人為 ${host}，並有新的連結：`,
  restNoHost: '之後的日期會成為另一個預約。',
  noHost: '該時段沒有主持人有空。',
  useStart: (start) => `選 ${start}`,
  useMinutes: (length) => `選 ${length}`,
}
