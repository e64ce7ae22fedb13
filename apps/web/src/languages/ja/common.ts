import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  again: 'もう一度試す',
  cancel: 'キャンセル',
  close: '閉じる',
  copied: 'コピーしました。',
  copy: 'コピー',
  loading: 'お待ちください…',
  more: 'さらに表示',
  notCopied: 'このブラウザーではページからコピーできません。テキストを選択して、手動でコピーしてください。',
  reload: 'ページを再読み込み',
  save: '保存',
}
