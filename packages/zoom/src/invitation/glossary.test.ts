import assert from 'node:assert/strict'
import { test } from 'node:test'
import { glossaries } from './glossary.ts'
import { languages } from './language.ts'

/** Every wording of a language by its path: `weeks.first`, `meetings.other`. */
function wordings(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => wordings(inner, path === '' ? key : `${path}.${key}`))
}

const places = (wording: string) => (wording.match(/\{\w+\}/g) ?? []).sort()
const english = new Map(wordings(glossaries.en))

for (const language of languages) {
  const all = wordings(glossaries[language])

  test(`${language}: no term is empty, and every term has the places of the English one`, () => {
    for (const [path, wording] of all) {
      assert.notEqual(wording.trim(), '', path)
      const model = english.get(path) ?? english.get(path.replace(/\.[^.]+$/, '.other')) ?? ''
      // A form for exactly one need not name the number.
      const wanted = places(model).filter((place) => place !== '{n}' || !path.endsWith('.=1'))
      assert.deepEqual(
        places(wording).filter((place) => wanted.includes(place) || place !== '{n}'),
        wanted,
        `${language} ${path}`,
      )
    }
  })

  test(`${language}: forms by number are the ones its plural rules ask for`, () => {
    const quantities = new Intl.PluralRules(language).resolvedOptions().pluralCategories
    for (const [path] of all.filter(([path]) => /^(?:every\w+|onWeekdays|meetings)\./.test(path))) {
      const form = path.split('.')[1] ?? ''
      assert.ok(form === '=1' || quantities.some((category) => category === form), `${language} ${path}`)
    }
  })
}
