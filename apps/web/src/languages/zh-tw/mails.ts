import type { MailWords } from '../en/mails.ts'

export const words: MailWords = {
  title: '郵件',
  lead: '系統原本會寄出的郵件。由於沒有郵件伺服器，所有郵件都放在這裡。',
  notSent: '這些郵件都沒有寄出。',
  notSentDemo: '這是示範：每位試用的人都看得到全部郵件。',
  none: '還沒有郵件。',
  noneMore: '預約會議，或索取登入連結，郵件就會出現在這裡。',
  listLabel: '郵件，由新到舊',
  to: (address) => `收件人：${address}`,
  choose: '選擇一封郵件來閱讀。',
  attachments: '附件',
  download: (name) => `下載 ${name}`,
  smtp: '這個系統會寄出郵件，因此這裡沒有保存。',
}
