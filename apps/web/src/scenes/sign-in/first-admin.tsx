import type { SessionView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { confirmSignIn } from '../../api/session-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/field.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { ownTimeZone } from '../../time/wall-time.ts'
import { isEmail } from '../../words/emails.ts'
import { useSpeech } from '../../words/words.ts'

export interface FirstAdminProps {
  readonly token: string
  readonly onDone: (session: SessionView) => void
}

/** What the one-time link of the first start opens. */
export function FirstAdmin({ token, onDone }: FirstAdminProps): VNode {
  const { words, language } = useSpeech()
  const { signIn } = words
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [timeZone, setTimeZone] = useState(ownTimeZone)
  const [isTried, setTried] = useState(false)
  const submit = useSubmit()
  const isNamed = name.trim() !== ''

  const begin = async (event: Event): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isNamed || !isEmail(email)) return
    const firstAdmin = { name: name.trim(), email: email.trim(), timeZone, language }
    const answer = await submit.send(confirmSignIn({ token, firstAdmin }))
    if (answer?.is === 'good') onDone(answer.value)
  }
  return (
    <Scene title={signIn.firstTitle} lead={signIn.firstLead} class="scene-alone">
      <form onSubmit={begin} noValidate class="form">
        <TextField
          label={signIn.firstName}
          value={name}
          onInput={setName}
          autocomplete="name"
          error={isTried && !isNamed && signIn.firstNameMissing}
        />
        <TextField
          label={signIn.email}
          type="email"
          value={email}
          onInput={setEmail}
          autocomplete="email"
          error={isTried && !isEmail(email) && signIn.emailMissing}
        />
        <TimeZoneField label={signIn.timeZone} value={timeZone} onChange={setTimeZone} />
        <FailureNotice failure={submit.failure} />
        <Button kind="main" type="submit" isBusy={submit.isSending}>
          {signIn.first}
        </Button>
      </form>
    </Scene>
  )
}
