import type { Language, Message } from '@convene/booking/contract'
import { type Context, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../languages/en.ts'
import type { Formats } from '../time/formats.ts'

/** The language of the page, its words, and how it writes dates and numbers. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly format: Formats
  /** What the desk's rules say. */
  say(message: Message): string
  /** Changes the language of the page, and of the member who is signed in. */
  choose(language: Language): void
}

export const SpeechContext: Context<Speech | undefined> = createContext<Speech | undefined>(undefined)

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (speech === undefined) throw new Error('There is no SpeechContext around this component.')
  return speech
}

export const useWords = (): Words => useSpeech().words
export const useFormats = (): Formats => useSpeech().format
