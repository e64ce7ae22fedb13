import type { DeskConfig } from '../config.ts'
import type { Clock } from '../context.ts'
import { examineDatabase } from './examine-database.ts'
import { examineAddress, examineMail, examineOpenId } from './examine-peers.ts'
import { examineZoom } from './examine-zoom.ts'
import type { DeskFinding } from './finding.ts'

export interface Examination {
  readonly clock: Clock
  readonly fetch: typeof fetch
}

/** Looks at everything that the desk needs, and changes nothing; the settings have been read already. */
export async function examineDesk(config: DeskConfig, surroundings: Examination): Promise<DeskFinding[]> {
  const { finding, hosts } = await examineDatabase(config.database)
  const others = await Promise.all([
    examineZoom(config, hosts, surroundings),
    examineMail(config, surroundings),
    examineOpenId(config, surroundings),
    examineAddress(config, surroundings),
  ])
  return [finding, ...others.flat()]
}
