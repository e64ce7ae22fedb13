import type { Meeting } from '../src/domain/entities.ts'

/** A scheduled meeting as the store keeps it, with what a test says of it. */
export function sampleMeeting(parts: Partial<Meeting> = {}): Meeting {
  return {
    id: 93_312_345_678,
    uuid: 'abc==',
    accountId: 'acme',
    hostId: 'host-1',
    topic: 'Weekly',
    agenda: '',
    type: 2,
    status: 'waiting',
    durationMinutes: 60,
    timeZone: 'Asia/Taipei',
    password: '',
    encryptedPassword: '',
    numericPassword: '',
    preSchedule: false,
    usePmi: false,
    settings: {},
    trackingFields: [],
    createdAt: 0,
    creationSource: 'open_api',
    ...parts,
  }
}
