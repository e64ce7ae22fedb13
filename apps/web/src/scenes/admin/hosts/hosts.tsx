import type { HostInput, HostView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { checkHost, listHosts } from '../../../api/administration-calls.ts'
import { useAnswer } from '../../../api/use-answer.ts'
import { useSubmit } from '../../../api/use-submit.ts'
import { Button } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { Loading } from '../../../components/loading.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { Table } from '../../../components/table.tsx'
import { useToast } from '../../../components/toasts.tsx'
import { useSpeech } from '../../../words/words.ts'
import { AdminScene } from '../admin-scene.tsx'
import { adminWords } from '../words.ts'
import { AddHost } from './add-host.tsx'
import { HostBudget, HostHealthCell, HostLicence, HostTimes } from './host-cells.tsx'
import { HostForm } from './host-form.tsx'

/** What the form is open for: a host that changes, or a new one with what is known of it. */
type Open = { readonly is: 'change'; readonly host: HostView } | { readonly is: 'add'; readonly known: HostInput }

/** The hosts of the desk: what they can, what is left of their day at Zoom, and whether they are well. */
export function Hosts(): VNode {
  const { hosts: words } = adminWords.use()
  const loaded = useAnswer(listHosts(), ({ is }) => is === 'calendar_changed' || is === 'zoom_changed')
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const [isAdding, setAdding] = useState(false)
  const rows = loaded.value?.rows
  return (
    <AdminScene
      part="hosts"
      lead={words.lead}
      actions={
        <Button kind="main" onClick={() => setAdding(true)}>
          {words.add}
        </Button>
      }
    >
      <FailureNotice failure={loaded.failure} />
      {rows === undefined ? (
        loaded.failure === undefined && <Loading />
      ) : rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneMore}</EmptyState>
      ) : (
        <Table
          caption={words.caption}
          columns={[
            { name: 'name', title: words.columns.name, cell: (host) => <HostName host={host} /> },
            { name: 'licence', title: words.columns.licence, cell: (host) => <HostLicence host={host} /> },
            { name: 'when', title: words.columns.when, cell: (host) => <HostTimes host={host} /> },
            { name: 'budget', title: words.columns.budget, cell: (host) => <HostBudget host={host} /> },
            { name: 'health', title: words.columns.health, cell: (host) => <HostHealthCell host={host} /> },
            {
              name: 'actions',
              title: words.columns.actions,
              cell: (host) => (
                <HostActions host={host} onChange={() => setOpen({ is: 'change', host })} onChecked={loaded.reload} />
              ),
            },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
        />
      )}
      {isAdding && (
        <AddHost
          onClose={() => setAdding(false)}
          onChoose={(known) => {
            setAdding(false)
            setOpen({ is: 'add', known })
          }}
        />
      )}
      {open && (
        <HostForm
          host={open.is === 'change' ? open.host : undefined}
          known={open.is === 'add' ? open.known : undefined}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined)
            loaded.reload()
          }}
        />
      )}
    </AdminScene>
  )
}

function HostName({ host }: { readonly host: HostView }): VNode {
  const { hosts: words } = adminWords.use()
  return (
    <div>
      <span class="name">{host.name}</span>
      <p class="hint admin-email">{host.email}</p>
      {host.memberId !== null && (
        <p class="hint">{host.memberName === null ? words.isOwn : words.ownOf(host.memberName)}</p>
      )}
      {!host.isActive && <span class="mark mark-off">{words.notInUse}</span>}
    </div>
  )
}

interface HostActionsProps {
  readonly host: HostView
  readonly onChange: () => void
  readonly onChecked: () => void
}

function HostActions({ host, onChange, onChecked }: HostActionsProps): VNode {
  const { hosts: words } = adminWords.use()
  const { words: all } = useSpeech()
  const submit = useSubmit()
  const toast = useToast()
  return (
    <div class="actions row-actions">
      <Button kind="quiet" label={words.editOf(host.name)} onClick={onChange}>
        {words.edit}
      </Button>
      <Button
        kind="quiet"
        label={words.checkOf(host.name)}
        isBusy={submit.isSending}
        onClick={async () => {
          const answer = await submit.send(checkHost(host.id))
          if (answer === undefined) return
          if (answer.is === 'good') toast(words.checked(host.name, words.health[answer.value.health.is]))
          else if (answer.is === 'unreachable') toast(all.problems.unreachable)
          onChecked()
        }}
      >
        {words.check}
      </Button>
      <FailureNotice failure={submit.failure?.is === 'refused' ? submit.failure : undefined} />
    </div>
  )
}
