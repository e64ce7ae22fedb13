import type { Fact } from '../fact.ts'
import { changeFacts } from './change.ts'
import { createFacts } from './create.ts'
import { readFacts } from './read.ts'
import { seriesFacts } from './series.ts'
import { signInFacts } from './sign-in.ts'
import { timeFacts } from './time.ts'

/** Everything that the suite looks at, in the order of looking. */
export const allFacts: readonly Fact[] = [
  ...signInFacts,
  ...createFacts,
  ...timeFacts,
  ...seriesFacts,
  ...changeFacts,
  ...readFacts,
]
