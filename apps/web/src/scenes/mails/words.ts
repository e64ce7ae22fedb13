import type { MailWords } from '../../languages/en/mails.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const mailWords: SceneWords<MailWords> = createSceneWords<MailWords>({
  en: () => import('../../languages/en/mails.ts'),
})
