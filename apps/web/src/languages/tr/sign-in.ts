import type { SignInWords } from '../en/sign-in.ts'

export const signIn: SignInWords = {
  title: 'Oturum aç',
  lead: 'Toplantınızı rezerve edin; sistem boş bir toplantı sahibi bulur.',
  forThis: 'Sürdürmek için oturum açın. Yazdıklarınız duruyor.',
  email: 'E-posta adresiniz',
  emailHint: 'Bağlantı içeren bir e-posta alırsınız. Parola yoktur.',
  emailMissing: 'E-posta adresinizin tamamını yazın, örneğin mei@example.com.',
  askForLink: 'Bana bağlantı gönder',
  or: 'veya',
  withOpenId: (name) => `${name} ile oturum aç`,
  sentTitle: 'E-postanıza bakın',
  sent: (email) =>
    `${email} bir üyeye aitse, bağlantı içeren bir e-posta yolda. Bağlantı bir kez, 15 dakika boyunca kullanılabilir.`,
  sentNothing: 'E-posta gelmedi mi? İstenmeyen klasörüne bakın veya üye olup olmadığınızı bir yöneticiye sorun.',
  sentToPage: 'Bu sistem e-posta göndermez: e-postaları bir sayfada durur.',
  otherAddress: 'Başka bir adres kullan',
  confirmTitle: 'Şimdi oturum açılsın mı?',
  confirmLead: 'Bir tıklamayla bu cihazda oturum açarsınız.',
  confirm: 'Oturum aç',
  newLink: 'Yeni bir bağlantı iste',
  demoTitle: 'Tanıtım: kim olacağınızı seçin',
  demoLead: 'Buradaki herkes hayalî. Parola da e-posta da yok.',
  roles: { member: 'Üye', manager: 'Sorumlu', admin: 'Yönetici' },
  firstTitle: 'Sistemi kurun: ilk yönetici',
  firstLead: 'Bu bağlantı sistem başlarken yazdırıldı. Bir kez kullanılabilir.',
  firstName: 'Adınız',
  firstNameMissing: 'Adınızı başkalarının bildiği gibi yazın.',
  timeZone: 'Saat diliminiz',
  first: 'Başla',
  noWay:
    'Burada henüz kimse oturum açamaz. Sistemi işletenin e-postayı veya bir oturum açma hizmetini kurması gerekir.',
  openIdProblems: {
    provider_away:
      'Oturum açma hizmeti yanıt vermiyor. Birkaç dakika sonra yeniden deneyin veya e-postadaki bağlantıyı kullanın.',
    refused: 'Oturumunuz açılmadı: siz veya oturum açma hizmeti hayır dedi.',
    expired: 'Çok uzun sürdü veya başka bir tarayıcıda başladı. Yeniden deneyin.',
    email_not_verified: 'Oturum açma hizmeti e-posta adresinin sizin olduğunu doğrulamıyor. Önce orada doğrulayın.',
    not_a_member: 'Adresiniz burada tanınmıyor. Bir yöneticiden sizi eklemesini isteyin.',
    failed: 'Oturum açılamadı. Yeniden deneyin veya e-postadaki bağlantıyı kullanın.',
  },
}
