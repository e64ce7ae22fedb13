/**
 * Makes the files in `generated/` folders from `data/`; `--check` writes nothing and fails where a file on disk differs.
 */
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { listCoverage } from '@convene/zoom-emulator'
import { apiGuide } from './generate/api-guide.ts'
import { clientModules } from './generate/client/client-modules.ts'
import { coveragePage } from './generate/coverage-page.ts'
import { emulatorOperationsModule } from './generate/emulator-operations.ts'
import { emulatorSettingsModule } from './generate/emulator-settings.ts'
import { listModule } from './generate/list-module.ts'
import { type WebhookData, webhookEventsModule } from './generate/webhook-events.ts'
import { loadOperations, loadSchema } from './zoom-data/operations.ts'

const timeZoneIds = readFileSync('data/zoom/timezone-ids.txt', 'utf8').split('\n').filter(Boolean)
const operations = loadOperations()
const webhooks = JSON.parse(readFileSync('data/zoom/webhooks.json', 'utf8')) as WebhookData

const zones = ['data/zoom/timezone-ids.txt', "The time-zone ids that Zoom lists, in Zoom's spelling."] as const
const outputs: Record<string, string> = {
  'packages/zoom/src/generated/time-zone-ids.ts': listModule(...zones, 'zoomTimeZoneIds', timeZoneIds),
  'packages/zoom/src/generated/webhook-events.ts': webhookEventsModule(webhooks),
  'packages/zoom-emulator/src/generated/time-zones.ts': listModule(...zones, 'listedTimeZones', timeZoneIds),
  'packages/zoom-emulator/src/generated/operations.ts': emulatorOperationsModule(operations),
  'docs/guides/api.md': apiGuide(readFileSync('scripts/generate/api-guide-head.txt', 'utf8'), operations),
  'docs/coverage.md': coveragePage(operations, listCoverage()),
  ...clientModules(operations, loadSchema),
  'packages/zoom-emulator/src/generated/settings.ts': emulatorSettingsModule(operations),
}

const isCheck = process.argv.includes('--check')
const orphans = globSync('packages/*/src/generated/**/*.ts').filter((file) => !(file.replaceAll('\\', '/') in outputs))
const differing = Object.entries(outputs).filter(
  ([file, wanted]) => !existsSync(file) || readFileSync(file, 'utf8') !== wanted,
)
for (const [file, wanted] of differing) {
  if (isCheck)
    console.error(`${file} is not what its source makes it: run \`node scripts/generate.ts\` and commit the result.`)
  else {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, wanted)
  }
}
for (const file of orphans) {
  if (isCheck) console.error(`${file} has no source any more: run \`node scripts/generate.ts\` and commit the result.`)
  else rmSync(file)
}
if (isCheck && differing.length + orphans.length > 0) process.exit(1)
