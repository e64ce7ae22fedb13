import type { MailWords } from './mail-words.ts'

export const words: MailWords = {
  hello: (name) => (name === '' ? 'Merhaba,' : `Merhaba ${name},`),
  foot: (desk) => `Gönderen: ${desk}. Zoom toplantıları için bir rezervasyon sistemidir; Zoom’un bir hizmeti değildir.`,
  facts: {
    when: 'Zaman',
    yourTime: 'Sizin saatiniz',
    repeats: 'Yineleme',
    dates: 'Tarihler',
    organiser: 'Düzenleyen',
    host: 'Toplantı sahibi',
    people: 'Katılımcılar',
    agenda: 'Açıklama',
    meetingId: 'Toplantı kimliği',
    passcode: 'Parola',
  },
  moreDates: (count) => `… ve ${count} tarih daha`,
  yours: (moment) => `sizin saatiniz: ${moment}`,
  openBooking: 'Rezervasyona bakın',
  join: 'Zoom toplantısına katılın',
  toSendOn: 'İletebileceğiniz davet',
  calendarFile: 'Ekteki takvim dosyası toplantıyı takviminize ekler. Daha sonra gelen dosya bunun yerini alır.',
  opening: {
    withoutHost: 'Toplantıyı kimsenin başlatması gerekmez: ilk kişi katılınca açılır.',
    startLink:
      'Toplantıyı başlatmak için rezervasyon sisteminde bu rezervasyonu açın. 15 dakika öncesinden itibaren orada bir düğme bulunur.',
    own: 'Toplantıyı her zamanki gibi kendi Zoom’unuzda başlatın.',
  },
  signInLink: {
    subject: (desk) => `Oturum açma bağlantınız: ${desk}`,
    says: (desk) =>
      `Bu adresle oturum açmak için bir bağlantı istendi: ${desk}. Bağlantıyı açın ve oradaki düğmeye basın.`,
    action: 'Oturum aç',
    lasts: (time) => `Bağlantı bir kez kullanılabilir. Son geçerlilik: ${time}.`,
    notYou: 'Siz istemediyseniz bir şey yapmayın: bu e-posta olmadan kimse oturum açamaz.',
  },
  confirmed: {
    subject: (title, when) => `Rezerve edildi: ${title}, ${when}`,
    toOrganiser: 'Toplantınız hazır. Rezervasyondaki kişilere de bunun gibi bir e-posta gider.',
    toPeople: (organiser) => `${organiser} sizi bir Zoom toplantısına davet ediyor.`,
    newLink: 'Toplantının yeni bir bağlantısı var. Önceki bağlantı artık çalışmaz.',
  },
  changed: {
    subject: (title, when) => `Değişti: ${title}, ${when}`,
    toOrganiser: 'Toplantınız değişti. Şimdiki hali:',
    toPeople: (organiser) => `Davet edildiğiniz bir Zoom toplantısı değişti (düzenleyen: ${organiser}). Şimdiki hali:`,
    linkFollows: 'Bağlantı başka bir e-postayla gelecek. Öncekini kullanmayın.',
  },
  cancelled: {
    subject: (title, when) => `İptal edildi: ${title}, ${when}`,
    toOrganiser: 'Toplantınız iptal edildi. Bağlantısı artık çalışmaz.',
    toPeople: (organiser) => `Davet edildiğiniz Zoom toplantısı iptal edildi (düzenleyen: ${organiser}).`,
    toWhoLeft: (organiser) => `Bu toplantıya artık davetli değilsiniz: katılımcıları ${organiser} değiştirdi.`,
  },
  deputy: {
    subject: (title, when) => `Vekil: ${title}, ${when}`,
    subjectDismissed: (title) => `Artık vekil değilsiniz: ${title}`,
    named: (organiser) =>
      `Bu Zoom toplantısı için vekil olarak belirlendiniz (düzenleyen: ${organiser}): onu siz de başlatabilirsiniz.`,
    changed: (organiser) => `Vekili olduğunuz bir Zoom toplantısı değişti (düzenleyen: ${organiser}). Şimdiki hali:`,
    cancelled: (organiser) => `Vekili olduğunuz Zoom toplantısı iptal edildi (düzenleyen: ${organiser}).`,
    dismissed: (organiser) =>
      `Artık bu toplantının vekili değilsiniz: kimin başlatabileceğini ${organiser} değiştirdi.`,
    start:
      'Toplantıyı başlatmak için rezervasyon sisteminde bu rezervasyonu açın. 15 dakika öncesinden itibaren orada bir düğme bulunur. Toplantı sahibi olarak oturum açar: bağlantısını kimseye vermeyin.',
  },
  approvalAsked: {
    subject: (title, organiser) => `Onay bekliyor: ${title} (${organiser})`,
    says: (organiser) =>
      `${organiser} bir sorumlunun onayını gerektiren bir rezervasyon yaptı. O zamana kadar saati ayrılmış durumda.`,
    action: 'Onayla veya reddet',
  },
  approvalDecided: {
    subjectApproved: (title) => `Onaylandı: ${title}`,
    subjectDeclined: (title) => `Reddedildi: ${title}`,
    approved: 'Rezervasyonunuz onaylandı. Zoom toplantıyı oluşturunca bağlantı başka bir e-postayla gelecek.',
    declined: 'Rezervasyonunuz reddedildi ve saati yeniden boş. Nedenini bilmiyorsanız bir sorumluya sorun.',
  },
  overrun: {
    subjectRunning: (title) => `Hâlâ sürüyor: ${title}`,
    subjectNext: (title) => `Geç başlayabilir: ${title}`,
    subjectAdmin: (host) => `Uzayan toplantı: ${host}`,
    running: (time) =>
      `Toplantınız hâlâ sürüyor ve aynı toplantı sahibinin bir sonraki rezervasyonu şu saatte: ${time}. Lütfen o zamana kadar bitirin; yoksa sonraki toplantı başlayamaz.`,
    next: (time) =>
      `Aynı toplantı sahibinde önceki toplantı hâlâ sürüyor. Sizin toplantınız (${time}) ancak o bitince başlayabilir. Düzenleyenine haber verildi.`,
    nextMayEnd:
      'O toplantıyı bitirebilirsiniz: rezervasyon sisteminde kendi rezervasyonunuzu açın, orada bir düğme bulunur. İçindeki herkes hemen çıkarılır.',
    admin: (running, next, time) =>
      `“${running}” hâlâ sürüyor; aynı toplantı sahibinde “${next}” şu saatte başlayacak: ${time}. İki düzenleyene de haber verildi. Süren toplantıyı sayfasında bitirebilirsiniz.`,
  },
}
