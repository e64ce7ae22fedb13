import { noPolicies, type Policies } from '../../domain/policies.ts'
import type { Transaction } from '../../ports.ts'
import { firstOf, type SqlConnection } from './connection.ts'

const get = 'SELECT policies FROM desk_policies'
const set = `
  INSERT INTO desk_policies (one, policies) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET policies = excluded.policies`

export function policiesOn(connection: SqlConnection): Transaction['policies'] {
  return {
    async get() {
      const row = await firstOf(connection.all(get))
      return row ? { ...noPolicies, ...(JSON.parse(row.policies as string) as Partial<Policies>) } : noPolicies
    },
    async set(policies) {
      connection.send(set, JSON.stringify(policies))
    },
  }
}
