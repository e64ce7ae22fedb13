import type { VNode } from 'preact'
import { adoptStyles } from '../../components/adopt-styles.ts'
import { Scene } from '../../components/scene.tsx'
import styles from './profile.css' with { type: 'text' }
import { profileWords } from './words.ts'

adoptStyles(styles)

export default function WhatIsKeptScene(): VNode {
  return (
    <profileWords.With>
      <WhatIsKept />
    </profileWords.With>
  )
}

/** What the desk keeps of whom, for how long, and who sees it: for everybody, also before they sign in. */
function WhatIsKept(): VNode {
  const { keeps } = profileWords.use()
  return (
    <Scene title={keeps.title} lead={keeps.lead} class="kept">
      {keeps.parts.map(({ title, points }) => (
        <section key={title} class="panel">
          <h2>{title}</h2>
          <ul class="kept-points">
            {points.map((point) => (
              <li key={point}>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </Scene>
  )
}
