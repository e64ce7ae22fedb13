import type { MailWords } from '../../languages/en/mails.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const mailWords: SceneWords<MailWords> = createSceneWords<MailWords>({
  en: () => import('../../languages/en/mails.ts'),
  'zh-TW': () => import('../../languages/zh-tw/mails.ts'),
  'zh-CN': () => import('../../languages/zh-cn/mails.ts'),
  ja: () => import('../../languages/ja/mails.ts'),
  tr: () => import('../../languages/tr/mails.ts'),
})
