import type { Language } from '@convene/booking/contract'
import { words as en } from './en.ts'
import { words as ja } from './ja.ts'
import type { MailWords } from './mail-words.ts'
import { words as tr } from './tr.ts'
import { words as mainland } from './zh-cn.ts'
import { words as taiwan } from './zh-tw.ts'

export const mailWords: Readonly<Record<Language, MailWords>> = {
  en,
  'zh-TW': taiwan,
  'zh-CN': mainland,
  ja,
  tr,
}
