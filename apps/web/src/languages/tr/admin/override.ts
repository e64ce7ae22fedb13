import type { override as english } from '../../en/admin/override.ts'

export const override: typeof english = {
  lead: 'Seçtiğiniz toplantı sahibinde her şeyin yanında rezervasyon yapar: kurallar, açık saatler ve öteki rezervasyonlar sayılmaz.',
  warning:
    'Toplantı sahibi o saatte yapabileceği kadar toplantı yapıyorsa bu toplantı başlatılamaz. Rezervasyon takvimde, herkesin göreceği ayrı bir satırda durur ve denetim kaydına yazılır.',
  host: 'Toplantı sahibi',
  chooseHost: 'Toplantı sahibi seçin',
  organiser: 'Kimin için',
  organiserHint: 'Ad veya adres; toplantı onundur ve e-postalar ona gider.',
  title: 'Konu',
  series: 'Bir dizinin bütün tarihleri bu toplantı sahibinin ayrı satırında yer alır, ya da hiçbiri.',
  people: 'Beklenen kişi sayısı',
  submit: 'Kuralların dışında rezerve et',
  missing: 'Bir toplantı sahibi ve bir üye seçin; konu, tarih, başlangıç ve süre girin.',
}
