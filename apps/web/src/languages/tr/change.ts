import type { ChangeWords } from '../en/change.ts'

export const change: ChangeWords = {
  looking: 'Neyin değişeceğine bakılıyor …',
  dates: 'Zaman',
  datesStay: 'Tarihler olduğu gibi kalır.',
  moreDates: (count) => `ve ${count} tarih daha`,
  host: 'Toplantı sahibi',
  link: 'Bağlantı',
  linkStays: 'Bağlantı aynı kalır.',
  linkNew: 'Toplantı yeni bir bağlantı alır. Herkese bildirilir; eski bağlantı biter.',
  cost: 'Zoom’da',
  costOf: (host, calls, spent, most) =>
    `${host}: Zoom’un bir günde kabul ettiği ${most} değişiklikten ${calls} tanesi. Bugün ${spent} tanesi kullanıldı.`,
  costNothing: (host) => `${host}: Zoom’da değişecek bir şey yok.`,
  approval: 'Bir sorumlunun onaylaması gerekir. O zamana kadar saati ayrılır.',
  rest: (host) => `Sonraki tarihler, yeni bir bağlantıyla ayrı bir rezervasyon olur; toplantı sahibi ${host}:`,
  restNoHost: 'Sonraki tarihler ayrı bir rezervasyon olur.',
  noHost: 'O saatte boş toplantı sahibi yok.',
  useStart: (start) => `Seç: ${start}`,
  useMinutes: (length) => `Seç: ${length}`,
}
