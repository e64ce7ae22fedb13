/** Refuses source files over 400 lines: by then a file holds more than one concept. */
import { globSync, readFileSync } from 'node:fs'

const limit = 400
const sources = globSync(['{packages,apps,simulation,e2e,bench,examples,scripts}/**/*.{ts,tsx,css}'], {
  exclude: ['**/node_modules/**', '**/generated/**'],
})
const tooLong = sources
  .map((file) => ({ file, lines: readFileSync(file, 'utf8').split('\n').length - 1 }))
  .filter(({ lines }) => lines > limit)

for (const { file, lines } of tooLong)
  console.error(`${file} has ${lines} lines; the limit is ${limit}: split it by concept.`)
if (tooLong.length > 0) process.exit(1)
