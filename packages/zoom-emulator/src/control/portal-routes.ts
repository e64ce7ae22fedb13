import { readInput } from '../domain/input-reader.ts'
import type { Routes } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import type { PortalControl } from './portal.ts'
import { refusing, told } from './told.ts'

/** `/_emulator/portal`: what people do in the portal, for programs that cannot reach into this process. */
export function portalRoutes(app: Routes, portal: PortalControl): void {
  app.post('/_emulator/portal', (context) =>
    told(async () => {
      const { meeting, person } = readDeed(await readJson(context), ['schedule'])
      return context.json({ meeting_id: refusing(() => portal.schedule(meeting, person)) })
    }),
  )
  app.post('/_emulator/portal/:id', (context) =>
    told(async () => {
      const id = Number(context.req.param('id'))
      const { act, meeting, person } = readDeed(await readJson(context), deeds)
      return context.json({ meeting_id: refusing(() => perform(portal, act, id, meeting, person)) })
    }),
  )
}

const deeds = ['duplicate', 'edit', 'delete', 'recover'] as const
type Deed = (typeof deeds)[number]

interface AskedDeed<Act> {
  readonly act: Act
  readonly meeting: Record<string, unknown>
  readonly person: { readonly as?: string }
}

function readDeed<Act extends string>(body: unknown, acts: readonly [Act, ...Act[]]): AskedDeed<Act> {
  const reader = readInput(body, 'portal', ['act', 'as', 'meeting'])
  const act = reader.oneOf('act', acts)
  if (act === undefined) reader.mistake('act', `has to be one of ${acts.join(', ')}`)
  const as = reader.text('as')
  const meeting = reader.object('meeting') ?? {}
  reader.finish()
  return { act: act ?? acts[0], meeting, person: as === undefined ? {} : { as } }
}

/** The id of the meeting that the deed was about, or of the one that it made. */
function perform(
  portal: PortalControl,
  act: Deed,
  id: number,
  meeting: Record<string, unknown>,
  person: { readonly as?: string },
): number {
  if (act === 'duplicate') return portal.duplicate(id, person)
  if (act === 'edit') portal.edit(id, meeting, person)
  else portal[act](id, person)
  return id
}
