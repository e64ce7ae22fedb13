import type { Member, Policies } from '@convene/booking'
import type { DeskView, Language, MeView } from '@convene/booking/contract'
import type { DeskContext } from '../context.ts'
import { presentInstant } from './instant.ts'

const languages: readonly Language[] = ['en', 'zh-TW', 'zh-CN', 'ja', 'tr']

/** The language of a member; English where the desk has no texts in it. */
export function languageOf(text: string | undefined): Language {
  return languages.find((one) => one === text) ?? 'en'
}

export function presentMe({ id, email, name, role, language, timeZone }: Member): MeView {
  return { id, email, name, role, language: languageOf(language), timeZone }
}

/** How late changes at Zoom are seen, in minutes. */
const lateByMinutes = { webhooks: 1, polling: 10 } as const

export function presentDesk(
  { config, clock, version }: DeskContext,
  { policies, awaySince }: { readonly policies: Policies; readonly awaySince: number | undefined },
): DeskView {
  const by = config.zoom.webhookSecret === undefined ? 'polling' : 'webhooks'
  return {
    name: config.name,
    version,
    zoom: config.zoom.is,
    isDemo: config.isDemo,
    timeZone: policies.timeZone,
    languages,
    mode: policies.pool === undefined ? 'own' : 'pool',
    opening: policies.opening,
    mail: config.smtp === undefined ? 'page' : 'smtp',
    zoomAwaySince: awaySince === undefined ? null : presentInstant(awaySince),
    hears: { by, lateByMinutes: lateByMinutes[by] },
    now: presentInstant(clock.now()),
  }
}
