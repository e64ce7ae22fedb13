import { invalidInput } from '../errors.ts'

/** The languages in which texts are composed, by their BCP 47 tags. */
export const languages = ['en', 'zh-TW', 'zh-CN', 'ja', 'tr'] as const

/** English, 繁體中文 (Taiwan), 简体中文, 日本語, Türkçe. */
export type Language = (typeof languages)[number]

/** The language itself; throws `invalid_input` for a value from outside that is none of ours. */
export function requireLanguage(language: string): Language {
  const known = languages.find((one) => one === language)
  if (known === undefined) throw invalidInput('language', language, `Give one of ${languages.join(', ')}.`)
  return known
}
