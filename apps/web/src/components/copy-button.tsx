import type { VNode } from 'preact'
import { useWords } from '../words/words.ts'
import { Button, type ButtonProps } from './button.tsx'
import { useToast } from './toasts.tsx'

export interface CopyButtonProps {
  readonly text: string
  readonly label: string
  /** Read out where several say the same. */
  readonly fullLabel?: string | undefined
  readonly kind?: ButtonProps['kind']
}

export function CopyButton({ text, label, fullLabel, kind }: CopyButtonProps): VNode {
  const { common } = useWords()
  const toast = useToast()
  return (
    <Button
      kind={kind}
      label={fullLabel}
      onClick={async () => toast((await copy(text)) ? common.copied : common.notCopied)}
    >
      {label}
    </Button>
  )
}

/** Browsers give the clipboard to pages on https and loopback alone, and not to each frame. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
