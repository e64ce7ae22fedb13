import type { BookingView, MeetingView } from '@convene/booking/contract'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { calendarFileAddress, readInvitation } from '../../api/booking-calls.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { useSpeech, useWords } from '../../words/words.ts'

/** What people need to come: link, id and passcode, ready to be copied. */
export function MeetingPanel({ booking }: { readonly booking: BookingView }): VNode {
  const words = useWords()
  const { meeting } = booking
  return (
    <section class="panel" aria-labelledby="link">
      <h2 id="link">{words.booking.link}</h2>
      {meeting === null ? (
        <p class="hint">{booking.isMine ? words.booking.noLinkYet : words.booking.notYourLink}</p>
      ) : (
        <Ready booking={booking} meeting={meeting} />
      )}
    </section>
  )
}

function Ready({ booking, meeting }: { readonly booking: BookingView; readonly meeting: MeetingView }): VNode {
  const { words, language } = useSpeech()
  const { joinUrl, passcode } = meeting
  // Asked for beforehand: browsers let a page copy at the click alone, and no later.
  const invitation = useAnswer(
    readInvitation(booking.id, language),
    ({ is, bookingId }) => is === 'booking_changed' && bookingId === booking.id,
  )
  const id = String(meeting.id).replace(/^(\d{3})(\d{3,4})(\d{4})$/, '$1 $2 $3')
  return (
    <>
      <p class="join">
        <a href={joinUrl} target="_blank" rel="noreferrer">
          {joinUrl.replace(/\?.*$/, '')}
        </a>
      </p>
      <div class="actions">
        <ButtonLink kind="main" href={joinUrl} isNewWindow>
          {words.booking.join}
        </ButtonLink>
        <CopyButton text={joinUrl} label={words.booking.copyLink} />
      </div>
      <dl class="codes">
        <div>
          <dt>{words.booking.meetingId}</dt>
          <dd class="digits code">{id}</dd>
          <dd>
            <CopyButton
              kind="quiet"
              text={String(meeting.id)}
              label={words.common.copy}
              fullLabel={words.booking.copyId}
            />
          </dd>
        </div>
        <Passcode passcode={passcode} />
      </dl>
      <div class="actions">
        {invitation.value && <CopyButton text={invitation.value.text} label={words.booking.copyInvitation} />}
        <ButtonLink href={calendarFileAddress(booking.id, language)} download>
          {words.booking.calendarFile}
        </ButtonLink>
      </div>
      {invitation.value && (
        <details>
          <summary>{words.booking.showInvitation}</summary>
          <pre class="invitation">{invitation.value.text}</pre>
        </details>
      )}
    </>
  )
}

/** Hidden at first: screens are shared and photographed. */
function Passcode({ passcode }: { readonly passcode: string }): VNode {
  const { booking, common } = useWords()
  const [isShown, setShown] = useState(false)
  return (
    <div>
      <dt>{booking.passcode}</dt>
      {passcode === '' ? (
        <dd>{booking.noPasscode}</dd>
      ) : (
        <>
          <dd class="code">{isShown ? passcode : '••••••'}</dd>
          <dd>
            <Button kind="quiet" isPressed={isShown} onClick={() => setShown(!isShown)}>
              {isShown ? booking.hidePasscode : booking.showPasscode}
            </Button>
            <CopyButton kind="quiet" text={passcode} label={common.copy} fullLabel={booking.copyPasscode} />
          </dd>
        </>
      )}
    </div>
  )
}
