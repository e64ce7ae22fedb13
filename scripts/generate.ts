/**
 * Makes the files in `generated/` folders from `data/`; `--check` writes nothing and fails where a file on disk differs.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { emulatorOperationsModule } from './generate/emulator-operations.ts'
import { listModule } from './generate/list-module.ts'
import { type WebhookData, webhookEventsModule } from './generate/webhook-events.ts'
import { loadOperations } from './zoom-data/operations.ts'

const timeZoneIds = readFileSync('data/zoom/timezone-ids.txt', 'utf8').split('\n').filter(Boolean)
const operations = loadOperations()
const webhooks = JSON.parse(readFileSync('data/zoom/webhooks.json', 'utf8')) as WebhookData

const zones = ['data/zoom/timezone-ids.txt', "The time-zone ids that Zoom lists, in Zoom's spelling."] as const
const outputs: Record<string, string> = {
  'packages/zoom/src/generated/time-zone-ids.ts': listModule(...zones, 'zoomTimeZoneIds', timeZoneIds),
  'packages/zoom/src/generated/webhook-events.ts': webhookEventsModule(webhooks),
  'packages/zoom-emulator/src/generated/time-zones.ts': listModule(...zones, 'listedTimeZones', timeZoneIds),
  'packages/zoom-emulator/src/generated/operations.ts': emulatorOperationsModule(operations),
}

let differs = false
for (const [file, wanted] of Object.entries(outputs)) {
  if (!process.argv.includes('--check')) writeFileSync(file, wanted)
  else if (readFileSync(file, 'utf8') !== wanted) {
    differs = true
    console.error(`${file} is not what its source makes it: run \`node scripts/generate.ts\` and commit the result.`)
  }
}
if (differs) process.exit(1)
