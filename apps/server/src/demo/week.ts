import { type Recurrence, weekdays } from '@convene/booking'

/** A booking of the demo, by days from today and wall time in the zone of the desk. */
export interface DemoBooking {
  readonly by: string
  readonly title: string
  readonly day: number
  readonly at: string
  readonly minutes: number
  readonly people?: readonly string[]
  readonly expected?: number
  readonly agenda?: string
  /** Weekly, on the day of its first date. */
  readonly weeks?: number
  /** Of a series, the date that is left out, counted from 0. */
  readonly without?: number
}

/** Lessons that take place at the same time on most days, so that several hosts are busy at once. */
const lessons: readonly Pick<DemoBooking, 'by' | 'title' | 'at' | 'minutes' | 'expected'>[] = [
  { by: 'zhiming', title: '華語初級 A', at: '10:00', minutes: 90, expected: 18 },
  { by: 'hanako', title: '日本語中級', at: '10:30', minutes: 60, expected: 12 },
  { by: 'wangwei', title: '商务汉语', at: '10:00', minutes: 60, expected: 9 },
  { by: 'priya', title: 'English B1', at: '11:00', minutes: 60, expected: 15 },
  { by: 'ibrahim', title: 'Türkçe A2', at: '15:30', minutes: 60, expected: 11 },
  { by: 'chidi', title: 'IELTS speaking', at: '16:00', minutes: 40, expected: 4 },
]

/** A lively week: days before today are history. */
export const demoWeek: readonly DemoBooking[] = [
  ...[-3, -2, -1, 0, 1, 2, 3, 4].flatMap((day) =>
    lessons.filter((_, index) => (index + day) % 4 !== 0).map((lesson) => ({ ...lesson, day })),
  ),

  { by: 'zhiming', title: '新生說明會', day: -3, at: '10:00', minutes: 60, expected: 80 },
  { by: 'hanako', title: '日本語初級', day: -3, at: '14:00', minutes: 90 },
  { by: 'priya', title: 'Placement interviews', day: -2, at: '09:30', minutes: 45 },
  { by: 'mei', title: '教務會議', day: -2, at: '13:00', minutes: 60, people: ['yating', 'yamada'] },
  { by: 'lars', title: 'Swedish A1', day: -1, at: '18:00', minutes: 60 },
  { by: 'wangwei', title: '教材讨论', day: -1, at: '15:00', minutes: 30 },

  {
    by: 'mei',
    title: '資訊週會',
    day: 0,
    at: '09:00',
    minutes: 60,
    people: ['zhiming', 'yating'],
    agenda: '本週進度、下週課表、設備借用。',
    weeks: 8,
    without: 2,
  },
  { by: 'yating', title: '家長座談會', day: 0, at: '19:00', minutes: 90, expected: 220, people: ['mei', 'olivia'] },
  { by: 'ayse', title: 'Türkçe konuşma kulübü', day: 0, at: '20:00', minutes: 60, weeks: 6 },
  {
    by: 'chidi',
    title: 'Teacher training: giving feedback',
    day: 0,
    at: '16:00',
    minutes: 90,
    people: ['priya', 'lars'],
  },
  { by: 'hanako', title: '日本語初級', day: 1, at: '14:00', minutes: 90, weeks: 6 },
  {
    by: 'olivia',
    title: 'Admissions board',
    day: 1,
    at: '10:00',
    minutes: 60,
    people: ['mei', 'chidi'],
    agenda: 'Applications of the spring term.',
  },
  { by: 'mei', title: '面試：華語教師', day: 1, at: '11:00', minutes: 40, people: ['yating'] },
  { by: 'zhiming', title: '電腦課期末展', day: 1, at: '13:30', minutes: 120, expected: 150 },
  { by: 'ibrahim', title: 'Veli toplantısı', day: 1, at: '18:30', minutes: 60, expected: 40 },
  { by: 'priya', title: 'English B2 conversation', day: 2, at: '09:30', minutes: 60, weeks: 5 },
  { by: 'wangwei', title: '汉字书写工作坊', day: 2, at: '15:00', minutes: 60 },
  { by: 'yamada', title: '教員会議', day: 2, at: '10:00', minutes: 60, people: ['hanako', 'mei'] },
  { by: 'lars', title: 'Swedish A1', day: 2, at: '18:00', minutes: 60, weeks: 4 },
  { by: 'mei', title: '校慶籌備', day: 3, at: '14:00', minutes: 60, people: ['zhiming', 'yating', 'yamada'] },
  { by: 'chidi', title: 'Office hour', day: 3, at: '17:00', minutes: 30 },
  { by: 'zhiming', title: '社團幹部訓練', day: 4, at: '13:00', minutes: 120 },
  { by: 'ibrahim', title: 'Öğretmenler kurulu', day: 4, at: '19:00', minutes: 90 },
  { by: 'olivia', title: 'Open day', day: 5, at: '10:00', minutes: 180, expected: 280 },
  { by: 'mei', title: '期末成果發表', day: 6, at: '15:00', minutes: 120, expected: 120 },
  // These wait for a manager.
  { by: 'lina', title: '中文演讲比赛', day: 3, at: '10:00', minutes: 90, expected: 60 },
  { by: 'nora', title: 'Guest lecture: memory and language', day: 4, at: '21:00', minutes: 60, expected: 90 },
]

/** @param dayOfWeek 1 (Monday) to 7 */
export function weekly(dayOfWeek: number, count: number): Recurrence {
  return { freq: 'weekly', interval: 1, byDay: [weekdays[dayOfWeek - 1] ?? 'monday'], end: { count } }
}
