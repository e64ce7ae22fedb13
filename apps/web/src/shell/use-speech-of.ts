import type { Language, SessionView } from '@convene/booking/contract'
import { formatMessage, languageFrom } from '@convene/booking/languages'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { changeMe } from '../api/session-calls.ts'
import { useParts } from '../parts.ts'
import { createFormats } from '../time/formats.ts'
import { ownTimeZone } from '../time/wall-time.ts'
import { type LanguageWords, loadLanguage } from '../words/languages.ts'
import type { Speech } from '../words/words.ts'

/** The member's language, else the one chosen here, else what the browser asks for; `undefined` until its words are loaded. */
export function useSpeechOf(session: SessionView | undefined): Speech | undefined {
  const { api, kept, clock } = useParts()
  const member = session?.member
  const [language, setLanguage] = useState<Language>(() =>
    languageFrom([kept.here.get('language') ?? '-', ...navigator.languages]),
  )
  const [loaded, setLoaded] = useState<(LanguageWords & { readonly language: Language }) | undefined>(undefined)
  useEffect(() => {
    if (member?.language !== undefined) setLanguage(member.language)
  }, [member?.id, member?.language])
  useEffect(() => {
    let isWanted = true
    const load = (): void => {
      loadLanguage[language]().then(
        (found) => isWanted && setLoaded({ language, ...found }),
        // The network is away, or the desk is being renewed.
        () => clock.after(2000, load),
      )
    }
    load()
    return () => {
      isWanted = false
    }
  }, [language, clock])
  const timeZone = member?.timeZone ?? ownTimeZone()
  const memberId = member?.id
  const speech = useMemo<Speech | undefined>(
    () =>
      loaded && {
        ...loaded,
        format: createFormats(loaded.language, timeZone, () => clock.now()),
        say: (message) => formatMessage(message, loaded.sentences),
        choose: (chosen) => {
          kept.here.set('language', chosen)
          setLanguage(chosen)
          if (memberId !== undefined) void api.send(changeMe({ language: chosen }))
        },
      },
    [loaded, timeZone, clock, kept, api, memberId],
  )
  useEffect(() => {
    if (speech !== undefined) document.documentElement.lang = speech.language
  }, [speech])
  return speech
}
