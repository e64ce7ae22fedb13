import type { BookingWords } from '../en/booking.ts'

const weeks = ['ilk', 'ikinci', 'üçüncü', 'dördüncü']
const weekOf = (week: 1 | 2 | 3 | 4 | -1): string => (week === -1 ? 'son' : (weeks[week - 1] ?? ''))

export const booking: BookingWords = {
  notThere: 'Bu rezervasyon yok',
  notThereRemedy: 'Kaldırılmış veya başkasına ait olabilir.',
  untitled: 'Rezerve edilmiş',

  says: {
    waits_for_approval: 'Bir sorumlunun onaylaması gerekir. O zamana kadar saat ayrılmış durumda.',
    asking_zoom: 'Saatiniz ayrıldı. Zoom’dan bağlantı isteniyor; bu birkaç saniye sürer.',
    no_answer:
      'Zoom yanıt vermedi; saatiniz ayrılmış durumda. Sistem toplantının oluşup oluşmadığına Zoom’da bakar; böylece tam bir tane olur.',
    zoom_away: 'Zoom şu anda yanıt vermiyor; saatiniz ayrılmış durumda. Bağlantı, Zoom geri gelince gelir.',
    limited:
      'Bu toplantı sahibi, Zoom’un bugün izin verdiğini tüketti; saatiniz ayrılmış durumda. Bağlantı, Zoom yeniden izin verince gelir.',
    refused_by_zoom:
      'Saatiniz ayrılmış durumda, ama Zoom toplantıyı oluşturmayı reddediyor. Rezervasyonu değiştirin veya bir yöneticiye danışın.',
    sign_in_refused:
      'Saatiniz ayrılmış durumda, ama Zoom sistemi içeri almıyor. Bir yöneticinin bağlantı ayarlarına bakması gerekir.',
    scope_missing:
      'Saatiniz ayrılmış durumda, ama sistemin Zoom’da bir izni eksik. Bir yöneticinin bağlantı ayarlarına bakması gerekir.',
    undecided: 'Sistem Zoom’da bu olabilecek birden çok toplantı buldu. Bir yönetici seçer.',
    gone: 'Biri bu toplantıyı Zoom’da sildi. Bir yönetici onu başka bir bağlantıyla yeniden oluşturabilir veya iptal edebilir.',
    differs: 'Biri bu toplantıyı Zoom’da değiştirdi.',
    changing: 'Değişikliğiniz kaydedildi. Zoom’a bildiriliyor.',
    cancelling: 'Burada iptal edildi. Zoom’a bildiriliyor.',
    ready: 'Toplantı Zoom’da oluşturuldu. Daveti gönderin veya insanlar bağlantıyla gelsin.',
    running: 'Toplantı sürüyor.',
    overruns: 'Toplantı süresini aştı ve bu toplantı sahibindeki sonraki toplantı az sonra başlıyor. Lütfen bitirin.',
    cancelled: 'Bu rezervasyon iptal edildi.',
    declined: 'Bir sorumlu bu rezervasyonu reddetti. Saat yeniden boş.',
    ended: 'Bu rezervasyon sona erdi.',
  },
  again: (when) => `Sonraki deneme: ${when}.`,
  zoomSays: (text) => `Zoom’un dediği: ${text}`,
  differsIn: (fields) => `Farklı olan: ${fields}`,

  link: 'Katılım bağlantısı',
  join: 'Toplantıya katıl',
  copyLink: 'Bağlantıyı kopyala',
  meetingId: 'Toplantı kimliği',
  copyId: 'Toplantı kimliğini kopyala',
  passcode: 'Parola',
  noPasscode: 'yok',
  showPasscode: 'Göster',
  hidePasscode: 'Gizle',
  copyPasscode: 'Parolayı kopyala',
  copyInvitation: 'Daveti kopyala',
  showInvitation: 'Daveti göster',
  calendarFile: 'Takvim dosyası',
  noLinkYet: 'Bağlantı burada görünecek.',
  notYourLink: 'Bağlantıyı yalnızca düzenleyen görür.',

  heldUpTitle: 'Geç başlayabilir',
  heldUp:
    'Aynı toplantı sahibinde önceki toplantı hâlâ sürüyor. Bu toplantı ancak o bitince başlayabilir. Düzenleyenine haber verildi.',
  heldUpMayEnd: 'Kendiliğinden bitmezse onu bitirebilirsiniz.',
  deputyReady: 'Toplantı Zoom’da oluşturuldu. Düzenleyenin vekili olarak başlatabilirsiniz.',

  opening: 'Nasıl açılır',
  withoutHost: 'Bağlantıyla ilk gelen toplantıyı açar. Kimsenin başlatması gerekmez.',
  own: 'Kendi Zoom’unuzda yapılır: orada veya oturumunuz açıkken bağlantıyla başlatın.',
  startLink: 'Aşağıdaki düğmeyle, toplantı sahibi olarak siz açarsınız.',
  start: 'Toplantıyı başlat',
  startWindow: (from, until) => `Düğmenin çalıştığı süre: ${from} – ${until}.`,
  startLater: (when) => `Çalışacağı zaman: ${when}.`,
  startOver: 'Başlatılacak tarih kalmadı.',

  when: 'Zaman',
  dates: (count) => `${count} tarih`,
  changeDate: (date) => `Değiştir: ${date}`,
  changeOne: 'Değiştir',
  past: 'bitti',
  host: 'Toplantı sahibi',
  people: 'Katılımcılar',
  nobody: 'Başka kimse yok. Eklediğiniz kişiler bağlantıyı e-postayla alır.',
  nobodyElse: 'Başka kimse yok.',
  expected: (count) => `${count} kişi bekleniyor`,
  deputies: 'Vekiller',
  agenda: 'Açıklama',
  organiser: 'Düzenleyen',
  repeats: {
    daily: (interval) => (interval === 1 ? 'Her gün' : `${interval} günde bir`),
    weekly: (interval, days) => {
      const on = days.toLocaleLowerCase('tr')
      return interval === 1 ? `Her hafta: ${on}` : `${interval} haftada bir: ${on}`
    },
    monthlyDay: (interval, day) =>
      interval === 1 ? `Her ayın ${day}. günü` : `${interval} ayda bir, ayın ${day}. günü`,
    monthlyWeekday: (interval, week, weekday) => {
      const which = `${weekOf(week)} ${weekday.toLocaleLowerCase('tr')} günü`
      return interval === 1 ? `Her ayın ${which}` : `${interval} ayda bir, ayın ${which}`
    },
  },

  change: 'Değiştir',
  cancel: 'İptal et',
  extend: '15 dakika uzat',
  extended: 'Toplantı 15 dakika uzatıldı.',
  lookAtDrift: 'Bak',
  endRunning: 'Toplantıyı Zoom’da bitir',
  endBefore: 'Önceki toplantıyı bitir',
  endTitle: 'Süren toplantı bitirilsin mi?',
  endBeforeTitle: 'Önceki toplantı bitirilsin mi?',
  endWhat: 'İçindeki herkes hemen çıkarılır. Bunu sizin yaptığınız denetim kaydına yazılır.',
  letRun: 'Sürsün',
  endedNow: 'Toplantı bitirildi.',
  approve: 'Onayla',
  decline: 'Reddet',
  approved: 'Onaylandı. Zoom’dan bağlantı isteniyor.',
  declined: 'Reddedildi. Düzenleyene bildirilir.',

  scope: 'Hangi tarihler',
  scopeOne: (date) => `Yalnızca ${date}`,
  scopeFollowing: (date) => `${date} ve sonraki tüm tarihler`,
  scopeAll: 'Gelecek tüm tarihler',
  whichDate: 'Hangi tarih',
  fromDate: 'Hangi tarihten başlayarak',

  changeTitle: 'Rezervasyonu değiştir',
  changeNothing: 'Henüz bir şey değişmedi.',
  oneOnly: 'Tek bir tarihin yalnızca başlangıcı ve süresi farklı olabilir. Gerisi bütün tarihlerindir.',
  mayMove: 'Bu toplantı sahibi boş değilse başka birini al',
  mayMoveHint: 'O zaman toplantının bağlantısı değişir.',
  save: 'Değiştir',
  saveNewLink: 'Değiştir, yeni bağlantıyla',
  saveAsk: 'Değişikliği iste',
  cannotSave: 'Henüz olmuyor: işaretli yerlere bakın',
  changed: 'Değiştirildi.',

  cancelTitle: 'Rezervasyon iptal edilsin mi?',
  cancelWhat: 'Katılımcılara e-postayla bildirilir ve toplantı sahibi başkaları için boşalır.',
  cancelWhatAlone: 'Toplantı sahibi başkaları için boşalır.',
  cancelOne: (date) => `İptal et: ${date}`,
  cancelFollowing: (date) => `İptal et: ${date} ve sonraki tüm tarihler`,
  cancelAll: (count) => (count === 1 ? 'Toplantıyı iptal et' : `${count} tarihin hepsini iptal et`),
  keep: 'Kalsın',
  cancelled: 'İptal edildi. Katılımcılara bildirilir.',
  cancelledAlone: 'İptal edildi.',
}
