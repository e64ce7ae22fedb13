import type { BookWords } from '../en/book.ts'

export const book: BookWords = {
  title: 'ミーティングを予約',
  lead: '日時を指定すると、空いているホストが自動で見つかります。',
  meetNow: '今すぐ開く',

  name: 'トピック',
  namePlaceholder: 'チームの週次ミーティング',
  nameMissing: 'ミーティングのトピックを入力してください。',
  date: '日付',
  time: '開始',
  timesMissing: '日付、開始時刻、長さを入力してください。',
  length: '長さ',
  ownLength: 'その他の長さ（分）',
  ownLengthShort: '分',
  zone: (zone) => `時刻は ${zone} です。`,
  otherZone: '別のタイムゾーン',
  timeZone: 'ミーティングのタイムゾーン',

  repeat: '繰り返し',
  repeats: { never: '1 回', daily: '毎日', weekly: '毎週', two_weeks: '2 週間ごと', monthly: '毎月' },
  on: '曜日',
  monthlyBy: '月のどの日',
  onMonthDay: (day) => `${day} 日`,
  onWeekday: (week, weekday) => `${week === -1 ? '最終' : `第 ${week} `}${weekday}`,
  interval: { daily: '何日ごと', weekly: '何週間ごと', monthly: '何か月ごと' },
  ends: '終了',
  endsAfter: '回数で指定',
  endsOn: '日付で指定',
  count: '回数',
  until: '最終日',

  people: '参加者',
  peopleHint: 'アドレスはいくつでも貼り付けられます。参加者にはリンクとカレンダーファイルが届きます。',
  peopleRead: (count) => `${count} 人`,
  peopleWrong: (pieces) => `メールアドレスではありません：${pieces}`,
  more: '説明と人数',
  agenda: '説明',
  expected: '予定人数',
  expectedHint: '人数が入れるホストが選ばれます。空欄の場合：上の参加者全員とご自身。',

  outlook: '予約の内容',
  free: (free, of) =>
    of === 1
      ? free === 1
        ? 'ホストは空いています'
        : 'ホストは空いていません'
      : `${of} 件のホストのうち ${free} 件が空いています`,
  freeForAll: (free, of, dates) =>
    of === 1
      ? free === 1
        ? `ホストは全 ${dates} 回とも空いています`
        : `ホストは全 ${dates} 回のどれかが空いていません`
      : `${of} 件のホストのうち ${free} 件が全 ${dates} 回とも空いています`,
  noHosts: '予約できるホストがありません。',
  looking: '空いているホストを探しています…',
  cannotLook: '今は予約システムに問い合わせできません。予約はできます。復旧しだい回答されます。',
  host: (name) => `ホスト：${name}`,
  approval: 'マネージャーの承認が必要です。承認されるまで時間帯は確保されます。',
  zoomAway: 'Zoom は現在応答していません。時間帯はすぐに確保され、リンクは後で届きます。',
  whyNot: 'ほかのホストが選ばれない理由',
  whyNone: 'できない理由',
  yourTime: (hours, zone) => `お使いのタイムゾーンでは ${hours}（${zone}）`,
  showDates: (count) => `全 ${count} 回の日程`,

  dateTaken: '使用中',
  dateMoved: (time) => `${time} に移動`,
  dateLeftOut: '除外',
  leaveOut: '除く',
  leaveOutDate: (date) => `${date} を除く`,
  bringBack: '元どおり',
  bringBackDate: (date) => `${date} を元どおりにする`,
  moveTo: (time) => `${time} にする`,
  moveDateTo: (date, time) => `${date}：${time} にする`,
  conflicts: (taken, of) => `${of} 回のうち ${taken} 回が使用中です。ここで解決できます：`,
  moveAll: (count) => (count === 1 ? '移動する' : `${count} 回すべて移動する`),
  leaveOutAll: (count) => (count === 1 ? '除く' : `${count} 回すべて除く`),
  onHost: (name) => `これで ${name} に収まり、すべて同じリンクになります。`,
  otherTimes: '空いている別の時刻',
  otherTimesSeries: 'すべての日程で空いている別の時刻',
  take: (when) => `${when} にする`,
  takeMinutes: (length) => `${length} にする`,
  takeUntil: (day) => `${day} で終える`,
  rule: 'この予約システムのルール',
  twice: 'どちらの時刻ですか',
  earlier: (offset) => `早いほう（${offset}）`,
  later: (offset) => `遅いほう（${offset}）`,
  nearest: 'Zoom でできる最も近い形',
  parts: 'または複数の予約に分ける（リンクはそれぞれ別）',
  part: (dates, first) => (dates === 1 ? first : `${first} から ${dates} 回`),
  nextFree: '次の 30 分にする',

  submit: (when) => `${when} を予約`,
  submitSeries: (dates, first) => `${first} から ${dates} 回を予約`,
  submitAsk: (when) => `${when} を申請`,
  submitAskSeries: (dates, first) => `${first} から ${dates} 回を申請`,
  notFree: '空いているホストがありません：別の時刻を選んでください',
  notSolved: '先に使用中の日程を解決してください',
  notAllowed: 'まだルールに合っていません',
  notPossible: 'まだできません：印の付いた項目を確認してください',
  booking: '予約しています…',

  nowTitle: '今すぐ開く',
  nowLead: 'この長さだけ空いているホストが選ばれます。ミーティングは 1、2 分で始まります。',
  nowName: (name) => `${name} のミーティング`,
  nowSubmit: (length) => `今すぐ ${length} 開く`,
}
