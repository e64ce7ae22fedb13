import type { Language } from '@convene/booking/contract'
import { type ComponentChildren, type Context, createContext, type VNode } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { Loading } from '../components/loading.tsx'
import { useSpeech } from './words.ts'

/** The words of a scene that most visits do without, one file a language. */
export type SceneWordFiles<Words> = { readonly en: () => Promise<{ readonly words: Words }> } & Readonly<
  Partial<Record<Language, () => Promise<{ readonly words: Words }>>>
>

export interface SceneWords<Words> {
  /** Draws the scene as soon as its words are there. */
  With(props: { readonly children: ComponentChildren }): VNode
  use(): Words
}

export function createSceneWords<Words>(files: SceneWordFiles<Words>): SceneWords<Words> {
  const words: Context<Words | undefined> = createContext<Words | undefined>(undefined)
  const loaded = new Map<Language, Words>()

  function With({ children }: { readonly children: ComponentChildren }): VNode {
    const { language } = useSpeech()
    const [, redraw] = useState(0)
    useEffect(() => {
      if (loaded.has(language)) return
      void (files[language] ?? files.en)().then((file) => {
        loaded.set(language, file.words)
        redraw((count) => count + 1)
      })
    }, [language])
    const known = loaded.get(language)
    if (known === undefined) return <Loading />
    return <words.Provider value={known}>{children}</words.Provider>
  }

  return {
    With,
    use() {
      const known = useContext(words)
      if (known === undefined) throw new Error('There are no words of this scene around this component.')
      return known
    },
  }
}
