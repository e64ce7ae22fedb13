import type { ContractZoom } from './contract-zoom.ts'

/** What a look at Zoom said about a fact. */
export type Verdict =
  | { readonly as: 'confirmed' }
  /** Zoom did something else; `seen` says what, without secrets. */
  | { readonly as: 'different'; readonly seen: string }
  /** This account, or this moment, does not allow to look. */
  | { readonly as: 'not_tried'; readonly why: string }

/** Something that docs/zoom-facts.md believes of Zoom, and how to look whether it is so. */
export interface Fact {
  /** Stands in docs/deviations.md too. */
  readonly id: string
  /** The section of docs/zoom-facts.md. */
  readonly section: string
  /** One sentence. */
  readonly says: string
  /** The emulator's switch for it, where there is one. */
  readonly switch?: string
  /** Makes only what `zoom` deletes again. */
  check(zoom: ContractZoom): Promise<Verdict>
}

export const confirmed: Verdict = { as: 'confirmed' }

export function different(seen: string): Verdict {
  return { as: 'different', seen }
}

export function notTried(why: string): Verdict {
  return { as: 'not_tried', why }
}

/** Confirmed where what was seen is what is believed. */
export function compare(seen: unknown, believed: unknown): Verdict {
  const [is, shouldBe] = [JSON.stringify(seen), JSON.stringify(believed)]
  return is === shouldBe ? confirmed : different(`${is}, where ${shouldBe} is believed`)
}
