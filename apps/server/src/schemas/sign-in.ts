import type { Member } from '@convene/booking'
import type { DemoSignIn, SignInConfirmation, SignInLinkRequest } from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { absentOr, language, timeZone } from './common.ts'

const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'give an e-mail address, such as mei@example.com')
  .openapi({ example: 'mei@example.com' })

export const linkRequest: z.ZodType<SignInLinkRequest> = z
  .strictObject({
    email,
    next: absentOr(z.string().max(500)).openapi({ description: 'A path of the page to go on to', example: '/book' }),
  })
  .openapi('SignInLinkRequest')

const token = z.string().min(1).max(100)

export const confirmation: z.ZodType<SignInConfirmation> = z
  .strictObject({
    token: token.openapi({ description: 'Behind `#token=` or `#first=` of the link' }),
    firstAdmin: absentOr(
      z.strictObject({ email, name: z.string().trim().min(1).max(200), timeZone, language }),
    ).openapi({ description: 'With the one-time link of the first administrator alone' }),
  })
  .openapi('SignInConfirmation')

export const demoSignIn: z.ZodType<DemoSignIn> = z
  .strictObject({ memberId: z.string().min(1).max(200) })
  .openapi('DemoSignIn')

export const nextQuery: z.ZodType<{ readonly next?: string }> = z.object({ next: absentOr(z.string()) })

export const profile: z.ZodType<Partial<Pick<Member, 'name' | 'language' | 'timeZone'>>> = z
  .strictObject({
    name: absentOr(z.string().min(1).max(200)),
    language: absentOr(language),
    timeZone: absentOr(timeZone),
  })
  .openapi('Profile')
