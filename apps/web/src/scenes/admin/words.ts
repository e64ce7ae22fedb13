import type { AdminWords } from '../../languages/en/admin.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const adminWords: SceneWords<AdminWords> = createSceneWords<AdminWords>({
  en: () => import('../../languages/en/admin.ts'),
})
