import type { Member } from '@convene/booking'

/** The people of the demo organisation, a language school; any of them can be signed in by a click. */
export type DemoPerson = Pick<Member, 'id' | 'name' | 'role' | 'language' | 'timeZone'> &
  Partial<Pick<Member, 'needsApproval' | 'isActive'>>

export const demoPeople: readonly DemoPerson[] = [
  { id: 'mei', name: '林美玲', role: 'admin', language: 'zh-TW', timeZone: 'Asia/Taipei' },
  { id: 'olivia', name: 'Olivia Brown', role: 'admin', language: 'en', timeZone: 'Europe/London' },
  { id: 'yamada', name: '山田 健', role: 'manager', language: 'ja', timeZone: 'Asia/Tokyo' },
  { id: 'yating', name: '張雅婷', role: 'manager', language: 'zh-TW', timeZone: 'Asia/Taipei' },
  { id: 'ayse', name: 'Ayşe Kaya', role: 'member', language: 'tr', timeZone: 'Europe/Istanbul' },
  { id: 'ibrahim', name: 'İbrahim Şahin', role: 'member', language: 'tr', timeZone: 'Europe/Istanbul' },
  { id: 'wangwei', name: '王伟', role: 'member', language: 'zh-CN', timeZone: 'Asia/Shanghai' },
  { id: 'lina', name: '李娜', role: 'member', language: 'zh-CN', timeZone: 'Asia/Shanghai', needsApproval: true },
  { id: 'zhiming', name: '陳志明', role: 'member', language: 'zh-TW', timeZone: 'Asia/Taipei' },
  { id: 'hanako', name: '佐藤 花子', role: 'member', language: 'ja', timeZone: 'Asia/Tokyo' },
  { id: 'priya', name: 'Priya Nair', role: 'member', language: 'en', timeZone: 'Asia/Kolkata' },
  { id: 'chidi', name: 'Chidi Okafor', role: 'member', language: 'en', timeZone: 'Europe/London' },
  { id: 'lars', name: 'Lars Berg', role: 'member', language: 'en', timeZone: 'Europe/Stockholm' },
  { id: 'nora', name: 'Nora Díaz', role: 'member', language: 'en', timeZone: 'America/New_York', needsApproval: true },
  { id: 'xiaoming', name: '黃小明', role: 'member', language: 'zh-TW', timeZone: 'Asia/Taipei', isActive: false },
]

export function demoMember({ needsApproval = false, isActive = true, ...person }: DemoPerson): Member {
  return { ...person, email: `${person.id}@school.example`, needsApproval, isActive }
}
