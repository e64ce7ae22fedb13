import type { Language } from '@convene/booking/contract'
import { languages } from '@convene/booking/languages'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'
import { languageNames } from '../words/languages.ts'
import { useSpeech } from '../words/words.ts'

export function LanguagePicker(): VNode {
  const { language, words, choose } = useSpeech()
  const id = useId()
  return (
    <div class="picker">
      <label for={id} class="unseen">
        {words.shell.language}
      </label>
      <select id={id} value={language} onChange={(event) => choose(event.currentTarget.value as Language)}>
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </select>
    </div>
  )
}
