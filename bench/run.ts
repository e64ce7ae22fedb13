/** `npm run bench -- get-meeting`: builds the packages as npm users get them and runs one bench on them. */
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { published, stagePackage } from '../scripts/stage.ts'

const questions = globSync('bench/*.ts')
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'run')
  .sort()
const question = process.argv[2] ?? ''
if (questions.includes(question)) {
  for (const name of published) stagePackage(name, 'dist-packages')
  await import(`./${question}.ts`)
} else {
  console.error(`Name one question: ${questions.map((name) => `npm run bench -- ${name}`).join(', ')}`)
  process.exitCode = 2
}
