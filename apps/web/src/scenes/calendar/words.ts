import type { CalendarWords } from '../../languages/en/calendar.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const calendarWords: SceneWords<CalendarWords> = createSceneWords<CalendarWords>({
  en: () => import('../../languages/en/calendar.ts'),
})
