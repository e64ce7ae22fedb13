/** Refuses words in the code of the page: what people read stands in `languages/`, where a translator finds it. */
import { globSync, readFileSync } from 'node:fs'
import { wordsIn } from './words-in-code.ts'

const files = globSync('apps/web/src/**/*.tsx', { exclude: ['**/node_modules/**'] }).sort()
const complaints = files.flatMap((file) =>
  wordsIn(readFileSync(file, 'utf8')).map(
    ({ line, text }) => `${file}:${line}: "${text}" belongs into apps/web/src/languages/en/`,
  ),
)
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exit(1)
