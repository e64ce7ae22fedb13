import type { Result, Router } from 'hono/router'

/** A registered path; `index` is its place in the order of registering. */
interface Route {
  readonly index: number
  readonly method: string
  readonly path: string
  /** The names of its parameters, in the order of the path. */
  readonly names: readonly string[]
}

/** The routes that end at one place of the tree of segments, and what goes on from there. */
interface Node {
  readonly fixed: Map<string, Node>
  any?: Node
  readonly routes: Route[]
}

/** Paths without their handlers: routers that register the same paths in the same order can share them. */
export interface RoutePaths {
  readonly root: Node
  /** Those that end with `/*`. */
  readonly wide: (Route & { readonly prefix: string })[]
  /** All, in the order of registering. */
  readonly routes: Route[]
}

const createNode = (): Node => ({ fixed: new Map(), routes: [] })
export const createRoutePaths = (): RoutePaths => ({ root: createNode(), wide: [], routes: [] })

/**
 * Finds the handler of a path segment by segment. Zoom has `/registrants/questions` beside `/registrants/{registrantId}`; Hono's fast
 * router refuses such neighbours, and the one that it then takes costs more than all the rest of a plain answer.
 *
 * Paths may have `:name` for a whole segment and end with `/*`. Of several routes without `/*` the one that came first answers.
 *
 * @param paths of an earlier router with the same routes: only handlers are then kept anew.
 */
export function createSegmentRouter<T>(paths: RoutePaths = createRoutePaths()): Router<T> {
  const { root, wide, routes } = paths
  const handlers: T[] = []

  /** The first route of the tree that fits, with the values of its parameters. */
  function find(method: string, segments: readonly string[]): [Route, readonly string[]] | undefined {
    let best: [Route, readonly string[]] | undefined
    const values: string[] = []
    const walk = (node: Node, depth: number): void => {
      const segment = segments[depth]
      if (segment === undefined) {
        for (const route of node.routes)
          if ((route.method === method || route.method === 'ALL') && route.index < (best?.[0].index ?? handlers.length))
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
      const index = handlers.length
      const known = routes[index]
      if (known && (known.method !== method || known.path !== path))
        throw new Error(`${method} ${path}: the router that these paths are of has ${known.method} ${known.path} here`)
      if (!known) register(paths, { index, method, path, names: path.split('/').filter(isName).map(nameOf) })
      handlers.push(handler)
    },
    match(method, path): Result<T> {
      const found = find(method, path.split('/'))
      const matched: [T, Record<string, string>][] = []
      const add = ({ index, names }: Route, values: readonly string[]) => {
        const handler = handlers[index]
        if (handler === undefined) return
        const parameters: Record<string, string> = {}
        names.forEach((name, place) => {
          parameters[name] = values[place] ?? ''
        })
        matched.push([handler, parameters])
      }
      let isAdded = found === undefined
      for (const route of wide) {
        if (!isAdded && found && found[0].index < route.index) {
          add(...found)
          isAdded = true
        }
        const fits = path.startsWith(route.prefix) || `${path}/` === route.prefix
        if (fits && (route.method === method || route.method === 'ALL')) add(route, [])
      }
      if (!isAdded && found) add(...found)
      return [matched]
    },
  }
}

function register({ root, wide, routes }: RoutePaths, route: Route): void {
  const { path } = route
  if (/[{?]|\*./.test(path)) throw new Error(`${path}: a route has whole segments, parameters and an end of /* only`)
  routes.push(route)
  if (path.endsWith('*')) {
    wide.push({ ...route, names: [], prefix: path.slice(0, -1) })
    return
  }
  let node = root
  for (const segment of path.split('/').slice(1))
    if (isName(segment)) {
      node.any ??= createNode()
      node = node.any
    } else {
      const next = node.fixed.get(segment) ?? createNode()
      node.fixed.set(segment, next)
      node = next
    }
  node.routes.push(route)
}

const isName = (segment: string) => segment.startsWith(':')
const nameOf = (segment: string) => segment.slice(1)
