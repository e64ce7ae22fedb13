import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  again: 'Yeniden dene',
  back: 'Geri',
  cancel: 'Vazgeç',
  close: 'Kapat',
  copied: 'Kopyalandı.',
  copy: 'Kopyala',
  loading: 'Bir dakika …',
  more: 'Daha fazla göster',
  no: 'Hayır',
  notCopied: 'Bu tarayıcı sayfanın kopyalamasına izin vermiyor. Metni seçip kendiniz kopyalayın.',
  reload: 'Sayfayı yeniden yükle',
  save: 'Kaydet',
  yes: 'Evet',
  timeIn: (time, zone) => `${time} (${zone})`,
}
