import type { MailWords } from './mail-words.ts'

export const words: MailWords = {
  hello: (name) => (name === '' ? '您好：' : `${name}，您好：`),
  foot: (desk) => `由 ${desk} 发送。这是 Zoom 会议的预约系统，并非 Zoom 提供的服务。`,
  facts: {
    when: '时间',
    yourTime: '您的时间',
    repeats: '重复',
    dates: '日期',
    organiser: '组织者',
    host: '主持人',
    people: '参会者',
    agenda: '说明',
    meetingId: '会议号',
    passcode: '密码',
  },
  moreDates: (count) => `……另有 ${count} 个日期`,
  yours: (moment) => `您的时间：${moment}`,
  openBooking: '查看预约',
  join: '加入 Zoom 会议',
  toSendOn: '可转发的邀请',
  calendarFile: '附件中的日历文件可将会议加入您的日历；以后的文件会取代它。',
  opening: {
    withoutHost: '不需要有人开始会议：第一位参会者加入时，会议就会开始。',
    startLink: '要开始会议，请在预约系统中打开这个预约。会议开始前 15 分钟起，该页面会有开始按钮。',
    own: '请照常在您自己的 Zoom 中开始会议。',
  },
  signInLink: {
    subject: (desk) => `${desk} 的登录链接`,
    says: (desk) => `有人要求用这个电子邮件地址登录 ${desk}。请打开链接，并按下页面上的按钮。`,
    action: '登录',
    lasts: (time) => `链接只能使用一次，有效期至 ${time}。`,
    notYou: '如果不是您本人，无需理会：没有这封邮件，任何人都无法登录。',
  },
  confirmed: {
    subject: (title, when) => `已预约：${title}，${when}`,
    toOrganiser: '您的会议已准备好。预约中的参会者也会收到类似的邮件。',
    toPeople: (organiser) => `${organiser} 邀请您参加 Zoom 会议。`,
    newLink: '会议有了新的链接，之前的链接已失效。',
  },
  changed: {
    subject: (title, when) => `已更改：${title}，${when}`,
    toOrganiser: '您的会议已更改，目前的内容如下：',
    toPeople: (organiser) => `${organiser} 邀请您参加的 Zoom 会议已更改，目前的内容如下：`,
    linkFollows: '链接会在另一封邮件中发送，请勿使用之前的链接。',
  },
  cancelled: {
    subject: (title, when) => `已取消：${title}，${when}`,
    toOrganiser: '您的会议已取消，链接已失效。',
    toPeople: (organiser) => `${organiser} 邀请您参加的 Zoom 会议已取消。`,
    toWhoLeft: (organiser) => `${organiser} 更改了参会者名单，您不再受邀参加这场会议。`,
  },
  deputy: {
    subject: (title, when) => `代理人：${title}，${when}`,
    subjectDismissed: (title) => `不再是代理人：${title}`,
    named: (organiser) => `${organiser} 指定您为这场 Zoom 会议的代理人：您也可以开始会议。`,
    changed: (organiser) => `您担任代理人的 Zoom 会议已更改（组织者：${organiser}），目前的内容如下：`,
    cancelled: (organiser) => `您担任代理人的 Zoom 会议已取消（组织者：${organiser}）。`,
    dismissed: (organiser) => `您不再是这场会议的代理人：${organiser} 更改了可以开始会议的人。`,
    start:
      '要开始会议，请在预约系统中打开这个预约。会议开始前 15 分钟起，该页面会有开始按钮。它会以主持人身份登录，请勿转交其链接。',
  },
  approvalAsked: {
    subject: (title, organiser) => `等待批准：${title}（${organiser}）`,
    says: (organiser) => `${organiser} 的预约需要主管批准。在此之前，时段会先保留。`,
    action: '批准或拒绝',
  },
  approvalDecided: {
    subjectApproved: (title) => `已批准：${title}`,
    subjectDeclined: (title) => `未获批准：${title}`,
    approved: '您的预约已获批准。Zoom 创建会议后，链接会在另一封邮件中发送。',
    declined: '您的预约未获批准，时段已释放。如不清楚原因，请联系主管。',
  },
  overrun: {
    subjectRunning: (title) => `会议仍在进行：${title}`,
    subjectNext: (title) => `可能推迟开始：${title}`,
    subjectAdmin: (host) => `${host} 上有会议超时`,
    running: (time) =>
      `您的会议仍在进行，而同一位主持人在 ${time} 还有另一场会议。请在此之前结束，否则下一场会议无法开始。`,
    next: (time) =>
      `前一场会议仍在同一位主持人上进行。您 ${time} 的会议要等它结束后才能开始。该会议的组织者已收到通知。`,
    nextMayEnd: '您可以结束那场会议：请在预约系统中打开您的预约，该页面会有按钮。会议中的所有人会立即离开。',
    admin: (running, next, time) =>
      `“${running}”仍在进行，而“${next}”将于 ${time} 在同一位主持人上开始。双方组织者都已收到通知。您可以在该会议的页面结束它。`,
  },
}
