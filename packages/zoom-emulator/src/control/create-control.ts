import type { Emulator } from '../http/env.ts'
import { presentEntry } from '../journal/present-entry.ts'
import { verifyCalls } from '../journal/verify.ts'
import type { FaultControl, JournalControl } from './control.ts'

export function createFaultControl({ faults }: Pick<Emulator, 'faults'>): FaultControl {
  return {
    add: (fault) => faults.add(fault),
    list: () => faults.list(),
    remove: (id) => faults.remove(id),
    clear: () => faults.clear(),
  }
}

export function createJournalControl({ journal }: Pick<Emulator, 'journal'>): JournalControl {
  return {
    list: () => journal.entries().map(presentEntry),
    verify: (call) => verifyCalls(journal.entries(), call),
    clear: () => journal.clear(),
  }
}
