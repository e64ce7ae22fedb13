import type { MailWords } from './mail-words.ts'

export const words: MailWords = {
  hello: (name) => (name === '' ? 'こんにちは。' : `${name} 様`),
  foot: (desk) =>
    `このメールは ${desk} から送信されました。Zoom ミーティングの予約システムであり、Zoom のサービスではありません。`,
  facts: {
    when: '日時',
    yourTime: 'お使いのタイムゾーンの日時',
    repeats: '繰り返し',
    dates: '日程',
    organiser: '主催者',
    host: 'ホスト',
    people: '参加者',
    agenda: '説明',
    meetingId: 'ミーティング ID',
    passcode: 'パスコード',
  },
  moreDates: (count) => `…ほか ${count} 回`,
  yours: (moment) => `お使いのタイムゾーン：${moment}`,
  openBooking: '予約を表示',
  join: 'Zoom ミーティングに参加する',
  toSendOn: '転送用の招待文',
  calendarFile:
    '添付のカレンダーファイルで、ミーティングをカレンダーに追加できます。後から届くファイルで上書きされます。',
  opening: {
    withoutHost: '開始の操作は不要です。最初の方が参加すると、ミーティングが始まります。',
    startLink: '開始するには、予約システムでこの予約を開いてください。開始の 15 分前からボタンが表示されます。',
    own: 'いつものように、ご自身の Zoom でミーティングを開始してください。',
  },
  signInLink: {
    subject: (desk) => `${desk} へのサインイン用リンク`,
    says: (desk) =>
      `このメールアドレスで ${desk} にサインインするリンクが求められました。リンクを開き、表示されたボタンを押してください。`,
    action: 'サインイン',
    lasts: (time) => `リンクは 1 回だけ、${time} まで使えます。`,
    notYou: 'お心当たりがない場合は、何もする必要はありません。このメールがなければ、誰もサインインできません。',
  },
  confirmed: {
    subject: (title, when) => `予約完了：${title}、${when}`,
    toOrganiser: 'ミーティングの準備ができました。予約の参加者にも同様のメールが届きます。',
    toPeople: (organiser) => `${organiser} さんから、Zoom ミーティングへの招待です。`,
    newLink: 'ミーティングのリンクが新しくなりました。以前のリンクは使えません。',
  },
  changed: {
    subject: (title, when) => `変更：${title}、${when}`,
    toOrganiser: 'ミーティングが変更されました。現在の内容は次のとおりです。',
    toPeople: (organiser) =>
      `${organiser} さんから招待されている Zoom ミーティングが変更されました。現在の内容は次のとおりです。`,
    linkFollows: 'リンクは別のメールでお送りします。以前のリンクは使わないでください。',
  },
  cancelled: {
    subject: (title, when) => `キャンセル：${title}、${when}`,
    toOrganiser: 'ミーティングはキャンセルされました。リンクは使えません。',
    toPeople: (organiser) => `${organiser} さんから招待されていた Zoom ミーティングはキャンセルされました。`,
    toWhoLeft: (organiser) => `${organiser} さんが参加者を変更したため、このミーティングへの招待は取り消されました。`,
  },
  deputy: {
    subject: (title, when) => `代理人：${title}、${when}`,
    subjectDismissed: (title) => `代理人ではなくなりました：${title}`,
    named: (organiser) =>
      `${organiser} さんが、あなたをこの Zoom ミーティングの代理人に指定しました。ミーティングを開始できます。`,
    changed: (organiser) =>
      `代理人となっている ${organiser} さんの Zoom ミーティングが変更されました。現在の内容は次のとおりです。`,
    cancelled: (organiser) => `代理人となっていた ${organiser} さんの Zoom ミーティングはキャンセルされました。`,
    dismissed: (organiser) =>
      `${organiser} さんが開始できる人を変更したため、このミーティングの代理人ではなくなりました。`,
    start:
      '開始するには、予約システムでこの予約を開いてください。開始の 15 分前からボタンが表示されます。ホストとしてサインインするため、そのリンクは誰にも渡さないでください。',
  },
  approvalAsked: {
    subject: (title, organiser) => `承認依頼：${title}（${organiser}）`,
    says: (organiser) =>
      `${organiser} さんの予約には、マネージャーの承認が必要です。承認されるまで時間帯は確保されています。`,
    action: '承認または却下',
  },
  approvalDecided: {
    subjectApproved: (title) => `承認：${title}`,
    subjectDeclined: (title) => `却下：${title}`,
    approved: '予約が承認されました。Zoom がミーティングを作成したら、リンクを別のメールでお送りします。',
    declined: '予約は却下され、時間帯は解放されました。理由がわからない場合は、マネージャーにお問い合わせください。',
  },
  overrun: {
    subjectRunning: (title) => `まだ進行中です：${title}`,
    subjectNext: (title) => `開始が遅れる可能性があります：${title}`,
    subjectAdmin: (host) => `${host} でミーティングが長引いています`,
    running: (time) =>
      `ミーティングがまだ進行中ですが、同じホストには ${time} に次の予約があります。それまでに終了してください。終了しないと、次のミーティングを開始できません。`,
    next: (time) =>
      `同じホストで前のミーティングがまだ進行中です。${time} からのミーティングは、それが終わるまで開始できません。前の主催者には連絡済みです。`,
    nextMayEnd:
      'そのミーティングは終了させることができます。予約システムでご自身の予約を開くと、ボタンがあります。参加しているすべての人がすぐに退出します。',
    admin: (running, next, time) =>
      `「${running}」がまだ進行中ですが、同じホストで ${time} に「${next}」が始まります。両方の主催者に連絡済みです。進行中のミーティングは、そのページで終了できます。`,
  },
}
