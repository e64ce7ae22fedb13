import type { ProblemWords } from '../en/problems.ts'

export const problems: ProblemWords = {
  unreachable: 'Rezervasyon sistemine ulaşılamadı. Ağınıza bakın, sonra yeniden deneyin: hiçbir şey iki kez yapılmaz.',
  invalid_input: 'Yazdıklarınızdan bir kısmı kullanılamıyor. İşaretli alanlara bakın.',
  zoom_cannot: 'Zoom bir toplantıyı bu şekilde yineleyemez.',
  refused_by_policy: 'Buradaki bir kural buna izin vermiyor.',
  no_free_host: 'O saatte boş toplantı sahibi yok. Başka bir saat seçin.',
  slot_taken: 'Az önce başka biri bu saati aldı. Başka bir saat seçin.',
  not_found: 'Burada böyle bir şey yok. Kaldırılmış olabilir.',
  not_found_here: 'Burada böyle bir şey yok. Kaldırılmış olabilir.',
  not_allowed: 'Bunu yapmaya yetkiniz yok. Bir yöneticiye danışın.',
  wrong_state: 'Şu anki durumda bu artık yapılamaz.',
  changed_meanwhile: 'Bu arada biri değiştirdi. Yeniden bakın, sonra değişikliğinizi yineleyin.',
  key_reused: 'Sistem bunu daha önce yapılmış saydı. Sayfayı yeniden yükleyin.',
  key_missing: 'Sayfa eksik bir istek gönderdi. Sayfayı yeniden yükleyin.',
  not_signed_in: 'Oturumunuz kapandı. Yeniden oturum açın; yazdıklarınız duruyor.',
  foreign_origin: 'İstek bu sayfadan gelmedi. Sayfayı yeniden yükleyin.',
  misdirected: 'Bu, rezervasyon sisteminin adresi değil. Size verilen adresten açın.',
  scope_missing: 'Bunu yapmaya yetkiniz yok. Bir yöneticiye danışın.',
  too_many_tries: (minutes) => `Çok fazla deneme yapıldı. ${minutes} dakika bekleyip yeniden deneyin.`,
  sign_in_failed: 'Oturum açılamadı. Yeniden deneyin.',
  link_expired: 'Bu bağlantı kullanılmış veya süresi dolmuş. Yenisini isteyin.',
  method_not_allowed: 'Sayfa yanlış bir istek gönderdi. Sayfayı yeniden yükleyin.',
  body_too_large: 'Bir seferde çok fazla metin. Kısaltın.',
  zoom_away: 'Zoom yanıt vermiyor. Birkaç dakika sonra yeniden deneyin.',
  zoom_refused: 'Zoom bunu reddetti. Bir yöneticiden bağlantı sınamasını yapmasını isteyin.',
  database_away:
    'Rezervasyon sistemi veritabanına ulaşamıyor. Biraz sonra yeniden deneyin: hiçbir şey iki kez yapılmaz.',
  internal: (requestId) =>
    `Sistemde bir sorun oldu. Yeniden deneyin; sürerse bir yöneticiye şu numarayı bildirin: ${requestId}.`,
}
