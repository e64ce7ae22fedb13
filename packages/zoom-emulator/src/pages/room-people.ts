import type { Participant } from '../domain/life/participant.ts'
import { escapeHtml } from './html.ts'

/** Who is in the meeting and, for who leads it, who waits; with the buttons of the host. */
export function renderPeople(self: Participant, people: readonly Participant[]): string {
  const inside = people.filter(({ place }) => place === 'meeting')
  const waiting = self.isHost ? people.filter(({ place }) => place === 'waiting_room') : []
  return `${renderWaiting(waiting)}<h2>In the meeting</h2>
<ul class="people">
${inside.map((person) => renderPerson(person, self)).join('\n')}
</ul>
`
}

function renderWaiting(waiting: readonly Participant[]): string {
  if (waiting.length === 0) return ''
  const rows = waiting.map(
    (person) =>
      `<li>${escapeHtml(person.name)} ${button('admit', 'Admit', person)} ${button('remove', 'Remove', person)}</li>`,
  )
  return `<h2>In the waiting room</h2>
<ul class="people">
${rows.join('\n')}
</ul>
<p><button class="main" id="admit-all" name="do" value="admit-all">Admit all</button></p>
`
}

function renderPerson(person: Participant, self: Participant): string {
  const marks = [...(person.isHost ? ['host'] : []), ...(person.id === self.id ? ['you'] : [])]
  const name = `${escapeHtml(person.name)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`
  const canAct = self.isHost && !person.isHost
  return `<li>${name}${canAct ? ` ${button('hold', 'Put in waiting room', person)} ${button('remove', 'Remove', person)}` : ''}</li>`
}

/** Each button says in its name whom it is about: screen readers list buttons without what stands beside them. */
function button(act: string, label: string, { id, name }: Participant): string {
  const about = `${label}: ${escapeHtml(name)}`
  return `<button id="${act}-${escapeHtml(id)}" name="${act}" value="${escapeHtml(id)}" aria-label="${about}">${label}</button>`
}
