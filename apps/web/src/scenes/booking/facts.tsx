import type { BookingView } from '@convene/booking/contract'
import type { ComponentChildren, VNode } from 'preact'
import { isAtLeast, useMe } from '../../shell/session.ts'
import { useSpeech } from '../../words/words.ts'

/** Host, people and agenda. */
export function Facts({ booking }: { readonly booking: BookingView }): VNode {
  const { words, say } = useSpeech()
  const me = useMe()
  const { people, host, choice, agenda, organiser, isMine, peopleExpected, deputies, may } = booking
  const mayKnow = isMine || isAtLeast(me, 'manager')
  return (
    <section class="panel" aria-label={words.booking.people}>
      <dl class="facts">
        {!isMine && organiser && (
          <Fact title={words.booking.organiser}>
            <span class="name">{organiser.name}</span>
          </Fact>
        )}
        <Fact title={words.booking.host}>
          <span class="name">{host.name}</span>
          <p class="hint">{say(choice)}</p>
        </Fact>
        {mayKnow && (
          <Fact title={words.booking.people}>
            {people.length === 0 ? (
              <p class="hint">{may.change ? words.booking.nobody : words.booking.nobodyElse}</p>
            ) : (
              <ul>
                {people.map(({ email, name }) => (
                  <li key={email}>
                    {name && <span class="name">{name} </span>}
                    <span class="hint">{email}</span>
                  </li>
                ))}
              </ul>
            )}
            <p class="hint">{words.booking.expected(peopleExpected)}</p>
          </Fact>
        )}
        {deputies.length > 0 && (
          <Fact title={words.booking.deputies}>
            <ul>
              {deputies.map(({ email, name }) => (
                <li key={email}>
                  <span class="name">{name} </span>
                  <span class="hint">{email}</span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {agenda !== '' && (
          <Fact title={words.booking.agenda}>
            <p class="agenda">{agenda}</p>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function Fact({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}
