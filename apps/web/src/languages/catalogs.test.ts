import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { chinesePairs, englishLetters, hasTerm, hasWord, terms } from '../../../../scripts/glossary.ts'

/** The files of each language; what is shared by all pages is in that of the language itself. */
const folders = { en: 'en', 'zh-TW': 'zh-tw', 'zh-CN': 'zh-cn', ja: 'ja', tr: 'tr' } as const
type Language = keyof typeof folders
const translated: readonly Exclude<Language, 'en'>[] = ['zh-TW', 'zh-CN', 'ja', 'tr']

/** Each sentence by its place; one with values as it stands with these. */
type Sentences = ReadonlyMap<string, string>
const values = ['3', '4', '2', '5']

async function sentencesOf(language: Language): Promise<Sentences> {
  const folder = folders[language]
  const files = [
    `./${folder}.ts`,
    ...['calendar', 'admin', 'mails', 'profile'].map((scene) => `./${folder}/${scene}.ts`),
  ]
  const found = await Promise.all(files.map(async (file) => ((await import(file)) as { words: unknown }).words))
  return new Map(found.flatMap((words, index) => flat(words, files[index]?.replace(folder, '') ?? '')))
}

function flat(words: unknown, place: string): [string, string][] {
  if (typeof words === 'string') return [[place, words]]
  if (typeof words === 'function') return [[place, String(words(...values))]]
  return Object.entries(words as object).flatMap(([name, its]) => flat(its, `${place} ${name}`))
}

const digitsOf = (text: string): readonly string[] => text.match(/\d+/g) ?? []

/** Names that no language translates, and words that Turkish has too. */
const everywhere = new Set(
  [
    'Zoom Convene Basic Pro Business Education Enterprise App Marketplace Scopes JavaScript JSON CSV lines ID UTC Cookie',
    'Enter Page Up Down mei example com program Plan in',
  ].flatMap((line) => line.split(' ')),
)

const english = await sentencesOf('en')
const vocabulary = new Set([...english.values()].flatMap(englishLetters))

for (const language of translated) {
  const sentences = await sentencesOf(language)
  suite(`the pages in ${language}`, () => {
    /** Complaints about each sentence beside its English; none is right. */
    const complain = (why: (text: string, inEnglish: string) => readonly string[]): string[] =>
      [...english].flatMap(([place, inEnglish]) => {
        const text = sentences.get(place) ?? ''
        return why(text, inEnglish).map((complaint) => `${place}: ${complaint}: ${text}`)
      })

    test('have every sentence', () => {
      assert.deepEqual([...sentences.keys()].sort(), [...english.keys()].sort())
      assert.deepEqual(
        complain((text, inEnglish) =>
          /undefined|\[object/.test(text) || (text === '') !== (inEnglish === '') ? ['empty'] : [],
        ),
        [],
      )
    })

    test('tell every value', () => {
      const lost = (text: string, inEnglish: string) => {
        const told = digitsOf(text)
        return digitsOf(inEnglish).filter((value) => !told.includes(value))
      }
      assert.deepEqual(complain(lost), [])
    })

    test('keep no English words', () => {
      const kept = (text: string) =>
        englishLetters(text).filter((word) => vocabulary.has(word) && !everywhere.has(word))
      assert.deepEqual(complain(kept), [])
    })

    test('keep to the glossary', () => {
      const missing = (text: string, inEnglish: string) =>
        terms
          .filter((term) => hasWord(inEnglish, term) && !hasTerm(text, term, language))
          .map((term) => `no ${term[language].join(', ')} (${term.en[0]})`)
      assert.deepEqual(complain(missing), [])
    })

    if (language === 'zh-TW' || language === 'zh-CN')
      test('have no words of the other side of the strait', () => {
        const other = language === 'zh-TW' ? 'zh-CN' : 'zh-TW'
        const foreign = (text: string) => chinesePairs.map((pair) => pair[other]).filter((word) => text.includes(word))
        assert.deepEqual(complain(foreign), [])
      })
  })
}
