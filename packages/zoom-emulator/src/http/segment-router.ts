import type { Result, Router } from 'hono/router'

/** A registered handler; `index` is its place in the order of registering. */
interface Route<T> {
  readonly index: number
  readonly method: string
  readonly handler: T
  /** The names of its parameters, in the order of the path. */
  readonly names: readonly string[]
}

/** The routes that end at one place of the tree of segments, and what goes on from there. */
interface Node<T> {
  readonly fixed: Map<string, Node<T>>
  any?: Node<T>
  readonly routes: Route<T>[]
}

const createNode = <T>(): Node<T> => ({ fixed: new Map(), routes: [] })

/**
 * Finds the handler of a path segment by segment. Zoom has `/registrants/questions` beside `/registrants/{registrantId}`; Hono's fast
 * router refuses such neighbours, and the one that it then takes costs more than all the rest of a plain answer.
 *
 * Paths may have `:name` for a whole segment and end with `/*`. Of several routes without `/*` the one that came first answers.
 */
export function createSegmentRouter<T>(): Router<T> {
  const root = createNode<T>()
  const wide: (Route<T> & { readonly prefix: string })[] = []
  let count = 0

  /** The first route of the tree that fits, with the values of its parameters. */
  function find(method: string, segments: readonly string[]): [Route<T>, readonly string[]] | undefined {
    let best: [Route<T>, readonly string[]] | undefined
    const values: string[] = []
    const walk = (node: Node<T>, depth: number): void => {
      const segment = segments[depth]
      if (segment === undefined) {
        for (const route of node.routes)
          if ((route.method === method || route.method === 'ALL') && route.index < (best?.[0].index ?? count))
            best = [route, [...values]]
        return
      }
      const fixed = node.fixed.get(segment)
      if (fixed) walk(fixed, depth + 1)
      if (node.any && segment !== '') {
        values.push(segment)
        walk(node.any, depth + 1)
        values.pop()
      }
    }
    walk(root, 1)
    return best
  }

  return {
    name: 'SegmentRouter',
    add(method, path, handler) {
      if (/[{?]|\*./.test(path))
        throw new Error(`${path}: a route has whole segments, parameters and an end of /* only`)
      if (path.endsWith('*')) {
        wide.push({ index: count++, method, handler, names: [], prefix: path.slice(0, -1) })
        return
      }
      let node = root
      const names: string[] = []
      for (const segment of path.split('/').slice(1))
        if (segment.startsWith(':')) {
          names.push(segment.slice(1))
          node.any ??= createNode()
          node = node.any
        } else {
          const next = node.fixed.get(segment) ?? createNode<T>()
          node.fixed.set(segment, next)
          node = next
        }
      node.routes.push({ index: count++, method, handler, names })
    },
    match(method, path): Result<T> {
      const found = find(method, path.split('/'))
      const handlers: [T, Record<string, string>][] = []
      let isAdded = found === undefined
      const addFound = () => {
        if (!found) return
        const [{ handler, names }, values] = found
        const parameters: Record<string, string> = {}
        names.forEach((name, place) => {
          parameters[name] = values[place] ?? ''
        })
        handlers.push([handler, parameters])
        isAdded = true
      }
      for (const { index, method: its, handler, prefix } of wide) {
        if (!isAdded && found && found[0].index < index) addFound()
        const fits = path.startsWith(prefix) || `${path}/` === prefix
        if (fits && (its === method || its === 'ALL')) handlers.push([handler, {}])
      }
      if (!isAdded) addFound()
      return [handlers]
    },
  }
}
