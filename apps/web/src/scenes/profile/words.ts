import type { ProfileWords } from '../../languages/en/profile.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const profileWords: SceneWords<ProfileWords> = createSceneWords<ProfileWords>({
  en: () => import('../../languages/en/profile.ts'),
  'zh-TW': () => import('../../languages/zh-tw/profile.ts'),
  'zh-CN': () => import('../../languages/zh-cn/profile.ts'),
  ja: () => import('../../languages/ja/profile.ts'),
  tr: () => import('../../languages/tr/profile.ts'),
})
