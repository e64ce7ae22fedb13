/** Refuses links between our Markdown files that lead nowhere. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { linkComplaints } from './links.ts'

const files = globSync('**/*.md', { exclude: ['**/node_modules/**', '**/dist-packages/**', '.convene/**'] })
const texts = new Map(files.map((file) => [file.replaceAll('\\', '/'), readFileSync(file, 'utf8')]))
const complaints = linkComplaints(texts, existsSync)
for (const complaint of complaints) console.error(complaint)
if (complaints.length > 0) process.exit(1)
