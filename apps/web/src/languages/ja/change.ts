import type { ChangeWords } from '../en/change.ts'

export const change: ChangeWords = {
  looking: '変更の内容を確認しています…',
  dates: '日時',
  datesStay: '日程は変わりません。',
  moreDates: (count) => `ほか ${count} 回`,
  host: 'ホスト',
  link: 'リンク',
  linkStays: 'リンクは変わりません。',
  linkNew: 'ミーティングのリンクが新しくなります。全員に伝えられ、以前のリンクは使えなくなります。',
  cost: 'Zoom での変更',
  costOf: (host, calls, spent, most) =>
    `${host}：変更 ${calls} 回（Zoom の上限は 1 日 ${most} 回、今日の使用は ${spent} 回）。`,
  costNothing: (host) => `${host}：Zoom での変更は不要です。`,
  approval: 'マネージャーの承認が必要です。承認されるまで時間帯は確保されます。',
  rest: (host) => `それ以降の日程は、${host} での別の予約となり、リンクが変わります：`,
  restNoHost: 'それ以降の日程は、別の予約になります。',
  noHost: 'その時間帯に空いているホストがありません。',
  useStart: (start) => `${start} にする`,
  useMinutes: (length) => `${length} にする`,
}
