import type { ContractZoom } from './contract-zoom.ts'
import { type Fact, notTried, type Verdict } from './fact.ts'

export interface Finding {
  readonly fact: Fact
  readonly verdict: Verdict
}

/** Looks at each fact in turn, and deletes what that made before the next one. */
export async function* verifyFacts(zoom: ContractZoom, facts: readonly Fact[]): AsyncGenerator<Finding> {
  for (const fact of facts) {
    const verdict = await look(zoom, fact)
    const left = await zoom.cleanUp()
    yield { fact, verdict: left.length === 0 ? verdict : withLeftovers(verdict, left) }
  }
}

/** A refusal that nobody expected ends the look, not the run. */
async function look(zoom: ContractZoom, fact: Fact): Promise<Verdict> {
  try {
    return await fact.check(zoom)
  } catch (error) {
    return notTried(error instanceof Error ? error.message : String(error))
  }
}

function withLeftovers(verdict: Verdict, left: readonly string[]): Verdict {
  const seen = verdict.as === 'different' ? `${verdict.seen}; ` : ''
  return { as: 'different', seen: `${seen}could not be deleted: ${left.join('; ')}` }
}

/** One line for a finding. */
export function formatFinding({ fact, verdict }: Finding): string {
  const line = (mark: string, word: string, more = '') =>
    `${mark} ${word.padEnd(9)} ${fact.id} (${fact.section}) ${more}`.trimEnd()
  if (verdict.as === 'confirmed') return line('✓', 'confirmed')
  if (verdict.as === 'not_tried') return line('-', 'not tried', `\n    because: ${verdict.why}`)
  const remedy = fact.switch ? `\n    switch of the emulator: ${fact.switch}` : ''
  return line('✗', 'different', `\n    believed: ${fact.says}\n    seen: ${verdict.seen}${remedy}`)
}
