/** Small things that a browser keeps for the page. A browser that keeps nothing (private windows, full disks) is no error. */
export interface Kept {
  get(name: string): string | undefined
  set(name: string, value: string | undefined): void
}

/** Under which a tab keeps the booking that is being typed. */
export const draftName = 'draft'

const prefix = 'convene.'

function keptIn(storage: () => Storage): Kept {
  return {
    get(name) {
      try {
        return storage().getItem(prefix + name) ?? undefined
      } catch {
        return undefined
      }
    },
    set(name, value) {
      try {
        if (value === undefined) storage().removeItem(prefix + name)
        else storage().setItem(prefix + name, value)
      } catch {
        // Nothing is lost that was promised.
      }
    },
  }
}

/** For this browser, until somebody deletes it. */
export const keptHere: Kept = keptIn(() => localStorage)
/** For this tab, through reloads and a sign-in. */
export const keptInTab: Kept = keptIn(() => sessionStorage)
