import type { CalendarWords } from '../../languages/en/calendar.ts'
import { createSceneWords, type SceneWords } from '../../words/scene-words.tsx'

export const calendarWords: SceneWords<CalendarWords> = createSceneWords<CalendarWords>({
  en: () => import('../../languages/en/calendar.ts'),
  'zh-TW': () => import('../../languages/zh-tw/calendar.ts'),
  'zh-CN': () => import('../../languages/zh-cn/calendar.ts'),
  ja: () => import('../../languages/ja/calendar.ts'),
  tr: () => import('../../languages/tr/calendar.ts'),
})
