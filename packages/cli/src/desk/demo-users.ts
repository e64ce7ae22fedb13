import type { DemoZoomUser, ZoomUserOfDemo } from '@convene/server'
import type { ZoomClient } from '@convene/zoom'

/**
 * The users of the emulated account, with those of the demo organisation added where it does not have them: an account that was kept goes
 * on with what it holds.
 */
export async function addDemoUsers(zoom: ZoomClient, users: readonly DemoZoomUser[]): Promise<ZoomUserOfDemo[]> {
  const known: ZoomUserOfDemo[] = []
  for await (const { id = '', email } of zoom.users.list({ page_size: 300 })) known.push({ id, email })
  const missing = users.filter(({ email, role_id }) => role_id !== '0' && !known.some((user) => user.email === email))
  return [...known, ...(await Promise.all(missing.map((user) => addUser(zoom, user))))]
}

async function addUser(zoom: ZoomClient, { timezone, ...user }: DemoZoomUser): Promise<ZoomUserOfDemo> {
  const { email, first_name, last_name, type } = user
  const { id } = await zoom.users.create({ action: 'custCreate', user_info: { email, first_name, last_name, type } })
  await zoom.users.update({ userId: id, timezone })
  return { id, email }
}
