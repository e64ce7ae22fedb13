import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { askForLink, openIdAddress } from '../../api/session-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { TextField } from '../../components/field.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useSession } from '../../shell/session.ts'
import { isEmail } from '../../words/emails.ts'
import { useWords } from '../../words/words.ts'
import { DemoPeople } from './demo-people.tsx'

export interface WaysProps {
  /** A path of the page to go on to. */
  readonly next: string
  /** Whether somebody wanted another scene and got this one in its place. */
  readonly isInPlace: boolean
  /** Why the provider sent somebody back without signing in: an `OpenIdProblem`. */
  readonly problem: string | undefined
  readonly onDone: (session: SessionView) => void
}

export function Ways({ next, isInPlace, problem, onDone }: WaysProps): VNode {
  const { signIn } = useWords()
  const { link, openid, demo } = useSession().session.signIn
  const [sentTo, setSentTo] = useState<string | undefined>(undefined)
  if (sentTo !== undefined) return <Sent email={sentTo} onOther={() => setSentTo(undefined)} />
  return (
    <Scene title={signIn.title} lead={isInPlace ? signIn.forThis : signIn.lead} class="scene-alone">
      {problem !== undefined && (
        <Notice kind="error">
          {Object.entries(signIn.openIdProblems).find(([code]) => code === problem)?.[1] ??
            signIn.openIdProblems.failed}
        </Notice>
      )}
      {demo.length > 0 && <DemoPeople people={demo} onDone={onDone} />}
      {link && <LinkForm next={next} onSent={setSentTo} />}
      {link && openid && <p class="or">{signIn.or}</p>}
      {openid && <ButtonLink href={openIdAddress(next)}>{signIn.withOpenId(openid.name)}</ButtonLink>}
      {!link && !openid && demo.length === 0 && <Notice kind="warning">{signIn.noWay}</Notice>}
    </Scene>
  )
}

function LinkForm({ next, onSent }: { readonly next: string; readonly onSent: (email: string) => void }): VNode {
  const { signIn } = useWords()
  const [email, setEmail] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = useSubmit()
  const ask = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isEmail(email)) return
    const answer = await submit.send(askForLink({ email: email.trim(), next }))
    if (answer?.is === 'good') onSent(email.trim())
  }
  return (
    <form onSubmit={ask} noValidate class="form">
      <TextField
        label={signIn.email}
        hint={signIn.emailHint}
        error={isTried && !isEmail(email) && signIn.emailMissing}
        type="email"
        value={email}
        onInput={setEmail}
        autocomplete="email"
      />
      <FailureNotice failure={submit.failure} />
      <Button kind="main" type="submit" isBusy={submit.isSending}>
        {signIn.askForLink}
      </Button>
    </form>
  )
}

function Sent({ email, onOther }: { readonly email: string; readonly onOther: () => void }): VNode {
  const { signIn } = useWords()
  const { mail } = useSession().session.desk
  return (
    <Scene title={signIn.sentTitle} class="scene-alone">
      <p role="status">{signIn.sent(email)}</p>
      {mail === 'page' && (
        <Notice kind="note">
          <a href="/mails">{signIn.sentToPage}</a>
        </Notice>
      )}
      <p class="hint">{signIn.sentNothing}</p>
      <Button onClick={onOther}>{signIn.otherAddress}</Button>
    </Scene>
  )
}
