import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { Chips } from '../components/chips.tsx'
import { keptHere } from '../kept.ts'
import { useWords } from '../words/words.ts'

const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export function keptTheme(): Theme {
  const kept = keptHere.get('theme')
  return themes.find((theme) => theme === kept) ?? 'system'
}

/** `system`: as the machine has it. */
export function applyTheme(theme: Theme): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset.theme
  else dataset.theme = theme
}

export function ThemePicker(): VNode {
  const { shell } = useWords()
  const [theme, setTheme] = useState(keptTheme)
  return (
    <Chips
      legend={shell.theme}
      choices={themes.map((value) => ({ value, label: shell.themes[value] }))}
      value={theme}
      onChange={(chosen) => {
        keptHere.set('theme', chosen === 'system' ? undefined : chosen)
        applyTheme(chosen)
        setTheme(chosen)
      }}
    />
  )
}
