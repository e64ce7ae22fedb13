import { spawnSync } from 'node:child_process'
import { published, stagePackage } from './stage.ts'

/**
 * Stages the published packages into a folder and makes their tarballs there; gives the tarballs' paths.
 * @throws Error with npm's own words when it does not pack
 */
export function packAll(into: string): string[] {
  return published.map((name) => {
    const folder = stagePackage(name, into)
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', folder, '--pack-destination', into, '--loglevel=error'],
      {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    )
    if (status !== 0) throw new Error(`npm does not pack ${folder}:\n${stderr}`)
    return `${into}/${stdout.trim()}`
  })
}
