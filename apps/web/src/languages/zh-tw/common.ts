import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  again: '再試一次',
  cancel: '取消',
  close: '關閉',
  copied: '已複製。',
  copy: '複製',
  loading: '請稍候……',
  more: '顯示更多',
  notCopied: '這個瀏覽器不允許網頁複製。請選取文字後自行複製。',
  reload: '重新載入頁面',
  save: '儲存',
}
