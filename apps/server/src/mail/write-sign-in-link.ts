import { createWords, languageFrom } from '@convene/booking/languages'
import { mailWords } from '../languages/mail-languages.ts'
import type { SignInLink } from '../sign-in/links.ts'
import type { WrittenMail } from './content.ts'
import { type DeskName, mailFor, text } from './mail-parts.ts'
import { singleLine } from './single-line.ts'

/** The link by which a member signs in. It stands in the text alone, never in the subject: that is shown on locked screens. */
export function writeSignInLink({ member, url, expiresAt }: SignInLink, desk: DeskName): WrittenMail {
  const language = languageFrom([member.language])
  const { signInLink } = mailWords[language]
  const { timeAt, zone } = createWords(language)
  const name = singleLine(desk.name)
  const until = `${timeAt(expiresAt, member.timeZone)}, ${zone(member.timeZone, expiresAt)}`
  const content = mailFor({ receiver: { ...member, language, as: 'organiser' } }, desk, {
    subject: signInLink.subject(name),
    title: name,
    parts: [
      text(signInLink.says(name)),
      { is: 'link', label: signInLink.action, url, isMain: true },
      text(signInLink.lasts(until)),
      text(signInLink.notYou),
    ],
  })
  return { content, attachments: [] }
}
