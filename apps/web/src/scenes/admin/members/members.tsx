import type { MemberView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { listMembers, memberDataAddress } from '../../../api/administration-calls.ts'
import { usePages } from '../../../api/use-pages.ts'
import { useSettled } from '../../../api/use-settled.ts'
import { Button, ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { TextField } from '../../../components/field.tsx'
import { Loading } from '../../../components/loading.tsx'
import { FailureNotice } from '../../../components/notice.tsx'
import { type Column, Table } from '../../../components/table.tsx'
import { useNow } from '../../../parts.ts'
import { languageNames } from '../../../words/languages.ts'
import { useSpeech } from '../../../words/words.ts'
import { AdminScene } from '../admin-scene.tsx'
import { adminWords } from '../words.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { MemberForm } from './member-form.tsx'

type Open =
  | { readonly is: 'form'; readonly member: MemberView | undefined }
  | { readonly is: 'erase'; readonly member: MemberView }

/** Who may use the desk. */
export function Members(): VNode {
  const { members: words } = adminWords.use()
  const { words: all } = useSpeech()
  const [text, setText] = useState('')
  const [open, setOpen] = useState<Open | undefined>(undefined)
  const search = useSettled(text.trim())
  const pages = usePages((after) => listMembers({ search, after, limit: 50 }))
  const columns = useColumns(setOpen)
  const then = {
    onClose: () => setOpen(undefined),
    onDone: () => {
      setOpen(undefined)
      pages.reload()
    },
  }
  return (
    <AdminScene
      part="members"
      lead={words.lead}
      actions={
        <Button kind="main" onClick={() => setOpen({ is: 'form', member: undefined })}>
          {words.add}
        </Button>
      }
    >
      <div class="admin-filter">
        <TextField label={words.search} type="search" value={text} onInput={setText} />
      </div>
      <FailureNotice failure={pages.failure} />
      {pages.rows === undefined ? (
        pages.failure === undefined && <Loading />
      ) : pages.rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table caption={words.caption} columns={columns} rows={pages.rows} keyOf={({ id }) => id} />
      )}
      {pages.hasMore && <Button onClick={pages.more}>{all.common.more}</Button>}
      {open?.is === 'form' && <MemberForm member={open.member} {...then} />}
      {open?.is === 'erase' && <EraseDialog member={open.member} {...then} />}
    </AdminScene>
  )
}

function useColumns(onOpen: (open: Open) => void): readonly Column<MemberView>[] {
  const { members: words } = adminWords.use()
  const { format } = useSpeech()
  const now = useNow()
  return [
    {
      name: 'name',
      title: words.columns.name,
      cell: ({ name, email }) => (
        <div>
          <span class="name">{name}</span>
          <p class="hint admin-email">{email}</p>
        </div>
      ),
    },
    { name: 'role', title: words.columns.role, cell: ({ role }) => words.roles[role] },
    {
      name: 'language',
      title: words.columns.language,
      cell: ({ language, timeZone }) => (
        <div>
          <span lang={language}>{languageNames[language]}</span>
          <p class="hint">{format.zone(timeZone, now)}</p>
        </div>
      ),
    },
    {
      name: 'state',
      title: words.columns.state,
      cell: ({ isActive, needsApproval }) => (
        <div>
          <span class={`mark mark-${isActive ? 'good' : 'off'}`}>{isActive ? words.active : words.inactive}</span>
          {needsApproval && <p class="hint">{words.needsApproval}</p>}
        </div>
      ),
    },
    {
      name: 'actions',
      title: words.columns.actions,
      cell: (member) => (
        <div class="actions row-actions">
          <Button kind="quiet" label={words.editOf(member.name)} onClick={() => onOpen({ is: 'form', member })}>
            {words.edit}
          </Button>
          <ButtonLink kind="quiet" href={memberDataAddress(member.id)} download label={words.exportOf(member.name)}>
            {words.export}
          </ButtonLink>
          <Button kind="quiet" label={words.eraseOf(member.name)} onClick={() => onOpen({ is: 'erase', member })}>
            {words.erase}
          </Button>
        </div>
      ),
    },
  ]
}
