/** `npm run pack`: stages the published packages into dist-packages/ and makes their tarballs there. */
import { spawnSync } from 'node:child_process'
import { published, stagePackage } from './stage.ts'

const into = 'dist-packages'
for (const name of published) {
  const folder = stagePackage(name, into)
  const { status, stdout } = spawnSync('npm', ['pack', folder, '--pack-destination', into, '--loglevel=error'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (status !== 0) process.exit(1)
  console.log(`${into}/${stdout.trim()}`)
}
