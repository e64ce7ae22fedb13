import type { DeskView, MeView, SessionView, SignInWays } from '@convene/booking/contract'
import { z } from '@hono/zod-openapi'
import { instant, language, orNull, role, timeZone } from './common.ts'

const meFields = { id: z.string(), email: z.string(), name: z.string(), role, language, timeZone }

export const me: z.ZodType<MeView> = z.object(meFields).openapi('Me')

const desk: z.ZodType<DeskView> = z
  .object({
    name: z.string(),
    version: z.string(),
    zoom: z.enum(['real', 'emulated']),
    isDemo: z.boolean(),
    timeZone,
    languages: z.array(language),
    mode: z.enum(['own', 'pool']),
    opening: z.enum(['without_host', 'start_link']),
    mail: z.enum(['smtp', 'page']),
    zoomAwaySince: instant.nullable(),
    hears: z.object({ by: z.enum(['webhooks', 'polling']), lateByMinutes: z.number() }),
    now: instant,
  })
  .openapi('Desk')

const signInWays: z.ZodType<SignInWays> = z
  .object({
    link: z.boolean(),
    openid: z.object({ name: z.string() }).nullable(),
    demo: z.array(z.object({ id: z.string(), name: z.string(), role, language })),
  })
  .openapi('SignInWays')

export const session: z.ZodType<SessionView> = z
  .object({ member: orNull(me), desk, signIn: signInWays })
  .openapi('Session')
