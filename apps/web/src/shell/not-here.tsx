import type { VNode } from 'preact'
import { Scene } from '../components/scene.tsx'
import { useWords } from '../words/words.ts'

export function NotHere(): VNode {
  const { shell } = useWords()
  return (
    <Scene title={shell.notHere}>
      <p>{shell.notHereRemedy}</p>
      <p>
        <a href="/book">{shell.book}</a>
      </p>
    </Scene>
  )
}
