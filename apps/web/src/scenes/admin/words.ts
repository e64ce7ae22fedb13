import type { AdminWords } from '../../languages/en/admin.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const adminWords: SceneWords<AdminWords> = createSceneWords<AdminWords>({
  en: () => import('../../languages/en/admin.ts'),
  'zh-TW': () => import('../../languages/zh-tw/admin.ts'),
  'zh-CN': () => import('../../languages/zh-cn/admin.ts'),
  ja: () => import('../../languages/ja/admin.ts'),
  tr: () => import('../../languages/tr/admin.ts'),
})
