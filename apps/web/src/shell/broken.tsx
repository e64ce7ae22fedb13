import type { VNode } from 'preact'
import { Button } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { Scene } from '../components/scene.tsx'
import { useWords } from '../words/words.ts'

/** A file of the page could not be loaded (the desk was renewed meanwhile, or the network is away), or there is a mistake in it. */
export function Broken(): VNode {
  const { shell, common } = useWords()
  return (
    <Scene title={shell.broken}>
      <Notice kind="error" isLive>
        <p>{shell.brokenRemedy}</p>
      </Notice>
      <Button kind="main" onClick={() => location.reload()}>
        {common.reload}
      </Button>
    </Scene>
  )
}
