import { createChance } from '../domain/chance.ts'
import { EmulatorError } from '../domain/emulator-error.ts'
import type { Fault, FaultInput } from './fault.ts'
import { type MatchedCall, parseOperationPattern } from './operation-pattern.ts'
import { parseFault } from './parse-fault.ts'

/** A call as rules look at it. */
export interface FaultedCall extends MatchedCall {
  readonly accountId: string | undefined
  /** The user whom the call is about, by id and e-mail. */
  readonly user: { readonly id: string; readonly email: string } | undefined
}

/** The rules in force; the first one that strikes a call decides. */
export interface Faults {
  /** Whether there is any: most emulators have none, and pay nothing for them. */
  readonly isEmpty: boolean
  /** @throws EmulatorError `input_invalid` with every field that cannot be used. */
  add(input: unknown): Fault
  list(): readonly Fault[]
  /** Whether there was such a rule. */
  remove(id: string): boolean
  clear(): void
  /** The rule that strikes this call, which then counts. */
  strike(call: FaultedCall): Fault | undefined
}

interface Rule {
  readonly input: FaultInput & { readonly id: string }
  readonly fits: (call: MatchedCall) => boolean
  readonly chance: () => number
  matched: number
  struck: number
}

export function createFaults(): Faults {
  let rules: Rule[] = []
  let made = 0
  const view = ({ input, matched, struck }: Rule): Fault => ({ ...input, matched, struck })
  return {
    get isEmpty() {
      return rules.length === 0
    },
    add(given) {
      const input = parseFault(given)
      const id = input.id ?? `fault-${++made}`
      if (rules.some((rule) => rule.input.id === id))
        throw new EmulatorError(
          'input_invalid',
          `id: there is a fault "${id}" already; remove it first, or take another name`,
        )
      const fits = parseOperationPattern(input.operation) ?? (() => false)
      const rule = { input: { ...input, id }, fits, chance: createChance(input.seed ?? 0), matched: 0, struck: 0 }
      rules.push(rule)
      return view(rule)
    },
    list: () => rules.map(view),
    remove(id) {
      const before = rules.length
      rules = rules.filter((rule) => rule.input.id !== id)
      return rules.length < before
    },
    clear() {
      rules = []
    },
    strike(call) {
      for (const rule of rules) if (strikes(rule, call)) return view(rule)
      return undefined
    },
  }
}

function strikes(rule: Rule, call: FaultedCall): boolean {
  const { account, user, skip = 0, count = Number.POSITIVE_INFINITY, chance = 1 } = rule.input
  if (!rule.fits(call)) return false
  if (account !== undefined && call.accountId !== account) return false
  if (user !== undefined && call.user?.id !== user && call.user?.email.toLowerCase() !== user.toLowerCase())
    return false
  rule.matched++
  if (rule.matched <= skip || rule.struck >= count || rule.chance() >= chance) return false
  rule.struck++
  return true
}
