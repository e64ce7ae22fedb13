import { escapeHtml } from './html.ts'
import { renderPage } from './layout.ts'

/** A file of a recording, with the address at which this page may load it. */
export interface PlayableFile {
  readonly fileType: 'MP4' | 'M4A'
  readonly url: string
}

/** Where people see a recording. */
export function renderRecordingPage(topic: string, files: readonly PlayableFile[]): string {
  const players = files.map(({ fileType, url }) => {
    const tag = fileType === 'MP4' ? 'video' : 'audio'
    const label = fileType === 'MP4' ? 'Video' : 'Sound'
    return `<h2>${label}</h2>
<p><${tag} controls src="${escapeHtml(url)}" style="width: 100%"></${tag}></p>
<p><a href="${escapeHtml(url)}">Download ${fileType}</a></p>`
  })
  return renderPage(topic, `<p>Nothing was really recorded: a dark picture, and silence.</p>\n${players.join('\n')}`)
}

/** Asks for the passcode of a recording. */
export function renderRecordingPasscode(topic: string, isWrong: boolean): string {
  const wrong = isWrong ? '<p role="alert">This passcode is wrong.</p>' : ''
  return renderPage(
    topic,
    `${wrong}<form method="post"><label>Passcode of the recording <input name="passcode" autocomplete="off" required></label>
<button class="main">Watch</button></form>`,
  )
}
