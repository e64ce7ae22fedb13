import { type DeskAmbient, realAmbient } from '../ambient.ts'
import type { DeskConfig } from '../config.ts'
import { examineDatabase } from './examine-database.ts'
import { examineAddress, examineMail, examineOpenId } from './examine-peers.ts'
import { examineZoom } from './examine-zoom.ts'
import type { DeskFinding } from './finding.ts'

export type Examination = Pick<DeskAmbient, 'now' | 'setTimer' | 'fetch'>

/** Looks at everything that the desk needs, and changes nothing; the settings have been read already. */
export async function examineDesk(config: DeskConfig, surroundings: Examination = realAmbient): Promise<DeskFinding[]> {
  const { finding, hosts } = await examineDatabase(config.database)
  const others = await Promise.all([
    examineZoom(config, hosts, surroundings),
    examineMail(config, surroundings),
    examineOpenId(config, surroundings),
    examineAddress(config, surroundings),
  ])
  return [finding, ...others.flat()]
}
