export { type Language, languageFrom, languages } from './language.ts'
export { formatMessage, type Sentences } from './sentences.ts'
export { createWords, type PluralForms, type Words } from './words.ts'
