import { type DeskRoute, json, memberRoute } from '../../http/route.ts'
import { loadPolicies } from '../../present/policies.ts'
import { policiesView } from '../../schemas/administration.ts'

export const readPolicies: DeskRoute = memberRoute(
  {
    method: 'get',
    path: '/api/v1/policies',
    tag: 'Administration',
    summary: 'The rules of the desk',
    scope: 'admin:read',
    role: 'admin',
    answers: { 200: { description: 'Every rule', schema: policiesView } },
  },
  async ({ context }) => json(await loadPolicies(context.store)),
)
