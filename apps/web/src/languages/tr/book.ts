import type { BookWords } from '../en/book.ts'

const weeks = ['ilk', 'ikinci', 'üçüncü', 'dördüncü']

export const book: BookWords = {
  title: 'Toplantı rezerve et',
  lead: 'Zamanını söyleyin; sistem boş bir toplantı sahibi bulur.',
  meetNow: 'Hemen toplan',

  name: 'Konu',
  namePlaceholder: 'Ekibin haftalık toplantısı',
  nameMissing: 'Toplantıya bir konu verin.',
  date: 'Tarih',
  time: 'Başlangıç',
  timesMissing: 'Tarih, başlangıç ve süre girin.',
  dateMissing: 'Tarih girin.',
  timeMissing: 'Başlangıç girin.',
  lengthMissing: 'Süre girin.',
  length: 'Süre',
  ownLength: 'Başka süre, dakika olarak',
  ownLengthShort: 'Dakika',
  zone: (zone) => `Saatlerin dilimi: ${zone}.`,
  otherZone: 'Başka saat dilimi',
  timeZone: 'Toplantının saat dilimi',

  repeat: 'Yineleme',
  repeats: { never: 'Bir kez', daily: 'Her gün', weekly: 'Her hafta', two_weeks: '2 haftada bir', monthly: 'Her ay' },
  on: 'Günler',
  monthlyBy: 'Ayın hangi günü',
  onMonthDay: (day) => `Ayın ${day}. günü`,
  onWeekday: (week, weekday) => `Ayın ${week === -1 ? 'son' : weeks[week - 1]} ${weekday.toLocaleLowerCase('tr')} günü`,
  interval: { daily: 'Kaç günde bir', weekly: 'Kaç haftada bir', monthly: 'Kaç ayda bir' },
  ends: 'Bitiş',
  endsAfter: 'Tarih sayısıyla',
  endsOn: 'Belirli bir günde',
  count: 'Kaç tarih',
  until: 'Son gün',

  people: 'Katılımcılar',
  peopleHint: 'İstediğiniz kadar adres yapıştırın. Bağlantıyı ve bir takvim dosyasını alırlar.',
  peopleRead: (count) => `${count} kişi`,
  peopleWrong: (pieces) => `Bu bir e-posta adresi değil: ${pieces}. Düzeltin veya çıkarın.`,
  more: 'Açıklama ve kişi sayısı',
  moreDeputies: 'Açıklama, kişi sayısı, vekiller',
  deputies: 'Vekiller',
  deputiesHint:
    'Toplantıyı başlatabilecek öteki üyelerin adresleri, en çok 5. Vekiller ne bağlantıyı ne de parolayı alır.',
  agenda: 'Açıklama',
  expected: 'Kaç kişi gelecek',
  expectedHint: 'Sistem o kadar kişiye yeten bir toplantı sahibi seçer. Boş bırakılırsa: yukarıdaki herkes ve siz.',

  outlook: 'Ne alırsınız',
  free: (free, of) =>
    of === 1
      ? free === 1
        ? 'Toplantı sahibi boş'
        : 'Toplantı sahibi boş değil'
      : `${of} toplantı sahibinden ${free} tanesi boş`,
  freeForAll: (free, of, dates) =>
    of === 1
      ? free === 1
        ? `Toplantı sahibi ${dates} tarihin hepsinde boş`
        : `Toplantı sahibi ${dates} tarihin hepsinde boş değil`
      : `${of} toplantı sahibinden ${free} tanesi ${dates} tarihin hepsinde boş`,
  noHosts: 'Rezerve edebileceğiniz bir toplantı sahibi yok.',
  looking: 'Boş toplantı sahipleri aranıyor …',
  cannotLook: 'Sisteme şu anda sorulamıyor. Yine de rezervasyon yapabilirsiniz: geri gelince yanıt verir.',
  host: (name) => `Toplantı sahibi: ${name}`,
  approval: 'Bir sorumlunun onaylaması gerekir. O zamana kadar saati ayrılır.',
  zoomAway: 'Zoom şu anda yanıt vermiyor. Saat hemen sizin olur; bağlantı sonra gelir.',
  whyNot: 'Neden ötekiler değil',
  whyNone: 'Neden olmuyor',
  yourTime: (hours, zone) => `Sizin saatiniz: ${hours} (${zone})`,
  showDates: (count) => `${count} tarihin tümü`,

  dateTaken: 'Dolu',
  dateMoved: (time) => `Taşındı: ${time}`,
  dateLeftOut: 'Çıkarıldı',
  leaveOut: 'Çıkar',
  leaveOutDate: (date) => `Çıkar: ${date}`,
  bringBack: 'Planlandığı gibi',
  bringBackDate: (date) => `Planlandığı gibi: ${date}`,
  moveTo: (time) => `Şuna al: ${time}`,
  moveDateTo: (date, time) => `${date}: ${time} saatine al`,
  conflicts: (taken, of) => `${of} tarihin ${taken} tanesi dolu. Burada çözün:`,
  moveAll: (count) => (count === 1 ? 'Taşı' : `${count} tarihin hepsini taşı`),
  leaveOutAll: (count) => (count === 1 ? 'Çıkar' : `${count} tarihin hepsini çıkar`),
  onHost: (name) => `Böylece hepsi tek bağlantıyla şu toplantı sahibine sığar: ${name}.`,
  otherTimes: 'Bunun yerine boş olan',
  otherTimesSeries: 'Bunun yerine her tarihte boş olan',
  take: (when) => `Seç: ${when}`,
  takeMinutes: (length) => `Süreyi ${length} yap`,
  takeUntil: (day) => `Şu gün bitir: ${day}`,
  rule: 'Buradaki bir kural',
  twice: 'İkisinden hangisi?',
  earlier: (offset) => `Erken olan (${offset})`,
  later: (offset) => `Geç olan (${offset})`,
  nearest: 'Zoom’un yapabileceği en yakın biçim',
  parts: 'Veya her biri kendi bağlantısıyla birkaç rezervasyon',
  part: (dates, first) => (dates === 1 ? first : `${first} ile başlayan ${dates} tarih`),
  nextFree: 'Sonraki yarım saati seç',

  submit: (when) => `Rezerve et: ${when}`,
  submitSeries: (dates, first) => `${first} ile başlayan ${dates} tarihi rezerve et`,
  submitAsk: (when) => `İste: ${when}`,
  submitAskSeries: (dates, first) => `${first} ile başlayan ${dates} tarihi iste`,
  notFree: 'Boş toplantı sahibi yok: başka bir saat seçin',
  notSolved: 'Önce dolu tarihleri çözün',
  notAllowed: 'Henüz kurallara uygun değil',
  notPossible: 'Henüz olmuyor: işaretli yerlere bakın',
  booking: 'Rezervasyon yapılıyor …',

  nowTitle: 'Hemen toplan',
  nowLead: 'Sistem bu süre boyunca boş bir toplantı sahibi seçer. Toplantı bir iki dakika içinde başlar.',
  nowName: (name) => `Toplantı: ${name}`,
  nowSubmit: (length) => `Hemen toplan, ${length}`,
}
