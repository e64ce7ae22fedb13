import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  again: 'Yeniden dene',
  cancel: 'Vazgeç',
  close: 'Kapat',
  copied: 'Kopyalandı.',
  copy: 'Kopyala',
  loading: 'Bir dakika …',
  more: 'Daha fazla göster',
  notCopied: 'Bu tarayıcı sayfanın kopyalamasına izin vermiyor. Metni seçip kendiniz kopyalayın.',
  reload: 'Sayfayı yeniden yükle',
  save: 'Kaydet',
}
