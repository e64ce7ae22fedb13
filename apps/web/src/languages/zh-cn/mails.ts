import type { MailWords } from '../en/mails.ts'

export const words: MailWords = {
  title: '邮件',
  lead: '系统原本会发送的邮件。由于没有邮件服务器，所有邮件都放在这里。',
  notSent: '这些邮件都没有发送。',
  notSentDemo: '这是演示：每位试用的人都能看到全部邮件。',
  none: '还没有邮件。',
  noneMore: '预约会议，或获取登录链接，邮件就会出现在这里。',
  listLabel: '邮件，由新到旧',
  to: (address) => `收件人：${address}`,
  choose: '选择一封邮件来阅读。',
  attachments: '附件',
  download: (name) => `下载 ${name}`,
  smtp: '这个系统会发送邮件，因此这里没有保存。',
}
