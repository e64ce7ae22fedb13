import type { ProfileWords } from '../../languages/en/profile.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const profileWords: SceneWords<ProfileWords> = createSceneWords<ProfileWords>({
  en: () => import('../../languages/en/profile.ts'),
})
