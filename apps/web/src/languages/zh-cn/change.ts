import type { ChangeWords } from '../en/change.ts'

export const change: ChangeWords = {
  looking: '正在查看会有什么更改……',
  dates: '时间',
  datesStay: '日期维持不变。',
  moreDates: (count) => `另有 ${count} 个日期`,
  host: '主持人',
  link: '链接',
  linkStays: '链接维持不变。',
  linkNew: '会议会有新的链接。所有人都会收到通知；旧的链接会失效。',
  cost: '在 Zoom',
  costOf: (host, calls, spent, most) => `${host}：${calls} 次更改，Zoom 每天接受 ${most} 次。今天已用 ${spent} 次。`,
  costNothing: (host) => `${host}：在 Zoom 不需要更改。`,
  approval: '须由主管批准。在此之前，时段会先保留。',
  rest: (host) => `之后的日期会成为另一个预约，主持人为 ${host}，并有新的链接：`,
  restNoHost: '之后的日期会成为另一个预约。',
  noHost: '该时段没有主持人有空。',
  useStart: (start) => `选 ${start}`,
  useMinutes: (length) => `选 ${length}`,
}
