import type { Account, SettingsGroups, User } from './entities.ts'

/** What speaks against a change of settings, with Zoom's code. */
export interface SettingsFault {
  readonly code: number
  readonly message: string
}

/** Why the features of a change cannot be had (docs/zoom-facts.md §4); `undefined` where they can. */
export function featureFault(
  { plan }: Account,
  { type }: User,
  change: SettingsGroups,
  settings: SettingsGroups,
): SettingsFault | undefined {
  const asked = change.feature
  if (!asked) return undefined
  const has = { ...settings.feature, ...asked }
  const isLicensed = type === 2
  const { concurrent_meeting: concurrent } = asked
  if (asked.large_meeting === true && !isLicensed)
    return { code: 1108, message: 'Only Licensed or On-prem users can enable the large meeting feature.' }
  if (asked.webinar === true && !isLicensed)
    return { code: 1122, message: 'Webinar feature can only be enabled for Licensed or On-prem users.' }
  if (asked.zoom_events === true && !isLicensed)
    return { code: 1206, message: 'You can only enable the Zoom Events feature for Licensed or On-prem users.' }
  if (asked.webinar === true && has.zoom_events === true)
    return {
      code: 1204,
      message: "You can't enable the Webinar feature because you already have the Zoom Events feature.",
    }
  if (asked.zoom_events === true && has.webinar === true)
    return {
      code: 1205,
      message: "You can't enable the Zoom Events feature because you already have the Webinar feature.",
    }
  if (concurrent !== undefined && concurrent !== 'None') {
    if (!isLicensed)
      return {
        code: 1207,
        message: 'You can only enable the "Concurrent Meeting" feature for Licensed users or On-prem users.',
      }
    if (plan !== 'business')
      return {
        code: concurrent === 'Basic' ? 1208 : 1210,
        message: `You can't enable the "Concurrent Meeting ${concurrent}" feature.`,
      }
  }
  if (asked.zoom_customer_managed_key === true)
    return { code: 300, message: 'You cannot assign a Zoom Customer Managed Key license for a single user.' }
  return undefined
}
