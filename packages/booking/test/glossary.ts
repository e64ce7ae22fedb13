import { readFileSync } from 'node:fs'
import type { Language } from '../src/languages/language.ts'

/** What docs/glossary.md has of one thing: in each language the forms of its word. */
export type Term = Readonly<Record<Language, readonly string[]>>

const text = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')
const [words = [], places = []] = text
  .split('\n\n')
  .filter((block) => block.startsWith('|'))
  .map((table) => table.trim().split('\n').slice(2).map(cellsOf))

export const terms: readonly Term[] = words.map(([, en, taiwan, mainland, ja, tr]) => ({
  en: formsOf(en),
  'zh-TW': formsOf(taiwan),
  'zh-CN': formsOf(mainland),
  ja: formsOf(ja),
  tr: formsOf(tr),
}))

/** Words of Taiwan, each with its counterpart of the mainland. */
export const chinesePairs: readonly { readonly 'zh-TW': string; readonly 'zh-CN': string }[] = places.map(
  ([, taiwan = '', mainland = '']) => ({ 'zh-TW': taiwan, 'zh-CN': mainland }),
)

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function formsOf(cell = ''): string[] {
  return cell.split(' / ')
}
