import type { MailView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { listMails } from '../../api/administration-calls.ts'
import { usePages } from '../../api/use-pages.ts'
import { adoptStyles } from '../../components/adopt-styles.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading } from '../../components/loading.tsx'
import { FailureNotice, Notice } from '../../components/notice.tsx'
import { Scene } from '../../components/scene.tsx'
import { useNow } from '../../parts.ts'
import { useDesk } from '../../shell/session.ts'
import { useSpeech } from '../../words/words.ts'
import styles from './mails.css' with { type: 'text' }
import { mailWords } from './words.ts'

adoptStyles(styles)

export default function MailsScene(): VNode {
  return (
    <mailWords.With>
      <Mails />
    </mailWords.With>
  )
}

/** What was not sent: the mails of a desk without a mail server. */
function Mails(): VNode {
  const words = mailWords.use()
  const { words: all, format } = useSpeech()
  const { isDemo, mail: way } = useDesk()
  const now = useNow()
  const pages = usePages(
    (after) => listMails({ after, limit: 30 }),
    ({ is }) => is === 'mail_kept',
  )
  const [chosenId, setChosenId] = useState<string | undefined>(undefined)
  const { rows } = pages
  if (way === 'smtp')
    return (
      <Scene title={words.title}>
        <EmptyState title={words.smtp} />
      </Scene>
    )
  const chosen = rows?.find(({ id }) => id === chosenId)
  return (
    <Scene title={words.title} lead={words.lead} class="mails">
      <Notice kind="warning" title={words.notSent}>
        {isDemo && <p>{words.notSentDemo}</p>}
      </Notice>
      <FailureNotice failure={pages.failure} />
      {rows === undefined ? (
        pages.failure === undefined && <Loading />
      ) : rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneMore}</EmptyState>
      ) : (
        <div class="mails-two">
          <div class="mails-list">
            <ul aria-label={words.listLabel}>
              {rows.map(({ id, subject, to, at }) => (
                <li key={id}>
                  <button
                    type="button"
                    class="mails-row"
                    aria-current={id === chosenId ? 'true' : undefined}
                    onClick={() => setChosenId(id)}
                  >
                    <span class="mails-subject">{subject}</span>
                    <span class="hint">
                      {words.to(to)} · {format.fromNow(at, now)}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {pages.hasMore && <Button onClick={pages.more}>{all.common.more}</Button>}
          </div>
          {chosen === undefined ? (
            <p class="mails-none hint">{words.choose}</p>
          ) : (
            <Mail key={chosen.id} mail={chosen} />
          )}
        </div>
      )}
    </Scene>
  )
}

function Mail({ mail }: { readonly mail: MailView }): VNode {
  const words = mailWords.use()
  const { format } = useSpeech()
  const heading = useRef<HTMLHeadingElement>(null)
  // On a narrow screen it stands below the list.
  useEffect(() => heading.current?.focus(), [])
  return (
    <article class="panel">
      <div>
        <h2 tabIndex={-1} ref={heading}>
          {mail.subject}
        </h2>
        <p class="hint">
          {words.to(mail.to)} · {format.moment(mail.at)}
        </p>
      </div>
      <MailText text={mail.text} />
      {mail.attachments.length > 0 && (
        <div>
          <h3>{words.attachments}</h3>
          <ul class="actions">
            {mail.attachments.map((attachment) => (
              <li key={attachment.name}>
                <Download {...attachment} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </article>
  )
}

/** The text as it is, with its links to follow. */
function MailText({ text }: { readonly text: string }): VNode {
  return (
    <div class="mails-text">
      {text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  )
}

function Download({ name, type, content }: MailView['attachments'][number]): VNode {
  const words = mailWords.use()
  const address = useMemo(() => URL.createObjectURL(new Blob([content], { type })), [content, type])
  useEffect(() => () => URL.revokeObjectURL(address), [address])
  return (
    <a class="button" href={address} download={name}>
      {words.download(name)}
    </a>
  )
}
