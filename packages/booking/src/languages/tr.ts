import type { Sentences } from './sentences.ts'
import { createWords } from './words.ts'

const { list, day, days, wall, month, weekday, length, zoneName } = createWords('tr')

const units = { daily: 'günde', weekly: 'haftada', monthly: 'ayda' }
const onDates = (what: string, dates: readonly string[], of: number): string =>
  of === 1 ? `O saatte ${what}.` : `${of} tarihin ${dates.length} tanesinde ${what}: ${days(dates)}.`
const states = {
  requested: 'Onay bekleyen',
  reserved: 'Ayrılmış',
  unknown: 'Ayrılmış',
  confirmed: 'Kesinleşmiş',
  cancelled: 'İptal edilmiş',
  ended: 'Sona ermiş',
  declined: 'Reddedilmiş',
}
const doing = {
  change: 'değiştirilemez',
  cancel: 'iptal edilemez',
  decide: 'onaylanamaz veya reddedilemez',
  extend: 'uzatılamaz',
}

export const sentences: Sentences = {
  not_object: () => 'Bu bir nesne değil. Alanlarını verin.',
  not_text: ({ least, most }) =>
    least === 0
      ? `En çok ${most} karakterlik bir metin girin.`
      : `${least} ile ${most} karakter arasında bir metin girin.`,
  not_whole_number: ({ least, most }) => `${least} ile ${most} arasında bir tam sayı girin.`,
  not_list: ({ most }) => `En çok ${most} öğeli bir liste verin.`,
  not_one_of: ({ choices }) => `Şunlardan birini verin: ${list(choices, 'or')}.`,
  not_wall_time: () => 'Yerel tarih ve saati girin, örneğin 2026-12-20T18:00.',
  not_day: () => 'Bir tarih girin, örneğin 2026-12-20.',
  not_time_zone: () => 'Bir saat dilimi adı girin, örneğin Asia/Taipei.',
  not_email: () => 'Bir e-posta adresi girin, örneğin mei@example.com.',
  unknown_field: ({ known }) => `Bu alan burada kullanılmaz. Kullanılabilenler: ${list(known)}.`,
  given_twice: () => 'Listede iki kez geçiyor. Bir kez yazın.',

  once_a_day: () => 'Zoom bir toplantıyı günde en çok bir kez yineler. Günün her saati için ayrı bir dizi oluşturun.',
  no_yearly: ({ months }) =>
    `Zoom’da yıllık toplantı yoktur; en uzun aralık ${months} aydır. Her yıl için ayrı bir rezervasyon yapın.`,
  interval_beyond_zoom: ({ freq, most }) =>
    `Zoom en seyrek ${most} ${units[freq]} bir yineler. Daha kısa bir aralık seçin veya birkaç rezervasyon yapın.`,
  dates_beyond_zoom: ({ most, lastOn }) =>
    `Zoom’da bir dizi en çok ${most} tarihten oluşur; sonuncusu: ${day(lastOn)}. O gün bitirin veya birkaç rezervasyon yapın.`,
  no_dates: () => 'Hiç tarih kalmıyor. Dizi ilk tarihinden sonra bitsin.',
  time_skipped: ({ wall: at, timeZone, from, to }) =>
    `Böyle bir saat yok: ${wall(at)}. Saatler ileri alınıyor: ${wall(from)} yerine ${wall(to)} (${zoneName(timeZone)}). Daha erken veya daha geç bir saat seçin.`,
  which_of_two: ({ wall: at, timeZone, earlier, later }) =>
    `Saatler geri alındığı için bu saat iki kez geliyor: ${wall(at)} (${zoneName(timeZone)}). Birini seçin: erken olan (UTC${earlier}) veya geç olan (UTC${later}).`,
  earlier_taken: ({ wall: at, timeZone }) =>
    `Saatler geri alındığı için bu saat iki kez geliyor: ${wall(at)} (${zoneName(timeZone)}). Toplantı erken olanda yapılır.`,
  first_date_moved: ({ from, to }) => `Bu dizide şu tarih yok: ${day(from)}. Dizinin ilk tarihi: ${day(to)}.`,
  months_left_out: ({ months }) => `Şu aylarda böyle bir gün yok, bu yüzden atlanıyor: ${list(months.map(month))}.`,
  no_series: () => 'Yalnızca bir dizide farklı tarihler olabilir. Bunları kaldırın veya nasıl yineleneceğini belirtin.',
  no_such_date: ({ dates }) => `Dizide böyle bir tarih yok. Tarihleri: ${days(dates)}.`,
  all_left_out: () => 'Bütün tarihler çıkarılmış. Rezervasyonu iptal edin veya bir tarih bırakın.',
  left_out_has_no_length: () => 'Çıkarılan bir tarihin başlangıcı da süresi de olmaz. İkisinden birini seçin.',
  dates_overlap: ({ date, other }) =>
    `Bir toplantı, önceki bitmeden başlardı: ${day(date)}; önceki: ${day(other)}. Süreyi kısaltın veya birini taşıyın.`,

  own_host: () => 'Kendi Zoom hesabınız.',
  only_free_host: () => 'Boş olan tek toplantı sahibi.',
  smallest_that_fits: ({ capacity, people }) =>
    `${people} kişiye yeten boş toplantı sahiplerinin en küçüğü: ${capacity} kişilik.`,
  least_gap: ({ minutes }) =>
    `Bu büyüklükteki toplantı sahipleri arasında komşu toplantılarla en az boşluğu bırakan: toplam ${length(minutes)}.`,
  least_spent: ({ spent }) => `Eşit toplantı sahipleri arasında bugün Zoom’a en az çağrı yapan: ${spent} çağrı.`,
  first_of_equals: () => 'Eşit toplantı sahiplerinin ilki.',
  chosen_by_admin: () => 'Bir yönetici seçti.',

  not_in_use: () => 'Kullanımda değil.',
  belongs_to_another: () => 'Başka bir üyeye ait.',
  pool_not_confirmed: () => 'Burada toplantı sahipleri paylaşılmıyor: önce bir yöneticinin onaylaması gerekir.',
  too_small: ({ capacity, people }) => `${capacity} kişilik, oysa ${people} kişi bekleniyor.`,
  too_long_for_basic: ({ minutes, most }) =>
    `Planı toplantıları ${length(most)} sonra bitirir; bu toplantının süresi ${length(minutes)}.`,
  closed_on: ({ weekdays }) => `Şu günlerde kapalı: ${list(weekdays.map(weekday))}.`,
  outside_hours: ({ dates, of }) => onDates('kapalı', dates, of),
  dates_too_close: ({ date, other }) =>
    `Toplantıların çevresinde boş tutulan süreyle birlikte, bir toplantı önceki bitmeden başlardı: ${day(date)}; önceki: ${day(other)}.`,
  taken: ({ dates, of }) => onDates('dolu', dates, of),

  too_soon: ({ minutes }) => `Bir toplantı, başlamadan en az ${length(minutes)} önce rezerve edilir.`,
  too_far: ({ days: ahead, last }) => `En çok ${ahead} gün sonrası için rezervasyon yapılır. Son gün: ${day(last)}.`,
  too_long: ({ minutes }) => `Bir toplantı en çok ${length(minutes)} sürer.`,
  too_many_in_week: ({ most, week, has }) =>
    `Bir üyenin haftada en çok ${most} tarihi olabilir. Şu günle başlayan haftada zaten ${has} tarihiniz var: ${day(week)}.`,

  in_the_past: () => 'O saat geçti. Daha sonraki bir saat seçin.',
  has_begun: ({ date }) => `Şu tarihteki toplantı başladı ve değiştirilemez: ${day(date)}.`,
  only_whole: () =>
    'Tek bir tarihin yalnızca başlangıcı veya süresi değişebilir ya da tarih çıkarılabilir. Gerisini bütün tarihler için değiştirin.',
  kind_stays: () => 'Tek bir toplantı diziye, dizi de tek bir toplantıya dönüşmez. Yeni bir rezervasyon yapın.',
  nothing_changes: () => 'Değişecek bir şey yok. Değişen alanları verin.',
  moved_date_ahead: ({ date }) =>
    `Şu tarih taşınmıştı ve henüz gelmedi: ${day(date)}. Önce onu çıkarın veya sonraki tarihleri değiştirin.`,
  exceptions_dropped: ({ dates }) => `Dizide artık bulunmayan şu tarihlerdeki değişiklikler kalktı: ${days(dates)}.`,

  no_free_host: ({ of }) =>
    of === 0
      ? 'Rezerve edebileceğiniz bir toplantı sahibi yok. Bir yöneticiye danışın.'
      : of === 1
        ? 'Toplantı sahibi o saatte boş değil. Başka bir saat seçin.'
        : `O saatte ${of} toplantı sahibinden hiçbiri boş değil. Başka bir saat veya daha az tarih seçin.`,
  not_there: () => 'Burada böyle bir şey yok. Kaldırılmış olabilir.',
  not_yours: () => 'Bunu yalnızca düzenleyen ve yöneticiler yapabilir.',
  needs_role: ({ role }) =>
    role === 'admin'
      ? 'Bunu yalnızca yöneticiler yapabilir.'
      : role === 'manager'
        ? 'Bunu yalnızca sorumlular ve yöneticiler yapabilir.'
        : 'Bunu yalnızca üyeler yapabilir.',
  not_a_member: () => 'Bu üye yok veya etkin değil. Bir yöneticiye danışın.',
  no_such_member: () =>
    'Bu adrese sahip etkin bir üye yok. Adresi düzeltin veya bir yöneticiden üyeyi eklemesini isteyin.',
  organiser_starts_it: () => 'Düzenleyen toplantıyı zaten başlatabilir. Bu adresi çıkarın.',
  nothing_overruns: () => 'Burada süresini aşan bir toplantı artık yok: bitti veya uzatıldı.',
  within_its_time: () => 'Toplantı henüz süresi içinde. Bitmesini bekleyin.',
  own_decision: () => 'Kimse kendi rezervasyonuna karar veremez. Başka bir sorumluya başvurun.',
  approved_as_it_is: () =>
    'Bu tarihleri bir sorumlu onayladı. Değiştirmesini bir sorumludan isteyin veya rezervasyonu iptal edip yenisini yapın.',
  state_forbids: ({ state, action }) => `${states[state]} bir rezervasyon ${doing[action]}.`,
  changed_meanwhile: () => 'Bu arada biri değiştirdi. Yeniden bakın, sonra değişikliğinizi yineleyin.',
  key_reused: () => 'Bu eşgüçlülük anahtarı başka bir istekte kullanıldı. Yeni bir anahtar alın.',
  not_running: () => 'Yalnızca süren bir toplantı uzatılabilir.',
  taken_after: ({ minutes }) =>
    minutes === 0
      ? 'Toplantı sahibi bitişten hemen sonra dolu. Toplantı uzatılamaz.'
      : `Toplantı sahibi bitişten sonra yalnızca ${length(minutes)} boş. Bundan fazla uzatmayın.`,

  not_clock_time: () => '09:00 gibi bir saat girin.',
  ends_before_it_begins: () => 'Bitiş başlangıçtan önce. Daha geç bir bitiş girin.',
  email_taken: () => 'Bu e-posta adresi başka bir üyeye ait. Başka bir adres girin.',
  host_taken: () => 'Bu Zoom kullanıcısı zaten toplantı sahibi. Onun yerine o toplantı sahibini değiştirin.',
  host_is_booked: () =>
    'Bu toplantı sahibinin gelecek rezervasyonları var. Önce onları iptal edin veya başka bir toplantı sahibine taşıyın.',
  last_admin: () => 'En az bir yönetici gerekir. Önce bu rolü başka bir üyeye verin.',
  deleted_at_zoom: () =>
    'Bu toplantıyı biri Zoom üzerinde sildi. Bir yöneticiden geri yüklemesini isteyin veya rezervasyonu iptal edin.',
  nothing_to_decide: () => 'Burada karar verilecek bir şey kalmadı. Rezervasyona yeniden bakın.',
  series_changed_at_zoom: () =>
    'Bu dizinin tarihleri Zoom üzerinde değiştirildi ve olduğu gibi alınamaz. Önce rezerve edileni geri yükleyin, sonra rezervasyonu değiştirin.',
}
