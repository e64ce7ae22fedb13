import type { Language } from '../contract/common.ts'

export type { Language }

/** English, 繁體中文 (Taiwan), 简体中文, 日本語, Türkçe. */
export const languages: readonly Language[] = ['en', 'zh-TW', 'zh-CN', 'ja', 'tr']

/** The first that the desk speaks of the languages that somebody wants, best first (BCP 47); English when there is none. */
export function languageFrom(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [language = '', ...rest] = tag.toLowerCase().split('-')
    // Without a script the country decides how Chinese is written (CLDR, likely subtags).
    if (language === 'zh')
      return rest.includes('hant') || (!rest.includes('hans') && /^(tw|hk|mo)$/.test(rest.at(-1) ?? ''))
        ? 'zh-TW'
        : 'zh-CN'
    const known = languages.find((one) => one === language)
    if (known !== undefined) return known
  }
  return 'en'
}
