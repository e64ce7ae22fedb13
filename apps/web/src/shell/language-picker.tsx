import type { Language } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { languageNames, pageLanguages } from '../words/languages.ts'
import { useSpeech } from '../words/words.ts'

export function LanguagePicker(): VNode | null {
  const { language, words, choose } = useSpeech()
  const id = useId()
  if (pageLanguages.length < 2) return null
  return (
    <div class="picker">
      <label for={id} class="unseen">
        {words.shell.language}
      </label>
      <select id={id} value={language} onChange={(event) => choose(event.currentTarget.value as Language)}>
        {pageLanguages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
