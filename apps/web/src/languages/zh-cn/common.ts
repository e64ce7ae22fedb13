import type { CommonWords } from '../en/common.ts'

export const common: CommonWords = {
  again: '再试一次',
  cancel: '取消',
  close: '关闭',
  copied: '已复制。',
  copy: '复制',
  loading: '请稍候……',
  more: '显示更多',
  notCopied: '这个浏览器不允许网页复制。请选择文字后自行复制。',
  reload: '重新加载页面',
  save: '保存',
}
