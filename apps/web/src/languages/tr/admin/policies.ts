import type { policies as english } from '../../en/admin/policies.ts'

export const policies: typeof english = {
  lead: 'Rezervasyon yapan herkes için geçerlidir. Kural yoksa sınır da yoktur. Rezerve edilmiş olanlar kalır.',
  rules: 'Rezervasyon sınırları',
  notice: {
    label: 'Son anda olmasın',
    unit: 'dakika önceden',
    means: (text) => `Bir rezervasyon, başlangıçtan en az ${text} önce yapılır.`,
    example: (now, refused, passes) => `Şu saatte: ${now}. Reddedilen toplantı: ${refused}. Kabul edilen: ${passes}.`,
  },
  horizon: {
    label: 'Çok ileri olmasın',
    unit: 'gün sonrasına kadar',
    means: (days) => `En çok ${days} gün sonrası için rezervasyon yapılır.`,
    example: (passes, refused) =>
      `Bugün kabul edilen: ${passes}. Reddedilen: ${refused}. Bir dizinin bütün tarihleri sayılır.`,
  },
  longest: {
    label: 'Çok uzun olmasın',
    unit: 'dakika, en çok',
    means: (text) => `Bir toplantı en çok ${text} sürer.`,
    example: (passes, refused) => `Kabul edilen toplantı süresi: ${passes}. Reddedilen: ${refused}.`,
  },
  quota: {
    label: 'Çok fazla olmasın',
    unit: 'tarih, üye ve hafta başına',
    means: (count) => `Bir üyenin haftada en çok ${count} tarihi olur.`,
    example: (next) =>
      `Pazartesiden pazara ${next}. tarih reddedilir ve yeri olan bir hafta önerilir. Bir dizinin her tarihi sayılır.`,
  },
  buffer: {
    label: 'Toplantılar arasındaki süre',
    unit: 'boş dakika, her birinin çevresinde',
    means: (text) =>
      `Her toplantının öncesinde ve sonrasında ${text} boş tutulur; toplantı sahibinin kendi süresi daha uzunsa o geçerlidir.`,
    example: (end, refused, passes) =>
      `Bitişi ${end} olan bir toplantıdan sonra, aynı toplantı sahibindeki sonraki toplantı ${refused} saatinde başlayamaz, ${passes} saatinde başlayabilir.`,
  },
  off: 'Böyle bir kural yok.',
  approval: 'Onay',
  approvalHint:
    'Bu toplantı sahiplerinin rezervasyonları bir sorumluyu bekler. Rezervasyonları her zaman bekleyen üyeler Üyeler altında belirlenir.',
  approvalNone: 'Henüz toplantı sahibi yok.',
  opening: 'Bir toplantı nasıl açılır',
  openings: { without_host: 'İlk gelen açar', start_link: 'Düzenleyen, bir başlatma bağlantısıyla açar' },
  openingHint: {
    without_host: 'Kimse toplantı sahibi olarak oturum açmaz. Toplantı sahipleri paylaşılıyorsa daha güvenlisi budur.',
    start_link:
      'Başlangıçtan 15 dakika öncesinden bitişine kadar düzenleyen, toplantı sahibi olarak oturum açan bir bağlantı alır: bununla kayıtlar, kişiler ve bu toplantı sahibinin öteki toplantıları görülebilir. Her kullanım denetim kaydına yazılır.',
  },
  timeZone: 'Sistemin saat dilimi',
  nextMayEnd: 'Sonraki rezervasyonu düzenleyen, süresini aşan bir toplantıyı bitirebilir',
  nextMayEndHint:
    'Bir toplantı, hattındaki sonraki toplantıya 10 dakika kala hâlâ sürüyorsa iki düzenleyene ve yöneticilere e-postayla haber verilir; bir yönetici onu bitirebilir. Bu kuralla sonraki rezervasyonu düzenleyen de bitirebilir, ama kimin toplantısı olduğunu öğrenmez. Her kullanım denetim kaydına yazılır.',
  timeZoneHint: 'Kurallardaki günler ve haftalar bu dilimde sayılır.',
  save: 'Kuralları kaydet',
  saved: 'Kurallar kaydedildi.',
  whole: (most) => `1 ile ${most} arasında bir tam sayı girin.`,
  pool: {
    title: 'Toplantı sahiplerinin paylaşımı',
    off: 'Üyeler yalnızca kendi toplantı sahiplerini rezerve eder. Havuzdakiler paylaşılmıyor.',
    on: (name, when) => `Onaylayan: ${name}, ${when}. Havuzdaki toplantı sahipleri paylaşılıyor.`,
    why: 'Zoom’un koşullarının, Zoom’un yazılı izni olmadan bir hesabın veya toplantı sahibi haklarının başka biriyle paylaşılmasını yasakladığı sıkça aktarılır. Onaylamadan önce kendi sözleşmenizi okuyun veya Zoom’a sorun. Her üyenin bir Zoom kullanıcısı varsa, toplantıları kendi kullanıcısında yapılabilir ve hiçbir şey paylaşılmaz.',
    text: [
      'Kuruluşum adına şunları onaylıyorum:',
      'bu Zoom kullanıcılarının lisansları kuruluşundur ve tek kişi için değil, ortak kullanım için oluşturulmuştur;',
      'Zoom ile sözleşmesi veya Zoom’un yazılı izni, üyelerinin bu kullanıcılarda toplantı yapmasına izin verir;',
      'bir toplantıyı başlatma bağlantısıyla açan, o toplantı sahibi olarak davranır ve bundan kuruluş sorumludur;',
      'bunu kuruluş adına söylemeye yetkiliyim. Adım ve zaman bununla birlikte saklanır.',
    ],
    agree: 'Bunu okudum ve onaylıyorum',
    confirm: 'Havuzdaki toplantı sahiplerini paylaş',
    withdraw: 'Paylaşmayı bırak',
    withdrawTitle: 'Toplantı sahiplerini paylaşmak bırakılsın mı?',
    withdrawText: 'Havuzdaki toplantı sahiplerinde yeni rezervasyon yapılmaz. Rezerve edilmiş olanlar yapılır.',
    withdrawKeep: 'Paylaşmayı sürdür',
    somebody: 'bir yönetici',
  },
}
