import type { SessionView } from '@convene/booking/contract'
import type { Words } from '../languages/en.ts'
import { isAtLeast } from './session.ts'

/** A place that the navigation leads to. */
export interface Place {
  readonly path: string
  readonly label: (words: Words) => string
  /** Whether it is for whoever is signed in. */
  readonly isFor: (session: SessionView) => boolean
}

export const places: readonly Place[] = [
  { path: '/book', label: ({ shell }) => shell.book, isFor: () => true },
  { path: '/bookings', label: ({ shell }) => shell.bookings, isFor: () => true },
  { path: '/calendar', label: ({ shell }) => shell.calendar, isFor: () => true },
  {
    path: '/admin',
    label: ({ shell }) => shell.administration,
    isFor: ({ member }) => isAtLeast(member, 'manager'),
  },
  {
    path: '/mails',
    label: ({ shell }) => shell.mails,
    isFor: ({ member, desk }) => desk.mail === 'page' && (desk.isDemo || isAtLeast(member, 'admin')),
  },
]
