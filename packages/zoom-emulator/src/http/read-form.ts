import type { Ctx } from './context.ts'
import { readText } from './read-json.ts'

/**
 * The parameters of a call to `/oauth/*`, from a form body, whatever its Content-Type, and from the query; the body counts more
 * (docs/zoom-facts.md §1.1).
 */
export async function readForm(context: Ctx): Promise<URLSearchParams> {
  const parameters = new URL(context.req.url).searchParams
  for (const [name, value] of new URLSearchParams(await readText(context))) parameters.set(name, value)
  return parameters
}
