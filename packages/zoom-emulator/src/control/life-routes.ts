import { missingField } from '../domain/field-problem.ts'
import { oneOf, parseFields, text } from '../domain/fields.ts'
import type { Routes } from '../http/context.ts'
import { readJson } from '../http/read-json.ts'
import { validationFailed } from '../http/zoom-error.ts'
import type { LifeControl, LifePerson } from './life.ts'
import { refusing } from './told.ts'

/** What `POST /_emulator/life/{meetingId}` can be asked to do. */
interface ActBody {
  act: 'start' | 'join' | 'admit' | 'hold' | 'remove' | 'leave' | 'end'
  name: string
  email: string
  /** Whom the act is about. */
  person: string
}

const fields = {
  act: oneOf('start', 'join', 'admit', 'hold', 'remove', 'leave', 'end'),
  name: text(64),
  email: text(128),
  person: text(64),
}

/** `/_emulator/life/{meetingId}`: the acts of people in a meeting, for programs that cannot reach into this process. */
export function lifeRoutes(app: Routes, life: LifeControl): void {
  app.get('/_emulator/life/:id', (context) =>
    context.json(refusing(() => presentRoom(life, Number(context.req.param('id'))))),
  )
  app.post('/_emulator/life/:id', async (context) => {
    const id = Number(context.req.param('id'))
    const parsed = parseFields<ActBody>(fields, await readJson(context), false)
    if (!parsed.ok) throw validationFailed(parsed.problems)
    return context.json(
      refusing(() => {
        const person = perform(life, id, parsed.value)
        // With the end an instant meeting's id ends too.
        if (parsed.value.act === 'end') return { people: [] }
        return { ...(person && { person: presentPerson(person) }), ...presentRoom(life, id) }
      }),
    )
  })
}

function perform(life: LifeControl, id: number, body: Partial<ActBody>): LifePerson | undefined {
  const { email, person } = body
  switch (body.act ?? missing('act')) {
    case 'start':
      return life.start(id)
    case 'join':
      return life.join(id, { name: body.name || missing('name'), ...(email !== undefined && { email }) })
    case 'admit':
      life.admit(id, person)
      break
    case 'hold':
      life.hold(id, person ?? missing('person'))
      break
    case 'remove':
      life.remove(id, person ?? missing('person'))
      break
    case 'leave':
      life.leave(id, person ?? missing('person'))
      break
    case 'end':
      life.end(id)
  }
  return undefined
}

function missing(name: string): never {
  throw validationFailed([missingField(name)])
}

function presentRoom(life: LifeControl, id: number): { people: object[] } {
  return { people: life.people(id).map(presentPerson) }
}

function presentPerson({ id, name, email, isHost, place }: LifePerson): object {
  return { id, name, email, is_host: isHost, place }
}
