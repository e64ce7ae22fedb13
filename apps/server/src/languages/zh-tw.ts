import type { MailWords } from './mail-words.ts'

export const words: MailWords = {
  hello: (name) => (name === '' ? '您好：' : `${name}，您好：`),
  foot: (desk) => `由 ${desk} 寄出。這是 Zoom 會議的預約系統，並非 Zoom 提供的服務。`,
  facts: {
    when: '時間',
    yourTime: '您的時間',
    repeats: '重複',
    dates: '日期',
    organiser: '主辦人',
    host: '主持人',
    people: '與會者',
    agenda: '說明',
    meetingId: '會議 ID',
    passcode: '密碼',
  },
  moreDates: (count) => `……另有 ${count} 個日期`,
  yours: (moment) => `您的時間：${moment}`,
  openBooking: '查看預約',
  join: '加入 Zoom 會議',
  toSendOn: '可轉寄的邀請',
  calendarFile: '附件的行事曆檔案可將會議加入您的行事曆；日後的檔案會取代它。',
  opening: {
    withoutHost: '不需要有人開始會議：第一位與會者加入時，會議就會開始。',
    startLink: '要開始會議，請在預約系統中開啟這個預約。會議開始前 15 分鐘起，該頁會有開始按鈕。',
    own: '請照常在您自己的 Zoom 中開始會議。',
  },
  signInLink: {
    subject: (desk) => `${desk} 的登入連結`,
    says: (desk) => `有人要求以這個電子郵件地址登入 ${desk}。請開啟連結，並按下頁面上的按鈕。`,
    action: '登入',
    lasts: (time) => `連結只能使用一次，有效期限到 ${time}。`,
    notYou: '如果不是您本人，不必理會：沒有這封信，任何人都無法登入。',
  },
  confirmed: {
    subject: (title, when) => `已預約：${title}，${when}`,
    toOrganiser: '您的會議已準備好。預約中的與會者也會收到類似的郵件。',
    toPeople: (organiser) => `${organiser} 邀請您參加 Zoom 會議。`,
    newLink: '會議有了新的連結，先前的連結已失效。',
  },
  changed: {
    subject: (title, when) => `已變更：${title}，${when}`,
    toOrganiser: '您的會議已變更，目前的內容如下：',
    toPeople: (organiser) => `${organiser} 邀請您參加的 Zoom 會議已變更，目前的內容如下：`,
    linkFollows: '連結會在另一封郵件中寄出，請勿使用先前的連結。',
  },
  cancelled: {
    subject: (title, when) => `已取消：${title}，${when}`,
    toOrganiser: '您的會議已取消，連結已失效。',
    toPeople: (organiser) => `${organiser} 邀請您參加的 Zoom 會議已取消。`,
    toWhoLeft: (organiser) => `${organiser} 變更了與會者名單，您不再受邀參加這場會議。`,
  },
  deputy: {
    subject: (title, when) => `代理人：${title}，${when}`,
    subjectDismissed: (title) => `不再是代理人：${title}`,
    named: (organiser) => `${organiser} 指定您為這場 Zoom 會議的代理人：您也可以開始會議。`,
    changed: (organiser) => `您擔任代理人的 Zoom 會議已變更（主辦人：${organiser}），目前的內容如下：`,
    cancelled: (organiser) => `您擔任代理人的 Zoom 會議已取消（主辦人：${organiser}）。`,
    dismissed: (organiser) => `您不再是這場會議的代理人：${organiser} 變更了可以開始會議的人。`,
    start:
      '要開始會議，請在預約系統中開啟這個預約。會議開始前 15 分鐘起，該頁會有開始按鈕。它會以主持人身分登入，請勿轉交其連結。',
  },
  approvalAsked: {
    subject: (title, organiser) => `等待核准：${title}（${organiser}）`,
    says: (organiser) => `${organiser} 的預約需要主管核准。在此之前，時段會先保留。`,
    action: '核准或拒絕',
  },
  approvalDecided: {
    subjectApproved: (title) => `已核准：${title}`,
    subjectDeclined: (title) => `未獲核准：${title}`,
    approved: '您的預約已獲核准。Zoom 建立會議後，連結會在另一封郵件中寄出。',
    declined: '您的預約未獲核准，時段已釋出。如不清楚原因，請洽主管。',
  },
  overrun: {
    subjectRunning: (title) => `會議仍在進行：${title}`,
    subjectNext: (title) => `可能延後開始：${title}`,
    subjectAdmin: (host) => `${host} 上有會議超時`,
    running: (time) =>
      `您的會議仍在進行，而同一位主持人在 ${time} 還有另一場會議。請在此之前結束，否則下一場會議無法開始。`,
    next: (time) =>
      `前一場會議仍在同一位主持人上進行。您 ${time} 的會議要等它結束後才能開始。該會議的主辦人已收到通知。`,
    nextMayEnd: '您可以結束那場會議：請在預約系統中開啟您的預約，該頁會有按鈕。會議中的所有人會立即離開。',
    admin: (running, next, time) =>
      `「${running}」仍在進行，而「${next}」將於 ${time} 在同一位主持人上開始。雙方主辦人都已收到通知。您可以在該會議的頁面結束它。`,
  },
}
