import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { chinesePairs, englishLetters, hasTerm, hasWord, terms } from '../../../../scripts/glossary.ts'
import { messageSamples } from '../../test/message-samples.ts'
import type { Message } from '../domain/message.ts'
import { sentences as en } from './en.ts'
import { sentences as ja } from './ja.ts'
import { type Language, languages } from './language.ts'
import { formatMessage, type Sentences } from './sentences.ts'
import { sentences as tr } from './tr.ts'
import { sentences as mainland } from './zh-cn.ts'
import { sentences as taiwan } from './zh-tw.ts'

const catalogs: Readonly<Record<Language, Sentences>> = { en, 'zh-TW': taiwan, 'zh-CN': mainland, ja, tr }
const translated = languages.filter((language) => language !== 'en')
const messages = Object.entries(messageSamples).flatMap(([code, samples]) =>
  samples.map((values) => ({ code, values }) as Message),
)
const say = (language: Language, message: Message): string => formatMessage(message, catalogs[language])
const name = ({ code, values }: Message): string => `${code} ${JSON.stringify(values)}`

/** Names and signs that are the same in every language, and the values that a sentence is given as they are. */
const asTheyAre = /Zoom|UTC|API|Asia\/Taipei|mei@example\.com|T18:00|Europe\/Berlin|title|start|weekly|monthly/g

describe('the messages of the desk in five languages', () => {
  for (const language of languages)
    it(`${language} has a sentence for each message`, () => {
      assert.deepEqual(Object.keys(catalogs[language]).sort(), Object.keys(messageSamples).sort())
      for (const message of messages) assert.match(say(language, message), /[.。]$/, name(message))
    })

  for (const language of translated)
    it(`${language} tells every value that English tells`, () => {
      for (const message of messages)
        assert.deepEqual(valuesRead(language, message), valuesRead('en', message), name(message))
    })

  for (const language of translated)
    it(`${language} keeps no English words`, () => {
      const english = new Set(messages.flatMap((message) => latinWords(say('en', message))))
      for (const message of messages) {
        const kept = latinWords(say(language, message)).filter((word) => english.has(word))
        assert.deepEqual(kept, [], say(language, message))
      }
    })

  for (const language of translated)
    it(`${language} keeps to the glossary`, () => {
      const missing = messages.flatMap((message) =>
        terms
          .filter((term) => hasWord(say('en', message), term))
          .filter((term) => !hasTerm(say(language, message), term, language))
          .map((term) => `${message.code} ${term.en[0]}`),
      )
      assert.deepEqual(missing, [])
    })

  it('Taiwan and the mainland keep to their own words', () => {
    for (const message of messages)
      for (const pair of chinesePairs) {
        assert.ok(!say('zh-TW', message).includes(pair['zh-CN']), `${pair['zh-CN']} in: ${say('zh-TW', message)}`)
        assert.ok(!say('zh-CN', message).includes(pair['zh-TW']), `${pair['zh-TW']} in: ${say('zh-CN', message)}`)
      }
  })
})

function latinWords(text: string): string[] {
  return englishLetters(text.replace(asTheyAre, ''))
}

/** The names of the values that a sentence looks at. */
function valuesRead(language: Language, { code, values }: Message): string[] {
  const read = new Set<string>()
  const watched = new Proxy(values, {
    get(target, key, receiver) {
      read.add(String(key))
      return Reflect.get(target, key, receiver)
    },
  })
  say(language, { code, values: watched } as Message)
  return [...read].sort()
}
