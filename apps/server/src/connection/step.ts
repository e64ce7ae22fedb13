import type { ConnectionStep } from '@convene/booking/contract'

/** What became of one step of a test of the connection. */
export type Step = Omit<ConnectionStep, 'is'>

export const good = (says: string): Step => ({ result: 'good', says })
export const bad = (says: string): Step => ({ result: 'bad', says })
export const notTried = (says: string): Step => ({ result: 'not_tried', says })
