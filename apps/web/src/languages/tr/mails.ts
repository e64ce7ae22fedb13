import type { MailWords } from '../en/mails.ts'

export const words: MailWords = {
  title: 'E-postalar',
  lead: 'Sistemin göndereceği e-postalar. E-posta sunucusu olmadığı için hepsi burada durur.',
  notSent: 'Bu e-postaların hiçbiri gönderilmedi.',
  notSentDemo: 'Bu bir tanıtım: deneyen herkes hepsini görür.',
  none: 'Henüz e-posta yok.',
  noneMore: 'Bir toplantı rezerve edin veya oturum açma bağlantısı isteyin; e-postası buraya gelir.',
  listLabel: 'E-postalar, en yenisi başta',
  to: (address) => `Kime: ${address}`,
  choose: 'Okumak için bir e-posta seçin.',
  attachments: 'Ekler',
  download: (name) => `İndir: ${name}`,
  smtp: 'Bu sistem e-postalarını gönderir; bu yüzden burada saklanan yok.',
}
