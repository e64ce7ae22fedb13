import type { Meeting, User } from '../domain/entities.ts'
import type { Participant } from '../domain/life/participant.ts'
import { escapeHtml } from './html.ts'
import { keepCurrent } from './keep-current.ts'
import { renderPage } from './layout.ts'
import { renderMeetingDetails } from './meeting-details.ts'
import { renderPeople } from './room-people.ts'

export interface RoomView {
  readonly meeting: Meeting
  readonly host: User
  readonly now: number
  /** Whose page it is. */
  readonly self: Participant
  /** Everybody who is there. */
  readonly people: readonly Participant[]
  /** Where the page is, with what proves whose it is. */
  readonly address: string
  /** By which link the person can come again. */
  readonly wayBack: string
}

/** What somebody sees who came to a meeting: how it stands, who is there, and what can be done. */
export function renderRoomPage(view: RoomView): string {
  const { meeting, self, address } = view
  return renderPage(
    meeting.topic,
    `<p role="status">${escapeHtml(describeStanding(view))}</p>
<div id="room">
${self.place === 'gone' ? renderWayBack(view) : renderRoom(view)}
</div>
<p><a href="${escapeHtml(address)}">Look again</a></p>`,
    keepCurrent,
  )
}

function renderRoom({ meeting, host, now, self, people, address }: RoomView): string {
  const everybody = self.place === 'meeting' ? renderPeople(self, people) : ''
  const leave = self.place === 'meeting' ? 'Leave' : 'Stop waiting'
  const end = leadsNow(self) ? '<button id="end" name="do" value="end">End meeting for all</button>\n' : ''
  return `<form method="post" action="${escapeHtml(address)}">
${everybody}<p>
<button id="leave" name="do" value="leave">${leave}</button>
${end}</p>
</form>
${renderMeetingDetails(meeting, host, now)}`
}

function renderWayBack({ meeting, self, wayBack }: RoomView): string {
  if (self.gone === 'ended') return '<p>You can close this page.</p>'
  const again = meeting.status === 'started' ? 'Join again' : 'Go to the join page'
  return `<p><a class="button" href="${escapeHtml(wayBack)}">${again}</a></p>`
}

function describeStanding({ self, people }: RoomView): string {
  const count = (place: Participant['place']) => people.filter((one) => one.place === place).length
  switch (self.place) {
    case 'at_the_door':
      return `Hello ${self.name}. The host has not started this meeting yet; you come in when it begins.`
    case 'waiting_room':
      return `Hello ${self.name}. You are in the waiting room. The host has to let you in.`
    case 'meeting':
      return `You are in the meeting. ${countPeople(count('meeting'))} here${
        leadsNow(self) ? `, ${countPeople(count('waiting_room'))} in the waiting room` : ''
      }. No picture and no sound: this page stands in their place.`
    case 'gone':
      if (self.gone === 'ended') return 'The meeting has ended.'
      return self.gone === 'removed' ? 'The host has removed you from the meeting.' : 'You have left the meeting.'
  }
}

function countPeople(count: number): string {
  if (count === 0) return 'nobody'
  return count === 1 ? '1 person' : `${count} people`
}

/** Whether the person may do what hosts do. */
export function leadsNow({ isHost, place }: Participant): boolean {
  return isHost && place === 'meeting'
}
