import type { Host } from '@convene/booking'

/** A host of the demo organisation, and the Zoom user that it is. */
export interface DemoHost extends Pick<Host, 'id' | 'name' | 'plan' | 'capacity' | 'lanes' | 'timeZone'> {
  /** Of the Zoom user: by this address it is found in the account. */
  readonly email: string
  readonly bufferAfter?: number
  readonly hours?: Host['hours']
  readonly memberId?: string
}

const officeHours = (from: string, to: string): NonNullable<Host['hours']> => {
  const day = [{ from, to }]
  return {
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: [{ from: '09:00', to: '13:00' }],
  }
}

const business = { plan: 'business', capacity: 300, lanes: 2 } as const
const pro = { plan: 'pro', capacity: 100, lanes: 1 } as const
const basic = { plan: 'basic', capacity: 100, lanes: 1 } as const

/** Twelve hosts in three plans and four zones. */
export const demoHosts: readonly DemoHost[] = [
  {
    id: 'hall',
    name: 'Main hall',
    email: 'hall@school.example',
    ...business,
    capacity: 500,
    timeZone: 'Asia/Taipei',
    bufferAfter: 10,
  },
  { id: 'taipei-1', name: 'Taipei 1', email: 'taipei-1@school.example', ...business, timeZone: 'Asia/Taipei' },
  { id: 'taipei-2', name: 'Taipei 2', email: 'taipei-2@school.example', ...business, timeZone: 'Asia/Taipei' },
  {
    id: 'tokyo-1',
    name: 'Tokyo 1',
    email: 'tokyo-1@school.example',
    ...business,
    timeZone: 'Asia/Tokyo',
    bufferAfter: 5,
  },
  {
    id: 'istanbul-1',
    name: 'Istanbul 1',
    email: 'istanbul-1@school.example',
    ...business,
    timeZone: 'Europe/Istanbul',
  },
  { id: 'taipei-3', name: 'Taipei 3', email: 'taipei-3@school.example', ...pro, timeZone: 'Asia/Taipei' },
  {
    id: 'tokyo-2',
    name: 'Tokyo 2',
    email: 'tokyo-2@school.example',
    ...pro,
    timeZone: 'Asia/Tokyo',
    hours: officeHours('08:00', '21:00'),
  },
  { id: 'istanbul-2', name: 'Istanbul 2', email: 'istanbul-2@school.example', ...pro, timeZone: 'Europe/Istanbul' },
  {
    id: 'ayse-own',
    name: 'Ayşe Kaya',
    email: 'ayse@school.example',
    ...pro,
    timeZone: 'Europe/Istanbul',
    memberId: 'ayse',
  },
  {
    id: 'office-1',
    name: 'Office 1',
    email: 'office-1@school.example',
    ...basic,
    timeZone: 'Asia/Taipei',
    hours: officeHours('09:00', '18:00'),
  },
  { id: 'office-2', name: 'Office 2', email: 'office-2@school.example', ...basic, timeZone: 'Asia/Tokyo' },
  { id: 'office-3', name: 'Office 3', email: 'office-3@school.example', ...basic, timeZone: 'Europe/London' },
]

/** The users of the Zoom account, to seed an emulator with: 1 is Basic, 2 licensed. */
export interface DemoZoomUser {
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly type: 1 | 2
  readonly timezone: string
  readonly role_id?: string
}

/** The users of the emulated account: its owner, and one for each host of the demo. */
export const demoZoomUsers: readonly DemoZoomUser[] = [
  {
    email: 'owner@school.example',
    first_name: 'Zoom',
    last_name: 'Owner',
    type: 2,
    timezone: 'Asia/Taipei',
    role_id: '0',
  },
  ...demoHosts.map(({ email, name, plan, timeZone }): DemoZoomUser => {
    const [first_name = name, last_name = name] = name.split(' ')
    return { email, first_name, last_name, type: plan === 'basic' ? 1 : 2, timezone: timeZone }
  }),
]

export function demoHost({ bufferAfter = 0, hours, memberId, ...host }: DemoHost, zoomUser: string): Host {
  return { ...host, zoomUser, bufferBefore: 0, bufferAfter, hours, memberId, isActive: true }
}
