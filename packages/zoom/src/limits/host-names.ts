/** Whose day a call uses up, as far as the answers so far have told. */
export interface HostNames {
  /** The name by which a host is counted: the id once it is known; `me` is another one for each sign-in. */
  nameOf(userId: string, caller: object): string
  /** A name that was given before, as it is now. */
  current(name: string): string
  /** The host of a meeting or webinar, where an answer has told. */
  ofMeeting(id: string | number): string | undefined
  /** Reads an answer, to a call that names its host by `userId` where it does; gives the names that turned out to be one host's. */
  learn(userId: string | undefined, body: unknown, caller: object): readonly HostMerge[]
}

/** What is counted under one name belongs to the other. */
export interface HostMerge {
  readonly from: string
  readonly into: string
}

/** So many meetings are remembered; the one that was told longest ago is forgotten first. */
const mostMeetings = 100_000

export function createHostNames(): HostNames {
  const ids = new Map<string, string>()
  const meetings = new Map<string, string>()
  const callers = new WeakMap<object, string>()
  let callerCount = 0
  const given = (userId: string, caller: object): string => {
    // E-mail addresses are the same in any case; ids are not.
    if (userId !== 'me') return userId.includes('@') ? userId.toLowerCase() : userId
    let name = callers.get(caller)
    if (name === undefined) {
      name = `me ${++callerCount}`
      callers.set(caller, name)
    }
    return name
  }
  const learnMeeting = (row: unknown): string | undefined => {
    const { id, host_id } = (row ?? {}) as { id?: unknown; host_id?: unknown }
    if (typeof host_id !== 'string' || host_id === '') return undefined
    if (typeof id === 'number' || typeof id === 'string') {
      const key = String(id)
      if (meetings.size >= mostMeetings && !meetings.has(key)) meetings.delete(meetings.keys().next().value ?? '')
      meetings.set(key, host_id)
    }
    return host_id
  }
  return {
    nameOf(userId, caller) {
      const name = given(userId, caller)
      return ids.get(name) ?? name
    },
    current: (name) => ids.get(name) ?? name,
    ofMeeting: (id) => meetings.get(typeof id === 'string' ? id.replaceAll(/[\s-]/g, '') : String(id)),
    learn(userId, body, caller) {
      if (typeof body !== 'object' || body === null) return []
      const { meetings: rows, webinars: more, host_email: email } = body as Readonly<Record<string, unknown>>
      for (const list of [rows, more]) if (Array.isArray(list)) for (const row of list) learnMeeting(row)
      const hostId = learnMeeting(body)
      if (hostId === undefined) return []
      const names = [
        userId === undefined ? undefined : given(userId, caller),
        typeof email === 'string' ? email.toLowerCase() : undefined,
      ]
      const merges: HostMerge[] = []
      for (const name of names) {
        if (name === undefined || name === hostId || ids.get(name) === hostId) continue
        ids.set(name, hostId)
        merges.push({ from: name, into: hostId })
      }
      return merges
    },
  }
}
