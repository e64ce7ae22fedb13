import type { Language } from '@convene/zoom/invitation'
import { wrongValue } from '../errors.ts'
import { parseMeetingId } from '../input/meeting-id.ts'
import { nearest } from '../nearest.ts'
import { openZoom } from '../zoom/open-zoom.ts'
import type { DefineCommand } from './command.ts'

export const define: DefineCommand = (command, context) => {
  command
    .argument('<meeting...>', 'the meeting id, or its join link')
    .option('--language <language>', "compose it in en, zh-TW, zh-CN, ja or tr (default: Zoom's own text)")
    .option('--host-name <name>', 'who invites, in a composed text')
    .action(async (words: string[], options: { language?: string; hostName?: string }) => {
      const { output } = context()
      const meetingId = parseMeetingId(words)
      const composed = options.language !== undefined || options.hostName !== undefined
      const language = composed ? await readLanguage(options.language) : undefined
      await using zoom = await openZoom(context(), true)
      let invitation: string
      if (language === undefined) ({ invitation } = await zoom.client.meetings.invitation({ meetingId }))
      else {
        const { composeInvitation } = await import('@convene/zoom/invitation')
        const meeting = await zoom.client.meetings.get({ meetingId })
        invitation = composeInvitation(meeting, {
          language,
          ...(options.hostName !== undefined && { hostName: options.hostName }),
        })
      }
      output.answer({ invitation }, () => output.raw(invitation.replaceAll('\r\n', '\n')))
    })
}

/** Reads a language tag in any case; `zh-Hant` and `zh-Hans` are how others name the two written forms. */
async function readLanguage(text = 'en'): Promise<Language> {
  const { languages } = await import('@convene/zoom/invitation')
  const wanted = text.toLowerCase()
  const meant = { 'zh-hant': 'zh-TW', 'zh-hans': 'zh-CN' }[wanted] ?? text
  const known = languages.find((language) => language.toLowerCase() === meant.toLowerCase())
  if (known) return known
  const near = nearest(text, languages)
  throw wrongValue(
    '--language',
    text,
    `no language that this command writes${near ? `; did you mean "${near}"` : ''}`,
    languages.join(', '),
  )
}
