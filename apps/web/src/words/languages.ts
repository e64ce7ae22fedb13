import type { Language } from '@convene/booking/contract'
import type { Sentences } from '@convene/booking/languages'
import type { Words } from '../languages/en.ts'

/** Each language in its own words, as its readers look for it. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  'zh-TW': '繁體中文',
  'zh-CN': '简体中文',
  ja: '日本語',
  tr: 'Türkçe',
}

/** The words of the page, and the sentences of the desk's own rules. */
export interface LanguageWords {
  readonly words: Words
  readonly sentences: Sentences
}

type Load = () => Promise<LanguageWords>

const load =
  (page: () => Promise<{ readonly words: Words }>, desk: () => Promise<{ readonly sentences: Sentences }>): Load =>
  async () => {
    const [{ words }, { sentences }] = await Promise.all([page(), desk()])
    return { words, sentences }
  }

/** What is loaded when a language is chosen. */
export const loadLanguage: Readonly<Record<Language, Load>> = {
  en: load(
    () => import('../languages/en.ts'),
    () => import('@convene/booking/languages/en'),
  ),
  'zh-TW': load(
    () => import('../languages/zh-tw.ts'),
    () => import('@convene/booking/languages/zh-TW'),
  ),
  'zh-CN': load(
    () => import('../languages/zh-cn.ts'),
    () => import('@convene/booking/languages/zh-CN'),
  ),
  ja: load(
    () => import('../languages/ja.ts'),
    () => import('@convene/booking/languages/ja'),
  ),
  tr: load(
    () => import('../languages/tr.ts'),
    () => import('@convene/booking/languages/tr'),
  ),
}
