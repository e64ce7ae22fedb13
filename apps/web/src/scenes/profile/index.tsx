import type { Language, MeView } from '@convene/booking/contract'
import { languages } from '@convene/booking/languages'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { changeMe, myDataAddress } from '../../api/session-calls.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { adoptStyles } from '../../components/adopt-styles.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { SelectField, TextField } from '../../components/field.tsx'
import { FailureNotice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { TimeZoneField } from '../../components/time-zone-field.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useMe, useSession } from '../../shell/session.ts'
import { errorAt } from '../../words/error-at.ts'
import { languageNames } from '../../words/languages.ts'
import { useSpeech } from '../../words/words.ts'
import { ApiKeys } from './api-keys.tsx'
import styles from './profile.css' with { type: 'text' }
import { profileWords } from './words.ts'

adoptStyles(styles)

export default function ProfileScene(): VNode {
  return (
    <profileWords.With>
      <Profile />
    </profileWords.With>
  )
}

/** What one says of oneself, keys for programs, and one's data. */
function Profile(): VNode {
  const words = profileWords.use()
  const me = useMe()
  return (
    <Scene title={words.title} lead={words.lead(me.email, words.roles[me.role])} class="profile">
      <AboutMe me={me} />
      <ApiKeys />
      <section class="panel">
        <h2>{words.data}</h2>
        <p>{words.dataLead}</p>
        <div class="actions">
          <ButtonLink href={myDataAddress} download>
            {words.dataExport}
          </ButtonLink>
        </div>
        <p>
          <a href="/what-is-kept">{words.keepsLink}</a>
        </p>
      </section>
    </Scene>
  )
}

function AboutMe({ me }: { readonly me: MeView }): VNode {
  const words = profileWords.use()
  const speech = useSpeech()
  const { session, put } = useSession()
  const toast = useToast()
  const submit = useSubmit()
  const [fields, setFields] = useState({ name: me.name, language: me.language, timeZone: me.timeZone })
  const set = (changed: Partial<typeof fields>): void => setFields((old) => ({ ...old, ...changed }))
  return (
    <form
      class="form panel"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault()
        const answer = await submit.send(changeMe(fields))
        if (answer?.is !== 'good') return
        put({ ...session, member: answer.value })
        toast(words.saved)
      }}
    >
      <h2>{words.about}</h2>
      <TextField
        label={words.name}
        hint={words.nameHint}
        value={fields.name}
        autocomplete="name"
        onInput={(name) => set({ name })}
        error={errorAt(submit.problem, 'name', speech)}
      />
      <div class="fields">
        <SelectField<Language>
          label={words.language}
          hint={words.languageHint}
          value={fields.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => set({ language })}
          error={errorAt(submit.problem, 'language', speech)}
        />
        <TimeZoneField
          label={words.timeZone}
          hint={words.timeZoneHint}
          value={fields.timeZone}
          onChange={(timeZone) => set({ timeZone })}
          error={errorAt(submit.problem, 'timeZone', speech)}
        />
      </div>
      <FailureNotice failure={submit.failure} />
      <div class="actions">
        <Button kind="main" type="submit" isBusy={submit.isSending}>
          {speech.words.common.save}
        </Button>
      </div>
    </form>
  )
}
