import type { connection as english } from '../../en/admin/connection.ts'

export const connection: typeof english = {
  lead: 'Sistemin Zoom’dan gerekenlerini adım adım dener. İlk toplantı sahibinde bir toplantı oluşturur ve hemen siler.',
  test: 'Şimdi dene',
  again: 'Yeniden dene',
  testing: 'Deneniyor: birkaç saniye sürer.',
  allGood: 'Sistemin gereksindiği her şey çalışıyor.',
  bad: (count) => `${count} adım çalışmıyor.`,
  account: (account) => `Hesap ${account}`,
  zoom: { real: 'Bu, gerçek Zoom.', emulated: 'Bu bir benzetim, Zoom değil.' },
  steps: {
    sign_in: 'Uygulama oturum açıyor',
    users: 'Hesabın kullanıcıları okunuyor',
    meetings: 'Toplantılar okunuyor',
    agenda: 'Toplantı açıklamaları görünüyor',
    webhooks: 'Zoom değişiklikleri bildiriyor',
    clock: 'Saatler uyuşuyor',
  },
  results: { good: 'Çalışıyor', bad: 'Çalışmıyor', not_tried: 'Denenmedi' },
  missing: 'Uygulamada eksik kapsamlar',
  missingMore:
    'Bunları Zoom App Marketplace’te uygulamanın Scopes bölümüne ekleyin, sonra uygulamayı yeniden etkinleştirin. Yeni uygulamalarda ayrıntılı, eskilerde klasik kapsamlar vardır: yalnızca bir sütun gerekir.',
  columns: { for: 'Ne için gerekli', granular: 'Ayrıntılı', classic: 'Klasik' },
  copyGranular: 'Ayrıntılı kapsamları kopyala',
  copyClassic: 'Klasik kapsamları kopyala',
}
