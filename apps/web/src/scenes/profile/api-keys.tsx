import type { ApiKeyView, NewApiKeyView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listApiKeys, removeApiKey } from '../../api/administration-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useSubmit } from '../../api/use-submit.ts'
import { Button } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { Table } from '../../components/table.tsx'
import { useToast } from '../../components/toasts.tsx'
import { useNow } from '../../parts.ts'
import { useSpeech } from '../../words/words.ts'
import { NewKeyForm } from './new-key-form.tsx'
import { profileWords } from './words.ts'

/** One's own keys for programs: what each may do, when it was used, and the way to be rid of it. */
export function ApiKeys(): VNode {
  const words = profileWords.use()
  const { format } = useSpeech()
  const now = useNow()
  const loaded = useAnswer(listApiKeys())
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<NewApiKeyView | undefined>(undefined)
  const [removing, setRemoving] = useState<ApiKeyView | undefined>(undefined)
  const rows = loaded.value?.rows
  return (
    <section class="panel">
      <h2>{words.keys}</h2>
      <p>{words.keysLead}</p>
      <FailureNotice failure={loaded.failure} />
      {rows === undefined ? (
        loaded.failure === undefined && <Loading />
      ) : rows.length === 0 ? (
        <p class="hint">{words.keysNone}</p>
      ) : (
        <Table
          caption={words.keysCaption}
          columns={[
            { name: 'name', title: words.keysColumns.name, cell: ({ name }) => name },
            {
              name: 'scopes',
              title: words.keysColumns.scopes,
              cell: ({ scopes }) => (
                <ul>
                  {scopes.map((scope) => (
                    <li key={scope}>{words.scopes[scope]}</li>
                  ))}
                </ul>
              ),
            },
            {
              name: 'used',
              title: words.keysColumns.used,
              cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.usedNever : format.fromNow(lastUsedAt, now)),
            },
            {
              name: 'ends',
              title: words.keysColumns.ends,
              cell: ({ expiresAt }) =>
                expiresAt === null
                  ? words.never
                  : Date.parse(expiresAt) <= now
                    ? words.ended(format.shortDay(expiresAt))
                    : format.shortDay(expiresAt),
            },
            {
              name: 'actions',
              title: words.keysColumns.actions,
              cell: (key) => (
                <Button kind="quiet" label={words.removeOf(key.name)} onClick={() => setRemoving(key)}>
                  {words.remove}
                </Button>
              ),
            },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      <div class="actions">
        <Button onClick={() => setAdding(true)}>{words.add}</Button>
      </div>
      {isAdding && (
        <NewKeyForm
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setAdding(false)
            setMade(key)
            loaded.reload()
          }}
        />
      )}
      {made && <MadeKey made={made} onClose={() => setMade(undefined)} />}
      {removing && (
        <RemoveKey
          apiKey={removing}
          onClose={() => setRemoving(undefined)}
          onRemoved={() => {
            setRemoving(undefined)
            loaded.reload()
          }}
        />
      )}
    </section>
  )
}

/** The one time that a key is shown. */
function MadeKey({ made, onClose }: { readonly made: NewApiKeyView; readonly onClose: () => void }): VNode {
  const words = profileWords.use()
  return (
    <Dialog
      title={words.made}
      onClose={onClose}
      actions={
        <>
          <CopyButton kind="main" text={made.key} label={words.copyKey} />
          <Button onClick={onClose}>{words.madeDone}</Button>
        </>
      }
    >
      <Notice kind="warning">
        <p>{words.madeOnce}</p>
      </Notice>
      <code class="secret">{made.key}</code>
      <p class="hint">{words.madeUse}</p>
      <code class="secret">{`Authorization: Bearer ${made.key}`}</code>
    </Dialog>
  )
}

interface RemoveKeyProps {
  readonly apiKey: ApiKeyView
  readonly onClose: () => void
  readonly onRemoved: () => void
}

function RemoveKey({ apiKey, onClose, onRemoved }: RemoveKeyProps): VNode {
  const words = profileWords.use()
  const toast = useToast()
  const submit = useSubmit()
  return (
    <Dialog
      title={words.removeTitle(apiKey.name)}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="danger"
            isBusy={submit.isSending}
            onClick={async () => {
              const answer = await submit.send(removeApiKey(apiKey.id))
              if (answer?.is !== 'good') return
              toast(words.removed)
              onRemoved()
            }}
          >
            {words.remove}
          </Button>
          <Button onClick={onClose}>{words.removeKeep}</Button>
        </>
      }
    >
      <p>{words.removeText}</p>
      <FailureNotice failure={submit.failure} />
    </Dialog>
  )
}
