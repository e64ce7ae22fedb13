import type { VNode } from 'preact'
import { useLocation } from 'preact-iso/router'
import { signOut } from '../api/session-calls.ts'
import { useSubmit } from '../api/use-submit.ts'
import { Button } from '../components/button.tsx'
import { draftName } from '../kept.ts'
import { useParts } from '../parts.ts'
import { useWords } from '../words/words.ts'
import { LanguagePicker } from './language-picker.tsx'
import { places } from './places.ts'
import { useSession } from './session.ts'
import { ZoomLine } from './zoom-line.tsx'

export function Header(): VNode {
  const { session } = useSession()
  const words = useWords()
  const { path } = useLocation()
  const { member, desk } = session
  return (
    <header class="page-head">
      <a class="skip" href="#scene">
        {words.shell.skip}
      </a>
      <ZoomLine />
      <div class="page-head-row">
        <a class="brand" href="/book">
          <span class="brand-sign" aria-hidden="true" />
          <span class="name">{desk.name}</span>
        </a>
        {member && (
          <nav class="nav" aria-label={words.shell.navigation}>
            {places
              .filter((place) => place.isFor(session))
              .map((place) => (
                <a
                  key={place.path}
                  href={place.path}
                  aria-current={path === place.path || path.startsWith(`${place.path}/`) ? 'page' : undefined}
                >
                  {place.label(words)}
                </a>
              ))}
          </nav>
        )}
        <div class="page-head-end">
          <LanguagePicker />
          {member && (
            <>
              <a class="me name" href="/profile" aria-label={words.shell.profileOf(member.name)}>
                {member.name}
              </a>
              <SignOut />
            </>
          )}
        </div>
      </div>
    </header>
  )
}

function SignOut(): VNode {
  const { answers, kept } = useParts()
  const { reload } = useSession()
  const { shell } = useWords()
  const submit = useSubmit()
  return (
    <Button
      kind="quiet"
      isBusy={submit.isSending}
      onClick={async () => {
        await submit.send(signOut())
        // What the next person at this machine must not see.
        kept.inTab.set(draftName, undefined)
        for (const name of [...answers.keys()]) if (!name.startsWith('/session')) answers.delete(name)
        reload()
      }}
    >
      {shell.signOut}
    </Button>
  )
}
