/** The table of docs/glossary.md, for the tests that hold words to it. */
import { readFileSync } from 'node:fs'

/** What docs/glossary.md has of one thing: in each language the forms of its word. */
export type Term = Readonly<Record<'en' | 'zh-TW' | 'zh-CN' | 'ja' | 'tr', readonly string[]>>

const text = readFileSync(new URL('../docs/glossary.md', import.meta.url), 'utf8')
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

/** Whether an English text has the word, alone or as one of several. */
export function hasWord(text: string, { en }: Term): boolean {
  return en.some((word) => new RegExp(`\\b${word}s?\\b`, 'i').test(text))
}

/** Whether a text has the word of its language, in one of its forms. */
export function hasTerm(text: string, term: Term, language: keyof Term): boolean {
  return term[language].some((form) => text.toLocaleLowerCase(language).includes(form.toLocaleLowerCase(language)))
}

/** Words of nothing but the letters of English. */
export function englishLetters(text: string): string[] {
  return (text.match(/\p{L}{2,}/gu) ?? []).filter((word) => /^[A-Za-z]+$/.test(word))
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}

function formsOf(cell = ''): string[] {
  return cell.split(' / ')
}
