import type { Language } from '@convene/booking/contract'
import type { Words } from '../languages/en.ts'

/** Each language in its own words, as its readers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-TW': '繁體中文',
  'zh-CN': '简体中文',
  ja: '日本語',
  tr: 'Türkçe',
}

/** The words of a language, loaded when it is chosen. */
export const loadWords: Readonly<Partial<Record<Language, () => Promise<{ readonly words: Words }>>>> = {
  en: () => import('../languages/en.ts'),
}

/** The languages that this page has whole. */
export const pageLanguages: readonly Language[] = (Object.keys(languageNames) as Language[]).filter(
  (language) => language in loadWords,
)

/** The language of ours that fits best what a browser asks for, in its order. */
export function chooseLanguage(wanted: readonly string[], known: readonly Language[] = pageLanguages): Language {
  for (const tag of wanted) {
    const found = fits(tag)
    if (found !== undefined && known.includes(found)) return found
  }
  return 'en'
}

function fits(tag: string): Language | undefined {
  const [base = '', ...rest] = tag.toLowerCase().split('-')
  if (base !== 'zh') return base === 'en' || base === 'ja' || base === 'tr' ? base : undefined
  // Hong Kong and Macau write as Taiwan does; a script says more than a country.
  if (rest.includes('hans')) return 'zh-CN'
  return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-TW' : 'zh-CN'
}
