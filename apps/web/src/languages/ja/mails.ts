import type { MailWords } from '../en/mails.ts'

export const words: MailWords = {
  title: 'メール',
  lead: '送信されるはずだったメールです。メールサーバーがないため、すべてここに保管されています。',
  notSent: 'これらのメールは送信されていません。',
  notSentDemo: 'デモのため、お試しの方全員にすべてのメールが見えます。',
  none: 'メールはまだありません。',
  noneMore: 'ミーティングを予約するか、サインイン用リンクを請求すると、メールがここに表示されます。',
  listLabel: 'メール（新しい順）',
  to: (address) => `宛先：${address}`,
  choose: '読むメールを選んでください。',
  attachments: '添付',
  download: (name) => `${name} をダウンロード`,
  smtp: 'この予約システムはメールを送信するため、ここには保管されません。',
}
